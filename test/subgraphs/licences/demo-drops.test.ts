import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { IngestReport } from '../../../subgraphs/kit/ingest/report.ts';
import type { LicencesDB } from '../../../subgraphs/licences/index.ts';
import { eachEngine } from '../../support/stores.ts';
import { asCitizen, asSystem, TODAY } from '../../support/viewers.ts';
import { USCC } from '../enterprises/demo.ts';
import { citizenOf, HOLDERS, ID_NUMBERS, openLicences, type OpenLicences } from './demo.ts';

const LICENCE = `{
  id issuer { code name nameEn } issuingOffice issuedOn validFrom validUntil status statusSince
  statusChanges { status since ground } attributes { code name nameEn value }
  endorsements { kind name nameEn destination validFrom validUntil entries entriesLeft }
  kind { code name nameEn holder issuer { code } basis term renewFrom
    terms { term fromAge belowAge occasion occasionEn basis } renewal { from by workingDays basis }
    attributes { code name nameEn } endorsements { code name nameEn } }
  holder { ... on Citizen { id } ... on Enterprise { uscc } }
}`;
const LICENCES = `licences(first: 100) { totalCount edges { cursor node ${LICENCE} } pageInfo { hasNextPage endCursor } }`;

const pathsOf = ({ selections }: SelectionSetNode, path: string): string[] =>
  selections.flatMap((part) => {
    if (part.kind === Kind.INLINE_FRAGMENT) return pathsOf(part.selectionSet, path);
    if (part.kind !== Kind.FIELD) return [];
    const own = `${path}.${part.name.value}`;
    return [own, ...(part.selectionSet === undefined ? [] : pathsOf(part.selectionSet, own))];
  });

/** Paths that a selection asks for. */
const selectedPaths = (selection: string): string[] =>
  parse(selection).definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? pathsOf(node.selectionSet, '') : [],
  );

/** Paths that hold something: lists are looked through. */
const filledPaths = (value: unknown, path = ''): string[] => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => filledPaths(one, path));
  if (typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => filledPaths(inner, `${path}.${name}`))];
};

interface Licences {
  licences: { totalCount: number; edges: { node: Record<string, unknown> & { kind: { code: string } } }[] };
}

