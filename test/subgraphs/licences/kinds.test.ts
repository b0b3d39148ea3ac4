import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '../../../schema/catalogue/catalogue.ts';
import { loadDeclarations } from '../../../subgraphs/kit/ingest/load-declaration.ts';
import { LICENCE_KINDS } from '../../../subgraphs/transactions/catalogue/entries/licence-kinds.ts';
import { KINDS, parseKind, type AttributeKind } from '../../../subgraphs/licences/kinds.ts';

const registry = join(import.meta.dirname, '../../../subgraphs/licences');
const files = readdirSync(join(registry, 'kinds')).map((file) => basename(file, '.yaml'));
const kinds = [...KINDS.values()];
const declarations = loadDeclarations(join(registry, 'sources'));
const { departments } = loadCatalogue();

/** The kinds that a drop brings. */
const broughtBy = ({ set, columns }: (typeof declarations)[number]): string[] => {
  const only = set['kind'];
  const column = columns['证照类型'];
  return [
    ...(typeof only === 'string' ? [only] : []),
    ...(column?.type === 'code' && column.field === 'kind' ? Object.values(column.values ?? {}) : []),
  ];
};

describe('the kinds of licences', () => {
  it('are those by which the service catalogue says what proves a material', () => {
    expect([...LICENCE_KINDS].sort()).toEqual(kinds.map(({ code }) => code).sort());
  });

  it('are the seventeen of citizens and the twelve of enterprises', () => {
    expect(files).toHaveLength(29);
    expect(kinds.map(({ code }) => code.toLowerCase().replaceAll('_', '-')).sort()).toEqual(files.sort());
    expect(kinds.filter(({ holder }) => holder === 'CITIZEN')).toHaveLength(17);
    expect(kinds.filter(({ holder }) => holder === 'ENTERPRISE')).toHaveLength(12);
  });

  it.each(kinds.map((kind) => [kind.code, kind] as const))(
    '%s is issued by a known department',
    (_code, { issuer }) => {
      expect(departments.has(issuer)).toBe(true);
    },
  );

  it.each(kinds.map((kind) => [kind.code, kind] as const))(
    '%s comes with the drop of its issuer',
    (code, { issuer }) => {
      const drops = declarations.filter((each) => broughtBy(each).includes(code));
      expect(drops.map(({ department }) => department)).toEqual([issuer]);
    },
  );

  it.each(kinds.map((kind) => [kind.code, kind] as const))(
    '%s gets each of its attributes by its drop',
    (code, kind) => {
      const columns = declarations
        .filter((each) => broughtBy(each).includes(code))
        .flatMap((each) => Object.keys(each.columns));
      expect(kind.attributes.map(({ name }) => name).filter((name) => !columns.includes(name))).toEqual([]);
    },
  );

  it('mean the same by an attribute of one name, and never two things by one code', () => {
    const all = kinds.flatMap(({ attributes }) => attributes);
    const differing = (key: (one: AttributeKind) => string) =>
      all.filter((one) =>
        all.some((other) => key(one) === key(other) && JSON.stringify(one) !== JSON.stringify(other)),
      );
    expect(differing(({ name }) => name)).toEqual([]);
    expect(differing(({ code }) => code)).toEqual([]);
  });

  it('cite a law, regulation or standard wherever they name a term, a rule or a number', () => {
    const cited = kinds.flatMap(({ basis, terms, renewal, number }) => [
      ...basis,
      ...terms.map((term) => term.basis),
      ...(renewal === null ? [] : [renewal.basis]),
      ...(number === null ? [] : [number.standard]),
    ]);
    expect(cited.filter((text) => !/(法|典|条例|办法|细则|规定|公告|规则|规范|GB \d+)/.test(text))).toEqual([]);
  });

  it('cover every age where terms go by age', () => {
    for (const { code, terms } of kinds) {
      const byAge = terms.filter(({ fromAge, belowAge }) => fromAge !== null || belowAge !== null);
      const steps = byAge.map(({ fromAge, belowAge }) => [fromAge, belowAge]);
      expect([code, steps.slice(1).map(([from]) => from)]).toEqual([
        code,
        steps.slice(0, -1).map(([, below]) => below),
      ]);
      if (byAge.length > 0) expect([code, steps[0]?.[0], steps.at(-1)?.[1]]).toEqual([code, null, null]);
    }
  });
});

describe('a kind that is wrong', () => {
  const passport = readFileSync(join(registry, 'kinds/passport.yaml'), 'utf8');
  const lineOf = (part: string) => passport.slice(0, passport.indexOf(part)).split('\n').length;

  it.each([
    ['a holder that there is not', 'holder: CITIZEN', 'holder: DOG', 'holder: '],
    ['a term that is no duration', 'term: P5Y', 'term: 5 years', 'terms.0.term: an ISO 8601 duration'],
    [
      'an age below the first',
      'belowAge: 16',
      'fromAge: 20\n    belowAge: 16',
      'terms.0.belowAge: expected an age above',
    ],
    [
      'a word that nothing is known of',
      'issuer: public-security',
      'issuer: public-security\nvalid: true',
      'document: ',
    ],
    [
      'another code than its file',
      'code: PASSPORT',
      'code: PASS_PORT',
      'code: expected the name of the file, passport',
    ],
    ['a number that no citizen has', 'standard:', 'form: USCC\n  standard:', 'number.form: only enterprises'],
    ['a pattern that is none', "'^[EG]", "'^([EG]", 'number.pattern: expected a regular expression'],
  ])('is refused for %s, with file and line', (_what, from, to, message) => {
    const line = lineOf(from);
    expect(passport).toContain(from);
    const parse = () => parseKind(passport.replace(from, to), 'kinds/passport.yaml');
    expect(parse).toThrow(
      new RegExp(`^kinds/passport\\.yaml:(?:${line}|${line + 1}|1):\\d+: ${message.replaceAll('.', '\\.')}`),
    );
  });

  it('is refused for a rule of renewal that rules nothing', () => {
    const renewal = 'renewal:\n  workingDays: false\n  basis: 护照法\n';
    expect(() => parseKind(passport + renewal, 'passport.yaml')).toThrow('expected `from` or `by`');
  });
});
