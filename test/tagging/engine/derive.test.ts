import { describe, expect, it } from '@jest/globals';
import { toCivilOrNull, toDay } from '../../../subgraphs/kit/civil/day.ts';
import type { Facts } from '../../../subgraphs/kit/facts/fact-type.ts';
import { derive } from '../../../tagging/engine/derive.ts';
import type { CompiledRule } from '../../../tagging/engine/rule-set.ts';
import { loadTagging } from '../../support/rules.ts';

const { rules } = loadTagging();

/** The intervals of one tag, as `[since, until)`, with a question mark where they are not known. */
const intervalsOf = (tag: string, facts: Facts, of: readonly CompiledRule[] = rules.CITIZEN): string[] =>
  derive(of, facts)
    .intervals.filter((interval) => interval.tag === tag)
    .map(
      ({ since, until, state }) =>
        `${toCivilOrNull(since) ?? ''}..${toCivilOrNull(until) ?? ''}${state === 'IN' ? '' : '?'}`,
    );

const permit = (from: string, until: string, more: Facts = {}): Facts => ({
  id: `l1_${from}`,
  kind: 'RESIDENCE_PERMIT',
  issuedOn: toDay(from),
  validFrom: toDay(from),
  validUntil: toDay(until),
  statusChanges: [],
  ...more,
});

describe('the tags of a person', () => {
  it('hold from birthdays on, a leap day’s on 1 March', () => {
    const facts = { birthDate: toDay('2020-02-29') };
    expect(intervalsOf('child', facts)).toEqual(['2020-02-29..2034-03-01']);
    expect(intervalsOf('elderly', facts)).toEqual(['2080-02-29..']);
    expect(intervalsOf('criminally_responsible', facts)).toEqual(['2036-03-01..']);
    expect(intervalsOf('criminally_responsible', { birthDate: toDay('2021-03-07') })).toEqual(['2037-03-08..']);
  });

  it('are not known where a missing fact decides, and make no adult of whoever has no birth date', () => {
    expect(intervalsOf('minor', {})).toEqual(['..?']);
    expect(intervalsOf('woman', { birthDate: toDay('2000-01-01') })).toEqual(['2014-01-01..?']);
    expect(intervalsOf('woman', { birthDate: toDay('2000-01-01'), sex: 'MALE' })).toEqual([]);
    expect(intervalsOf('woman', { sex: 'MALE' })).toEqual([]);
  });

  it('end with the person', () => {
    const facts = { birthDate: toDay('1930-05-01'), deathDate: toDay('2026-05-02') };
    expect(intervalsOf('very_elderly', facts)).toEqual(['2010-05-01..2026-05-02']);
  });

  it('hold of whoever holds a tag below', () => {
    const facts = { birthDate: toDay('2026-01-15') };
    expect(intervalsOf('infant', facts)).toEqual(['2026-01-15..2029-01-15']);
    expect(intervalsOf('minor', facts)).toEqual(['2026-01-15..2044-01-15']);
  });

  it('hold without a break over records that overlap or touch, each of them evidence', () => {
    const facts = {
      household: { province: '340000' },
      licences: [
        permit('2024-03-08', '2025-03-08'),
        permit('2025-03-08', '2026-03-08'),
        permit('2026-01-01', '2027-01-01'),
      ],
    };
    expect(intervalsOf('new_citizen', facts)).toEqual(['2024-03-08..2027-01-01']);
    const [held] = derive(rules.CITIZEN, facts).intervals.filter(({ tag }) => tag === 'new_citizen');
    expect(held?.grounds.flatMap(({ record }) => record ?? [])).toEqual([
      'l1_2024-03-08',
      'l1_2025-03-08',
      'l1_2026-01-01',
    ]);
    expect(held?.grounds).toContainEqual(expect.objectContaining({ item: 'Citizen.household', value: '340000' }));
  });

  it('do not hold while a licence is suspended', () => {
    const statusChanges = [
      { status: 'SUSPENDED', since: toDay('2024-06-01'), until: toDay('2024-08-01') },
      { status: 'VALID', since: toDay('2024-08-01') },
    ];
    const facts = {
      household: { province: '340000' },
      licences: [permit('2024-03-08', '2025-03-08', { statusChanges })],
    };
    expect(intervalsOf('new_citizen', facts)).toEqual(['2024-03-08..2024-06-01', '2024-08-01..2025-03-08']);
  });

  it('are not known between the ends of a record that ends before it begins', () => {
    const facts = { household: { province: '340000' }, licences: [permit('2025-03-08', '2024-03-08')] };
    expect(intervalsOf('new_citizen', facts)).toEqual(['2024-03-08..2025-03-08?']);
  });

  it('know a school entrant by 31 August', () => {
    expect(intervalsOf('school_entry', { birthDate: toDay('2020-08-31') })).toEqual(['2026-03-01..2026-09-01']);
    expect(intervalsOf('school_entry', { birthDate: toDay('2020-09-01') })).toEqual(['2027-03-01..2027-09-01']);
  });

  it('reach the guardian through the ward’s own facts, for as long as the guardianship lasts', () => {
    const ward = { id: 'c1_ward', birthDate: toDay('2020-10-08'), enrolments: [], archive: {} };
    const facts = { wards: [{ kind: 'PARENT', since: toDay('2020-10-08'), until: toDay('2027-05-01'), ward }] };
    expect(intervalsOf('guardian_of_school_entrant', facts)).toEqual(['2027-03-01..2027-05-01']);
  });

  it('see a licence expire until its successor is issued', () => {
    const licences = [permit('2024-03-08', '2025-03-08'), permit('2025-02-01', '2026-03-08')];
    expect(intervalsOf('licence_expiring', { licences })).toEqual(['2024-12-08..2025-02-01', '2025-12-08..2026-03-08']);
  });

  it('see who is out of work a month after the last contribution, and for two years', () => {
    const periods = [{ since: toDay('2015-01-01'), until: toDay('2020-01-01') }, { since: toDay('2020-01-15') }];
    const facts = { birthDate: toDay('1990-01-01'), archive: { socialInsurance: { periods } } };
    expect(intervalsOf('unemployed', facts)).toEqual([]);
    const until = { ...facts, archive: { socialInsurance: { periods: periods.slice(0, 1) } } };
    expect(intervalsOf('unemployed', until)).toEqual(['2020-02-01..2022-01-01']);
  });
});