eachEngine((database) => {
  describe('the demo drops', () => {
    let registry: OpenLicences;
    let reports: IngestReport[];
    beforeAll(async () => {
      registry = await openLicences(database().store('licences'));
      reports = await registry.loadDemo();
    }, 120_000);
    afterAll(() => registry.close());

    const holdings = async (type: string, key: string, ids: readonly string[]): Promise<Licences[]> => {
      const query = `query ($named: [_Any!]!) { _entities(representations: $named) { ... on ${type} { ${LICENCES} } } }`;
      const { data, errors } = await registry.as(asSystem, query, {
        named: ids.map((id) => ({ __typename: type, [key]: id })),
      });
      expect(errors).toBeUndefined();
      return data?.['_entities'] as Licences[];
    };
    const kindsOf = async (slug: string) => {
      const [file] = await holdings('Citizen', 'id', [citizenOf(slug)]);
      return (file?.licences.edges ?? []).map(({ node }) => node.kind.code);
    };

    it('are taken in whole', () => {
      expect(reports.length).toBe(registry.ingest.declarations.length);
      expect(reports.filter(({ rows, accepted, refused }) => accepted !== rows || refused !== null)).toEqual([]);
    });

    it('change nothing and tell nobody the second time', async () => {
      const before = (await registry.changes()).length;
      const again = await registry.loadDemo();
      expect(again.filter(({ rows, unchanged }) => unchanged !== rows)).toEqual([]);
      expect((await registry.changes()).length).toBe(before);
    });

    it('fill every field of a licence for somebody', async () => {
      const files = [
        ...(await holdings('Citizen', 'id', HOLDERS)),
        ...(await holdings('Enterprise', 'uscc', Object.values(USCC))),
      ];
      const filled = new Set(files.flatMap((file) => filledPaths(file)));
      expect(
        selectedPaths(`{ ${LICENCES} }`).filter((path) => !filled.has(path) && !path.endsWith('.endCursor')),
      ).toEqual([]);
    });

    it('keep no ID number: who holds a licence is known by an id, and a number that is the holder’s is not there', async () => {
      const told = await database()
        .store<LicencesDB>('licences')
        .read({ holder: 'test' }, async (executor) => [
          ...(await executor.selectFrom('licence').selectAll().execute()),
          ...(await executor.selectFrom('status_change').selectAll().execute()),
          ...(await executor.selectFrom('endorsement').selectAll().execute()),
        ]);
      expect(told.length).toBeGreaterThan(100);
      expect(ID_NUMBERS.filter((number) => JSON.stringify(told).includes(number))).toEqual([]);
    });

    it('tell of 林晓梅 a permit to Hong Kong that is valid to the end of 30 December 2026, with entries left', async () => {
      const { data } = await registry.as(
        asCitizen(citizenOf('lin-xiaomei')),
        '{ me { licences(kinds: ["HK_MACAU_PERMIT"]) { edges { node { validUntil status endorsements { kind destination validUntil entries entriesLeft } } } } } }',
      );
      expect(data?.['me']).toEqual({
        licences: {
          edges: [
            {
              node: {
                validUntil: '2026-12-31',
                status: 'VALID',
                endorsements: [
                  { kind: 'G', destination: 'HONG_KONG', validUntil: '2026-12-31', entries: 2, entriesLeft: 1 },
                  { kind: 'G', destination: 'MACAU', validUntil: '2025-05-06', entries: 1, entriesLeft: 0 },
                ],
              },
            },
          ],
        },
      });
    });

    it('tell of 赵伟 a residence permit without a gap since March 2022', async () => {
      const { data } = await registry.as(
        asCitizen(citizenOf('zhao-wei')),
        '{ me { licences(kinds: ["RESIDENCE_PERMIT"]) { edges { node { validFrom validUntil } } } } }',
      );
      const { edges } = (data?.['me'] as Licences).licences;
      const terms = edges.map(({ node }) => [node['validFrom'], node['validUntil']]).reverse();
      expect(terms[0]?.[0]).toBe('2022-03-15');
      expect(terms.at(-1)?.[1]).toBe('2027-03-15');
      expect(terms.slice(1).map(([from]) => from)).toEqual(terms.slice(0, -1).map(([, until]) => until));
    });

    it('agree with the lives of the demo people', async () => {
      expect(await kindsOf('wang-li')).toEqual(expect.arrayContaining(['DIVORCE_CERTIFICATE', 'PROPERTY_CERTIFICATE']));
      expect(await kindsOf('li-xiuying')).toEqual(expect.arrayContaining(['DISABILITY_CERTIFICATE', 'SENIOR_CARD']));
      expect(await kindsOf('ma-xiaodong')).not.toContain('SENIOR_CARD');
    });

    it('know a barber without a hygiene permit, and a hotel with permits of four departments', async () => {
      const [barber, hotel] = await holdings('Enterprise', 'uscc', [USCC.changfeng, USCC.hujiang]);
      expect(barber?.licences.edges.map(({ node }) => node.kind.code)).toEqual(['BUSINESS_LICENCE']);
      const issuers = new Set(hotel?.licences.edges.map(({ node }) => (node['issuer'] as { code: string }).code));
      expect([...issuers].sort()).toEqual(
        ['culture-tourism', 'health', 'market-regulation', 'public-security', 'tobacco-monopoly'].sort(),
      );
    });

    it('are valid or not on a day by term and status together', async () => {
      const { data } = await registry.as(
        asSystem,
        `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${USCC.hujiang}" }]) { ... on Enterprise {
          licences(validOn: "${TODAY}") { edges { node { kind { code } } } } } } }`,
      );
      const [hotel] = data?.['_entities'] as Licences[];
      const codes = hotel?.licences.edges.map(({ node }) => node.kind.code).sort();
      expect(codes).toEqual([
        'BUSINESS_LICENCE',
        'PUBLIC_PLACE_HYGIENE_PERMIT',
        'SPECIAL_TRADE_PERMIT',
        'TOBACCO_PERMIT',
      ]);
    });
  });
});
