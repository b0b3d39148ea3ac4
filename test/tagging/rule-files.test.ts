import { describe, expect, it } from '@jest/globals';
import { compileRuleFiles, readRuleFile } from '../../tagging/rule-files.ts';
import { loadServiceCatalogue } from '../../subgraphs/transactions/catalogue/service-catalogue.ts';
import { loadTagging } from '../support/rules.ts';

const rule = (tag: string, rest: string): readonly [string, string] => [
  `tag: ${tag}
name: { zh: 名, en: Name }
definition: { zh: 义, en: Meaning }
subject: CITIZEN
kind: CROWD
version: 1
basis: null
use: { zh: 用, en: Use }
${rest}`,
  `rules/crowd/${tag}.yaml`,
];

const compile = (...files: (readonly [text: string, file: string])[]) =>
  compileRuleFiles(
    files.map(([text, file]) => readRuleFile(text, file)),
    loadTagging().types,
  );

describe('a rule that is wrong', () => {
  it.each([
    [
      'a fact that is none',
      'holds: { each: licenses }',
      '9:16: holds.each: expected a fact, got licenses; the nearest is licences',
    ],
    [
      'a list that is none',
      'holds: { each: household }',
      '9:16: holds.each: expected a list of records, but household is a record',
    ],
    [
      'a word that is none',
      'holds: { eachh: licences }',
      '9:8: holds: expected an expression, got eachh; the nearest is each',
    ],
    ['a key that is none', 'holds: { each: licences, frm: validFrom }', 'Unrecognized key: "frm"'],
    [
      'a name in a condition',
      'holds:\n  each: licences\n  where: kid == "PASSPORT"',
      '11:10: holds.where: Unknown variable: kid',
    ],
    [
      'a value that an enum has not',
      'holds:\n  all:\n    - if: sex == "FEMAL"',
      '11:18: holds.all.0.if: expected one of UNKNOWN, MALE, FEMALE, UNSPECIFIED, got FEMAL',
    ],
    ['a value within quotes', `holds:\n  all:\n    - if: 'sex == "FEMAL"'`, '11:19: holds.all.0.if: expected one of'],
    [
      'a duration',
      'holds: { each: licences, from: validUntil - 90D }',
      '9:32: holds.from: expected + P90D, - P90D or next 09-01, got - 90D',
    ],
    ['an age', 'holds: { age: { from: 60 } }', '9:23: holds.age.from: Invalid input: expected string, received number'],
    ['a day that is none', 'holds: { each: licences, from: kind }', 'holds.from: expected a day, but kind is a string'],
    [
      'a tag that is none',
      'holds: { tag: eldery }',
      '9:15: holds.tag: expected a tag, got eldery; the nearest is elderly',
    ],
    [
      'a tag along the graph that is none',
      'holds: { any: [{ reach: { edges: [HOLDS], hops: 3, tag: eldery } }] }',
      'holds.any.0.reach.tag: expected a tag, got eldery; the nearest is elderly',
    ],
    ['a parent that is none', 'parents: [eldery]\nholds: { age: {} }', '9:11: parents.0: expected a tag, got eldery'],
    ['nothing that it holds by', '', 'holds: expected `holds`, as no tag stands below this one'],
  ])('is refused with its place: %s', (_, rest, message) => {
    const attempt = () => compile(rule('elderly', 'holds: { age: { from: P60Y } }'), rule('some_tag', rest));
    expect(attempt).toThrow(message);
    expect(attempt).toThrow('rules/crowd/some_tag.yaml:');
  });

  it('is refused when it leads back to itself', () => {
    expect(() =>
      compile(
        rule('one', 'holds: { all: [{ tag: two }, { age: { from: P1Y } }] }'),
        rule('two', 'holds: { not: { tag: three } }'),
        rule('three', 'holds: { tag: one }'),
      ),
    ).toThrow('rules/crowd/three.yaml:9:15: holds.tag: expected no cycle, got one → two → three → one');
  });

  it('is refused when its file has another name, or its tag stands twice', () => {
    expect(() => readRuleFile(rule('one', 'holds: { age: {} }')[0], 'rules/crowd/two.yaml')).toThrow(
      'rules/crowd/two.yaml:1:6: tag: expected two, as the file is named, got one',
    );
    const [text] = rule('one', 'holds: { age: {} }');
    expect(() => compile([text, 'a/one.yaml'], [text, 'b/one.yaml'])).toThrow(
      'b/one.yaml:1:6: tag: expected a tag of its own, but one stands twice',
    );
  });
});

describe('the rules of the repository', () => {
  it('are all of both kinds of subject, parents after their children', () => {
    const { rules, files } = loadTagging();
    expect(rules.CITIZEN.length + rules.ENTERPRISE.length).toBe(files.length);
    const order = rules.CITIZEN.map(({ rule: { tag } }) => tag);
    expect(order.indexOf('minor')).toBeGreaterThan(order.indexOf('child'));
    expect(order.indexOf('child')).toBeGreaterThan(order.indexOf('infant'));
  });

  it('stand in the folder of their kind', () => {
    for (const { rule: each, source } of loadTagging().files)
      expect(source.file).toContain(`/rules/${each.kind.toLowerCase().replace('_', '-')}/`);
  });

  it('name services that there are', () => {
    const known = loadServiceCatalogue().services;
    const rules = JSON.stringify(loadTagging().files.map(({ rule }) => rule.holds));
    const named = [...rules.matchAll(/\bservice (?:==|!=|in) (\[[^\]]*\]|\\"[^"]*\\")/g)].flatMap(([, operand = '']) =>
      [...operand.matchAll(/\\"([^"\\]+)\\"/g)].map(([, code = '']) => code),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((code) => !known.has(code))).toEqual([]);
  });
});
