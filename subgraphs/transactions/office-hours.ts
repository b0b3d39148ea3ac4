import { WEEKDAYS, type OfficeEntry, type Weekday } from './catalogue/service-catalogue.ts';

const WORDS: Readonly<Record<Weekday, string>> = {
  MON: '周一',
  TUE: '周二',
  WED: '周三',
  THU: '周四',
  FRI: '周五',
  SAT: '周六',
  SUN: '周日',
};

/** Opening hours in words, days in a row with the same hours together: `周一至周五 09:00-11:30、13:00-16:30；周六 09:00-11:30`. */
export const toHoursText = (hours: OfficeEntry['hours']): string => {
  const runs: { from: Weekday; until: Weekday; text: string }[] = [];
  let before: Weekday | null = null;
  for (const day of WEEKDAYS) {
    const text = (hours[day] ?? []).map(({ from, until }) => `${from}-${until}`).join('、');
    const run = runs.at(-1);
    if (text !== '' && run !== undefined && run.until === before && run.text === text) run.until = day;
    else if (text !== '') runs.push({ from: day, until: day, text });
    before = day;
  }
  return runs
    .map(({ from, until, text }) => `${from === until ? WORDS[from] : `${WORDS[from]}至${WORDS[until]}`} ${text}`)
    .join('；');
};
