import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toDay } from '../../subgraphs/kit/civil/day.ts';
import { replaceRule } from '../../tagging/rules.ts';
import { toTrialLines } from '../../tagging/trial-text.ts';
import { createTrial } from '../../tagging/trial.ts';
import { loadTagging } from '../support/rules.ts';

const DAY = toDay('2027-01-01');
/** 老年人 from 70 on instead of 60. */
const ELDERLY = `tag: elderly
name: { zh: 老年人, en: Elderly }
definition: { zh: 七十周岁以上。, en: Seventy and above. }
subject: CITIZEN
kind: CROWD
version: 2
basis: null
use: { zh: 试行。, en: A trial. }
holds:
  age: { from: P70Y }
`;

/** Whoever is not known to live with others may be 独居老人, who is 老年人 by that. */
const TOGETHER = { members: [{ id: 'c1_sixtynine' }, { id: 'c1_spouse' }] };

describe('a rule that is tried', () => {
  let folder: string;
  const write = async (name: string, text: string) => {
    const file = join(folder, name);
    await writeFile(file, text);
    return file;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-trial-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const tryIt = async (facts: Readonly<Record<string, object>>, tag = 'elderly', text = ELDERLY) => {
    const published = loadTagging();
    const { rules } = replaceRule(published, await write(`${tag}.yaml`, text));
    const trial = createTrial({ tag, day: DAY, before: published.rules.CITIZEN, after: rules.CITIZEN });
    for (const [subject, known] of Object.entries(facts)) trial.add(subject, { id: subject, ...known });
    return trial.report();
  };

  it('says who gains, loses and keeps its tag by district, and of whom it is not known', async () => {
    const report = await tryIt({
      c1_seventy: { birthDate: toDay('1957-01-01'), residence: { district: '310104' } },
      c1_sixtynine: { birthDate: toDay('1957-01-02'), residence: { district: '310104' }, household: TOGETHER },
      c1_young: { birthDate: toDay('2000-01-01'), residence: { district: '310101' } },
      c1_undated: {},
    });
    expect(report.subjects).toBe(4);
    expect([...report.districts]).toEqual([
      [null, { gain: 0, lose: 0, keep: 0, unknown: 1 }],
      ['310101', { gain: 0, lose: 0, keep: 0, unknown: 0 }],
      ['310104', { gain: 0, lose: 1, keep: 1, unknown: 0 }],
    ]);
    expect(report.examples.map(({ subject, move }) => [subject, move])).toEqual([
      ['c1_sixtynine', 'lose'],
      ['c1_seventy', 'keep'],
    ]);
    expect(toTrialLines(report)).toEqual([
      '4 subjects: 0 gain, 1 lose, 1 keep, 1 unknown',
      'no district: 0 gain, 0 lose, 0 keep, 1 unknown',
      '310101: 0 gain, 0 lose, 0 keep, 0 unknown',
      '310104: 0 gain, 1 lose, 1 keep, 0 unknown',
      expect.stringMatching(/^c1_sixtynine loses it, from 2017-01-02 on: /),
      expect.stringMatching(/^c1_seventy keeps it, from 2027-01-01 on: /),
    ]);
  });

  it('says which other tags move with its own', async () => {
    const nobody = ELDERLY.replace('tag: elderly', 'tag: student').replace('P70Y', 'P120Y');
    const poor = {
      birthDate: toDay('2000-01-01'),
      enrolments: [{ stage: 'UNIVERSITY', since: toDay('2020-09-01') }],
      archive: { incomeTax: { years: [{ year: 2025, income: 10_000 }] } },
    };
    const report = await tryIt({ c1_poor: poor }, 'student', nobody);
    expect([...report.districts]).toEqual([[null, { gain: 0, lose: 1, keep: 0, unknown: 0 }]]);
    expect([...report.others]).toEqual([['low_income', { gain: 1, lose: 0, keep: 0, unknown: 0 }]]);
    expect(toTrialLines(report)).toContain('also low_income: 1 gain, 0 lose, 0 keep, 0 unknown');
  });

  it('shows ten examples at most, those that move first', async () => {
    const old = { birthDate: toDay('1930-01-01') };
    const people = Array.from({ length: 12 }, (_, index) => [`c1_old${index}`, old] as const);
    const { examples } = await tryIt({ ...Object.fromEntries(people), c1_last: { birthDate: toDay('1960-01-01') } });
    expect(examples.map(({ move }) => move)).toEqual(['lose', ...Array<string>(9).fill('keep')]);
  });

  it('is refused with line and column when it is wrong, also where another rule asks for it', async () => {
    const wrong = await write('elderly.yaml', ELDERLY.replace('P70Y', 'P70Z'));
    expect(() => replaceRule(loadTagging(), wrong)).toThrow(/elderly\.yaml:10:\d+: /);
    const misnamed = await write('eldest.yaml', ELDERLY);
    expect(() => replaceRule(loadTagging(), misnamed)).toThrow(/eldest\.yaml:1:\d+: .*expected eldest/);
  });
});