describe('the tags of an enterprise', () => {
  const firm = { establishedOn: toDay('2020-06-15'), scope: '餐饮服务，食品销售', timeline: [], licences: [] };

  it('tell which permit is missing since when, and whoever lacks one', () => {
    expect(intervalsOf('food_permit_missing', firm, rules.ENTERPRISE)).toEqual(['2020-06-15..']);
    expect(intervalsOf('permit_missing', firm, rules.ENTERPRISE)).toEqual(['2020-06-15..']);
    const licences = [
      { kind: 'FOOD_PERMIT', validFrom: toDay('2020-08-01'), validUntil: toDay('2025-08-01'), statusChanges: [] },
    ];
    expect(intervalsOf('food_permit_missing', { ...firm, licences }, rules.ENTERPRISE)).toEqual([
      '2020-06-15..2020-08-01',
      '2025-08-01..',
    ]);
  });

  it('begin with the change by which the scope gained the trade', () => {
    const timeline = [
      { id: 'e', kind: 'scope-changed', at: toDay('2023-04-01'), before: '服装零售', after: '服装零售，餐饮服务' },
    ];
    expect(intervalsOf('food_permit_missing', { ...firm, timeline }, rules.ENTERPRISE)).toEqual(['2023-04-01..']);
  });

  it('outlive its closing where they say so', () => {
    const closed = { ...firm, closedOn: toDay('2024-01-01') };
    expect(intervalsOf('mature', closed, rules.ENTERPRISE)).toEqual([]);
    expect(intervalsOf('growing', closed, rules.ENTERPRISE)).toEqual(['2023-06-15..2024-01-01']);
    expect(intervalsOf('closed', closed, rules.ENTERPRISE)).toEqual(['2024-01-01..']);
  });
});

describe('a rule that throws', () => {
  it('leaves its own tag unknown, is told, and does not harm the others', () => {
    const [first, ...others] = rules.CITIZEN;
    if (first === undefined) throw new Error('There are no rules.');
    const broken: CompiledRule = {
      ...first,
      evaluate: () => {
        throw new Error('broken');
      },
    };
    const facts = { birthDate: toDay('1950-01-01') };
    const { intervals, faults } = derive([broken, ...others], facts);
    expect(faults).toEqual([{ tag: first.rule.tag, message: 'broken' }]);
    expect(intervals.filter(({ tag }) => tag === first.rule.tag)).toEqual([
      { tag: first.rule.tag, since: -Infinity, until: Infinity, state: 'UNKNOWN', version: 1, grounds: [] },
    ]);
    expect(intervals.some(({ tag }) => tag === 'elderly')).toBe(true);
  });
});
