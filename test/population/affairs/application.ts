import type { Day } from '../days.ts';
import type { Random } from '../random.ts';
import type { Person } from '../world/model.ts';
import type { Event } from './event.ts';
import { affairRules, type AffairRule } from './rules.ts';

export type Channel = '网上' | '移动端' | '窗口' | '自助终端';
export type State = '已提交' | '已受理' | '办理中' | '准予' | '已送达' | '不予许可' | '已撤回' | '待补正';

export interface Touchpoint {
  step: string;
  channel: Channel;
  day: Day;
  minute: number;
  by: string;
}

export interface Application {
  id: string;
  service: string;
  applicant: string;
  handler: Person | null;
  state: State;
  opened: Day;
  since: Day;
  due: Day;
  minute: number;
  result: string;
  channel: Channel;
  office: string;
  touchpoints: readonly Touchpoint[];
  rating: { level: string; tags: string; comment: string; day: Day } | null;
}

export interface Desk {
  random: Random;
  today: Day;
  /** Applications that were opened before are not on file. */
  from: Day;
  /** A number of its own for each application. */
  nextId(district: string): string;
}

/** The applications that follow on an event. */
export const applyAfter = (desk: Desk, event: Event): Application[] =>
  (affairRules[event.applicants][event.kind] ?? []).flatMap((rule) => {
    if (!desk.random.chance(rule.probability)) return [];
    const opened = event.day + desk.random.between(rule.from, rule.until);
    if (opened < desk.from || opened > desk.today || (event.ends !== null && opened >= event.ends)) return [];
    return [open(desk, event, rule, opened)];
  });

const open = (desk: Desk, event: Event, rule: AffairRule, opened: Day): Application => {
  const { random, today, nextId } = desk;
  const drawn = random.next();
  const channel: Channel = drawn < 0.42 ? '网上' : drawn < 0.7 ? '移动端' : drawn < 0.94 ? '窗口' : '自助终端';
  const minute = channel === '窗口' ? random.between(550, 1_000) : random.between(480, 1_300);
  const isOfLicence = rule.from < 0 && rule.until < 0;
  // What an event follows on was granted before it.
  const done = isOfLicence ? event.day : opened + random.between(0, 15);
  const fate = random.next();
  const isRefused = !isOfLicence && fate < 0.02;
  const isWithdrawn = !isOfLicence && fate >= 0.02 && fate < 0.04;
  const state = stateAt({ today, opened, done, isRefused, isWithdrawn, fate });
  const isFinished = state === '已送达' || state === '不予许可';
  const since =
    isFinished || state === '已撤回' ? Math.max(done, opened) : Math.min(today, opened + (state === '已提交' ? 0 : 1));
  const application = {
    id: nextId(event.district),
    service: event.isRenewal ? (rule.renewal ?? rule.service) : rule.service,
    applicant: event.applicant,
    handler: event.handler,
    state,
    opened,
    since,
    due: opened + 20,
    minute,
    result: state === '已送达' ? '准予' : state === '不予许可' ? '不符合申请条件' : '',
    channel,
    office: `${event.district}-${rule.office}`,
  };
  return {
    ...application,
    touchpoints: touch(application, isFinished),
    rating: isFinished && random.chance(0.35) ? rate(random, state, since, today) : null,
  };
};

interface Course {
  today: Day;
  opened: Day;
  done: Day;
  isRefused: boolean;
  isWithdrawn: boolean;
  fate: number;
}

const stateAt = ({ today, opened, done, isRefused, isWithdrawn, fate }: Course): State => {
  if (done <= today) return isRefused ? '不予许可' : isWithdrawn ? '已撤回' : '已送达';
  if (today - opened < 1) return '已提交';
  return fate < 0.15 ? '待补正' : fate < 0.5 ? '已受理' : '办理中';
};

const touch = (
  { opened, since, minute, channel, state }: Pick<Application, 'opened' | 'since' | 'minute' | 'channel' | 'state'>,
  isFinished: boolean,
): Touchpoint[] => {
  const isAtCounter = channel === '窗口';
  const points: Touchpoint[] = isAtCounter
    ? [
        { step: '取号', channel: '窗口', day: opened, minute: minute - 25, by: '申请人' },
        { step: '叫号', channel: '窗口', day: opened, minute: minute - 5, by: '综合窗口' },
      ]
    : [{ step: '填报', channel, day: opened, minute: minute - 20, by: '申请人' }];
  points.push({ step: '收件', channel, day: opened, minute, by: '综合窗口' });
  if (state !== '已提交')
    points.push({ step: '流转', channel: '窗口', day: since, minute: Math.max(minute, 560) + 10, by: '审批处' });
  if (isFinished && state === '已送达')
    points.push({ step: '制证', channel: '窗口', day: since, minute: Math.max(minute, 560) + 30, by: '制证中心' });
  return points;
};

const LEVELS: readonly (readonly [string, number, string, string])[] = [
  ['非常满意', 0.72, '办理快、材料少', ''],
  ['满意', 0.92, '', '流程清楚'],
  ['基本满意', 0.97, '', '等候时间偏长'],
  ['不满意', 0.99, '等候久', '跑了两趟才办好'],
  ['非常不满意', 1, '态度差', '材料要求前后说法不一'],
];

const rate = (random: Random, state: State, since: Day, today: Day): Application['rating'] => {
  const drawn = random.next() * 0.85 + (state === '不予许可' ? 0.15 : random.next() * 0.15);
  const [level, , tags, comment] = LEVELS.find(([, most]) => drawn < most) ?? ['满意', 1, '', ''];
  const day = since + random.between(0, 4);
  return day > today ? null : { level, tags, comment, day };
};
