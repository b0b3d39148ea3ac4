import { describe, expect, it } from '@jest/globals';
import { Environment, EvaluationError } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { ConditionError, createConditionCompiler } from '../../../../subgraphs/kit/cel/condition.ts';
import { toDay } from '../../../../subgraphs/kit/civil/day.ts';
import type { FactType, RecordFact } from '../../../../subgraphs/kit/facts/fact-type.ts';

const item = null;
const text: FactType = { kind: 'string', item };
const person: RecordFact = {
  kind: 'record',
  item,
  fields: {
    sex: { kind: 'string', item, values: ['MALE', 'FEMALE'] },
    degree: { kind: 'number', item },
    born: { kind: 'day', item },
    insured: { kind: 'boolean', item },
    home: { kind: 'record', item, fields: { province: text, since: { kind: 'day', item } } },
    licences: { kind: 'list', item, of: { kind: 'record', item, fields: { kind: text } } },
  },
};
const compile = createConditionCompiler(person);

describe('a condition', () => {
  it.each([
    ['sex == "FEMALE"', { sex: 'FEMALE' }, true],
    ['sex == "FEMALE"', {}, null],
    ['sex == "FEMALE" && degree >= 2.0', { sex: 'MALE' }, false],
    ['sex == "FEMALE" && degree >= 2.0', { degree: 1 }, false],
    ['sex == "FEMALE" || degree >= 2.0', { degree: 3 }, true],
    ['sex == "FEMALE" || degree >= 2.0', { degree: 1 }, null],
    ['!(home.province == "31")', { home: {} }, null],
    ['home.province.startsWith("31")', { home: { province: '310000' } }, true],
    ['born >= date("2000-02-29")', { born: toDay('2000-02-29') }, true],
    ['sex in ["MALE"]', { sex: 'FEMALE' }, false],
    ['has(home.province)', { home: {} }, false],
    ['licences.exists(each, each.kind == "A")', { licences: [{ kind: 'B' }, { kind: 'A' }] }, true],
    ['licences.exists(each, each.kind == "A")', { licences: [{}] }, null],
    ['licences.size() == 1', { licences: [{}] }, true],
  ])('%s of %j is %p', (source, record, expected) => {
    expect(compile(source).evaluate(record)).toBe(expected);
  });

  it.each([
    ['sexx == "MALE"', 'sexx', 0],
    ['home.provinc == "31"', 'provinc', 5],
    ['sex == "FEMAL"', 'expected one of MALE, FEMALE, got FEMAL', 7],
    ['sex in ["MALE", "BOTH"]', 'expected one of MALE, FEMALE, got BOTH', 16],
    ['degree', 'expected a condition, true or false, got double', 0],
    ['degree == "x"', 'double == string', 0],
    ['sex == ', 'EOF', 7],
  ])('refuses %s with its place', (source, message, start) => {
    const attempt = () => compile(source);
    expect(attempt).toThrow(ConditionError);
    expect(attempt).toThrow(message);
    try {
      attempt();
    } catch (error) {
      expect((error as ConditionError).start).toBe(start);
    }
  });

  it('tells which facts it reads', () => {
    expect(compile('sex == "MALE" && (home.province == "31" || degree > 1.0)').reads).toEqual([
      'sex',
      'home.province',
      'degree',
    ]);
  });

  it('answers as the library does, for random conditions over random facts', () => {
    const atoms = fc.constantFrom(
      'sex == "MALE"',
      'sex != "FEMALE"',
      'degree < 2.0',
      'degree >= 1.0',
      'insured',
      'home.province == "31"',
      'home.province in ["31", "32"]',
      'home.province.contains("3")',
      'home.since < date("2001-01-01")',
      'born <= home.since',
      'licences.size() > 1',
      'home.province.size() == 2',
    );
    const { condition } = fc.letrec<{ condition: string }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        atoms,
        tie('condition').map((inner) => `!(${inner})`),
        fc.tuple(tie('condition'), tie('condition')).map(([one, other]) => `(${one} && ${other})`),
        fc.tuple(tie('condition'), tie('condition')).map(([one, other]) => `(${one} || ${other})`),
      ),
    }));
    const day = fc.integer({ min: toDay('2000-12-01'), max: toDay('2001-02-01') });
    const facts = fc.record(
      {
        sex: fc.constantFrom('MALE', 'FEMALE'),
        degree: fc.integer({ min: 0, max: 3 }),
        insured: fc.boolean(),
        born: day,
        licences: fc.array(fc.constant({ kind: 'A' }), { maxLength: 3 }),
        home: fc.record({ province: fc.constantFrom('31', '32', '𠮷'), since: day }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(condition, facts, (source, record) => {
        expect(compile(source).evaluate(record)).toBe(asTheLibrary(source, record));
      }),
      { numRuns: 500 },
    );
  });
});

const library = new Environment({ unlistedVariablesAreDyn: true }).registerFunction(
  'date(string): double',
  (day: string) => toDay(day),
);

const asTheLibrary = (source: string, record: Record<string, unknown>): boolean | null => {
  try {
    return library.evaluate(source, record) === true;
  } catch (error) {
    if (error instanceof EvaluationError && ['unknown_variable', 'no_such_key'].includes(error.code)) return null;
    throw error;
  }
};
