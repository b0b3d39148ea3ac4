import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { IngestReport } from '../../../subgraphs/kit/ingest/report.ts';
import { loadServiceCatalogue } from '../../../subgraphs/transactions/catalogue/service-catalogue.ts';
import { demoPeople } from '../../support/people.ts';
import { eachEngine } from '../../support/stores.ts';
import { asCitizen, asPublic } from '../../support/viewers.ts';
import { citizenOf, MINGMEI, openTransactions, type OpenTransactions } from './desk.ts';

const APPLICATION = `{ id service { code name } applicant { ... on Citizen { id } ... on Enterprise { uscc } } handledBy { id } state
  stateSince openedAt dueOn result version
  form { field value prefilledFrom }
  materials { spec { code name licenceKind required when } state licence note }
  log { at step channel by note }
  rating { level tags comment at rectification rectificationState rectificationDueOn }
  appointment { id } }`;
const FILE = `{ id applications(first: 100) { totalCount edges { cursor node ${APPLICATION} } pageInfo { hasNextPage } }
  appointments { id application { id } office { id name address { text district { code } } hours } slot { id from until capacity left } state number version } }`;
const ENTERPRISE = `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${MINGMEI}" }]) {
  ... on Enterprise { applications { totalCount edges { node ${APPLICATION} } } } } }`;

/** The drops of a day on which offices work, in an order in which nothing comes before what it belongs to. */
const MORNING = '2026-11-20T02:30:00Z';
const folder = join(import.meta.dirname, '../../../subgraphs/transactions/demo');

const pathsOf = ({ selections }: SelectionSetNode, path: string): string[] =>
  selections.flatMap((field) => {
    if (field.kind === Kind.INLINE_FRAGMENT) return pathsOf(field.selectionSet, path);
    if (field.kind !== Kind.FIELD) return [];
    const own = `${path}.${field.name.value}`;
    return [own, ...(field.selectionSet === undefined ? [] : pathsOf(field.selectionSet, own))];
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

eachEngine((database) => {
  describe('the demo drops', () => {
    let registry: OpenTransactions;
    let reports: IngestReport[];
    const load = async () => {
      const loaded: IngestReport[] = [];
      for (const file of (await readdir(folder)).filter((each) => each.endsWith('.csv')).sort())
        loaded.push(await registry.ingest.ingestFile(`transactions.${basename(file, '.csv')}`, join(folder, file)));
      return loaded;
    };
    beforeAll(async () => {
      registry = await openTransactions(database().store('transactions'), loadServiceCatalogue());
      reports = await load();
    }, 120_000);
    afterAll(() => registry.close());

    it('are taken in whole', () => {
      expect(reports.length).toBe(registry.ingest.declarations.length);
      expect(
        reports
          .filter(({ rows, accepted, refused }) => accepted !== rows || refused !== null)
          .map(({ source, reasons, refused }) => ({ source, reasons, refused })),
      ).toEqual([]);
    });

    it('change nothing and tell nobody the second time', async () => {
      const before = (await registry.changes()).length;
      expect((await load()).filter(({ rows, unchanged }) => unchanged !== rows)).toEqual([]);
      expect((await registry.changes()).length).toBe(before);
    });

    it('fill every field of a file for somebody', async () => {
      const filled = new Set<string>();
      const citizens = demoPeople.flatMap(({ id, role }) => (role === 'citizen' ? [citizenOf(id)] : []));
      for (const citizen of citizens) {
        const { data, errors } = await registry.as(asCitizen(citizen), `{ me ${FILE} }`);
        expect(errors).toBeUndefined();
        for (const path of filledPaths(data?.['me'])) filled.add(path);
      }
      const { data } = await registry.as(asCitizen(citizenOf('zhou-ming')), ENTERPRISE);
      const [enterprise] = data?.['_entities'] as unknown[];
      for (const path of filledPaths(enterprise)) filled.add(path);
      expect(selectedPaths(FILE).filter((path) => !filled.has(path))).toEqual([]);
    });

    it('tell of an office’s queue while it is news, and of its closures', async () => {
      registry.setClock(MORNING);
      const viewer = { ...asPublic, today: '2026-11-20' };
      const query = `{ offices(service: "food-permit-new", near: { longitude: 121.4712, latitude: 31.2088 }, first: 1) {
        id waitingMinutes slots(service: "food-permit-new", from: "2026-12-05", until: "2026-12-06") { id } } }`;
      expect((await registry.as(viewer, query)).data).toEqual({
        offices: [{ id: '310101-service-centre', waitingMinutes: 25, slots: [] }],
      });
      registry.setClock('2026-11-22T02:00:00Z');
    });

    it('give the public the sum of five ratings and no less', async () => {
      const query = `{ told: service(code: "hk-macau-endorsement-tourism") { ratings { count mean badRate rectifiedRate } }
        single: service(code: "fund-withdrawal-rent") { ratings { count mean badRate rectifiedRate } } }`;
      expect((await registry.as(asPublic, query)).data).toEqual({
        told: { ratings: { count: 5, mean: 4, badRate: 0.2, rectifiedRate: 1 } },
        single: { ratings: { count: 0, mean: null, badRate: null, rectifiedRate: null } },
      });
    });
  });
});
