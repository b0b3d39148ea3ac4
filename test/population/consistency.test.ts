import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseDay } from './days.ts';
import { rowsOfCity, type Row } from './rows.ts';

type Cells = Row['cells'];
const TODAY = '2026-11-22';

/** Years from one day to another, whole ones. */
const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
const get = (row: Cells, header: string): string => row[header] ?? '';

describe.each([
  { seed: 1, citizens: 300 },
  { seed: 2, citizens: 500 },
  { seed: 3, citizens: 1_200 },
])('the city of $citizens under seed $seed', ({ seed, citizens }) => {
  let rows: ReadonlyMap<string, readonly Cells[]> = new Map();
  const of = (source: string): readonly Cells[] => rows.get(source) ?? [];
  const born = new Map<string, string>();
  const died = new Map<string, string>();

  beforeAll(() => {
    rows = rowsOfCity({ seed, citizens, enterprises: Math.ceil(citizens / 14), today: parseDay(TODAY), months: 12 });
    const current = new Map(
      of('personal.number-corrections').map((row) => [get(row, '原公民身份号码'), get(row, '现公民身份号码')]),
    );
    for (const row of of('personal.citizens')) {
      const number = get(row, '公民身份号码');
      born.set(current.get(number) ?? number, get(row, '出生日期'));
    }
    for (const row of of('personal.deaths')) died.set(get(row, '公民身份号码'), get(row, '死亡日期'));
  }, 60_000);

  it('names nobody and no enterprise that is not on file', () => {
    const before = new Set(of('personal.number-corrections').map((row) => get(row, '原公民身份号码')));
    const registered = new Set(of('enterprises.registrations').map((row) => get(row, '统一社会信用代码')));
    const unknown: string[] = [];
    let named = 0;
    for (const [source, list] of rows)
      for (const row of list)
        for (const [header, cell] of Object.entries(row)) {
          const isPerson = /^\d{17}[\dX]$/.test(cell) && /身份号码|证件号码|持证主体/.test(header);
          const isEnterprise =
            /^9[123][0-9A-Z]{16}$/.test(cell) && /信用代码|证件号码|持证主体/.test(header) && !isPerson;
          if (isPerson || isEnterprise) named += 1;
          const isKnown = isPerson ? born.has(cell) || before.has(cell) || registered.has(cell) : registered.has(cell);
          if ((isPerson || isEnterprise) && !isKnown) unknown.push(`${source} ${header} ${cell}`);
        }
    expect(unknown).toEqual([]);
    expect(named).toBeGreaterThan(citizens * 20);
  });

  it('has children fifteen years younger than their parents, and born after the parents’ death by no more than nine months', () => {
    const wrong = of('personal.families').filter((row) => {
      const [child, parent] = [get(row, '子女公民身份号码'), get(row, '父母公民身份号码')];
      const death = died.get(parent);
      return (
        yearsBetween(born.get(parent) ?? '', born.get(child) ?? '') < 15 ||
        (death !== undefined && (born.get(child) ?? '') > death)
      );
    });
    expect(wrong).toEqual([]);
    expect(of('personal.families').length).toBeGreaterThan(citizens / 4);
  });

  it('has nobody married twice at once, under age, or after death', () => {
    const marriages = new Map<string, { since: string; until: string }[]>();
    for (const row of of('personal.marriages'))
      for (const [header, age] of [
        ['男方公民身份号码', 22],
        ['女方公民身份号码', 20],
      ] as const) {
        const number = get(row, header);
        const since = get(row, '登记日期');
        expect(yearsBetween(born.get(number) ?? '', since)).toBeGreaterThanOrEqual(age);
        expect(since < (died.get(number) ?? '9999')).toBe(true);
        marriages.set(number, [...(marriages.get(number) ?? []), { since, until: get(row, '终止日期') || '9999' }]);
      }
    for (const list of marriages.values()) {
      list.sort((one, other) => (one.since < other.since ? -1 : 1));
      list.slice(1).forEach(({ since }, at) => expect(since >= (list[at]?.until ?? '')).toBe(true));
    }
    const ended = of('personal.marriages').filter((row) => get(row, '终止原因') === '死亡');
    for (const row of ended)
      expect([died.get(get(row, '男方公民身份号码')), died.get(get(row, '女方公民身份号码'))]).toContain(
        get(row, '终止日期'),
      );
  });

  it('lets nobody marry kin, and everybody who was widowed know it', () => {
    const parents = new Map<string, string[]>();
    for (const row of of('personal.families')) {
      const child = get(row, '子女公民身份号码');
      parents.set(child, [...(parents.get(child) ?? []), get(row, '父母公民身份号码')]);
    }
    const related = of('personal.marriages').filter((row) => {
      const [one, other] = [get(row, '男方公民身份号码'), get(row, '女方公民身份号码')];
      const [ones, others] = [parents.get(one) ?? [], parents.get(other) ?? []];
      return ones.some((each) => others.includes(each)) || ones.includes(other) || others.includes(one);
    });
    expect(related).toEqual([]);
  });

  it('has one job, one home and one register at a time, and none after death', () => {
    const timelines = [
      ['personal.employment', '就业日期', '离职日期'],
      ['personal.residences', '入住日期', '离开日期'],
      ['personal.households', '迁入日期', '迁出日期'],
    ] as const;
    for (const [source, from, to] of timelines) {
      const byPerson = new Map<string, { since: string; until: string }[]>();
      for (const row of of(source)) {
        const number = get(row, '公民身份号码');
        byPerson.set(number, [
          ...(byPerson.get(number) ?? []),
          { since: get(row, from), until: get(row, to) || '9999' },
        ]);
      }
      const wrong = [...byPerson].filter(([number, list]) => {
        list.sort((one, other) => (one.since < other.since ? -1 : 1));
        const overlaps = list.slice(1).some(({ since }, at) => since < (list[at]?.until ?? ''));
        const ends = died.get(number) ?? '9999';
        return (
          overlaps || list.some(({ since, until }) => since >= ends || until > ends || until < since || since > TODAY)
        );
      });
      expect({ source, wrong }).toEqual({ source, wrong: [] });
    }
  });

  it('lets nobody work before sixteen, and contributes only while somebody is employed', () => {
    for (const row of of('personal.employment'))
      expect(yearsBetween(born.get(get(row, '公民身份号码')) ?? '', get(row, '就业日期'))).toBeGreaterThanOrEqual(16);
    const jobs = new Map<string, Cells[]>();
    for (const row of of('personal.employment'))
      jobs.set(get(row, '公民身份号码'), [...(jobs.get(get(row, '公民身份号码')) ?? []), row]);
    const seen = new Set<string>();
    const wrong: Cells[] = [];
    for (const row of of('archive.contributions')) {
      const number = get(row, '公民身份号码');
      const month = get(row, '缴费年月');
      const paid = (jobs.get(number) ?? []).some(
        (job) =>
          get(job, '就业日期').slice(0, 7) <= month &&
          (get(job, '离职日期') || '9999').slice(0, 7) > month &&
          get(job, '用人单位') === get(row, '单位名称'),
      );
      if (!paid || seen.has(number + month)) wrong.push(row);
      seen.add(number + month);
    }
    expect(wrong).toEqual([]);
    expect(seen.size).toBeGreaterThan(citizens);
  });

  it('has no nurse, doctor or teacher without a degree, where other work was to be had', () => {
    const learned = /医生|护士|教师|药师|研究员/;
    const degrees = new Set(['大专', '大学本科', '硕士研究生', '博士研究生']);
    const graduates = new Set(
      of('personal.citizens')
        .filter((row) => degrees.has(get(row, '文化程度')))
        .map((row) => get(row, '公民身份号码')),
    );
    const jobs = of('personal.employment').filter((row) => learned.test(get(row, '职业')));
    const without = jobs.filter((row) => !graduates.has(get(row, '公民身份号码')));
    expect(without.length).toBeLessThanOrEqual(jobs.length * 0.02);
  });

  it('employs people by enterprises only while these exist', () => {
    const lives = new Map(of('enterprises.registrations').map((row) => [get(row, '企业名称'), row]));
    for (const job of of('personal.employment')) {
      const enterprise = lives.get(get(job, '用人单位'));
      if (enterprise === undefined) continue;
      const closed = get(enterprise, '注销吊销日期') || '9999';
      expect(get(job, '就业日期') >= get(enterprise, '注册日期') && (get(job, '离职日期') || '9999') <= closed).toBe(
        true,
      );
    }
  });

  it('has no key twice', () => {
    const keys: Readonly<Record<string, readonly string[]>> = {
      'personal.households': ['户号', '公民身份号码', '迁入日期'],
      'personal.residences': ['公民身份号码', '入住日期'],
      'personal.marriages': ['登记字号'],
      'personal.enrolments': ['公民身份号码', '学校', '入学日期'],
      'personal.premise-owners': ['房屋编码', '权利人公民身份号码', '登记日期'],
      'enterprises.changes': ['统一社会信用代码', '变更事项', '变更日期'],
      'enterprises.listings': ['统一社会信用代码', '名录', '列入日期'],
      'enterprises.shareholders': ['统一社会信用代码', '股东证件号码', '持股日期'],
      'enterprises.representatives': ['统一社会信用代码', '公民身份号码', '任职日期'],
      'archive.vaccinations': ['公民身份号码', '疫苗', '接种日期'],
      'archive.utility-bills': ['账单号'],
      'transactions.applications': ['办件编号'],
      'licences.status-changes': ['电子证照标识', '变更日期'],
    };
    for (const [source, headers] of Object.entries(keys)) {
      const seen = new Set<string>();
      const repeated = of(source).filter((row) => {
        const key = headers.map((header) => get(row, header)).join(' ');
        return seen.size === seen.add(key).size;
      });
      expect({ source, repeated }).toEqual({ source, repeated: [] });
    }
    const records = [...rows].flatMap(([source, list]) =>
      source.startsWith('licences.') && !/status|endorse/.test(source)
        ? list.map((row) => get(row, '电子证照标识'))
        : [],
    );
    expect(new Set(records).size).toBe(records.length);
  });
});
