import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DirectoryEntry } from '../../../subgraphs/kit/directory/directory.ts';
import { toSequence } from '../../../subgraphs/kit/feed/sequence.ts';
import type { SubgraphAnswer } from '../../../subgraphs/kit/execute.ts';
import type { IngestReport } from '../../../subgraphs/kit/ingest/report.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { defineTransactions, type TransactionsDB } from '../../../subgraphs/transactions/index.ts';
import type { ServiceCatalogue } from '../../../subgraphs/transactions/catalogue/service-catalogue.ts';
import type { ApplicationState } from '../../../subgraphs/transactions/schema.generated.ts';
import { homeIn } from '../../support/homes.ts';
import { demoPeople, idNumberOf } from '../../support/people.ts';
import { openSubgraph, type OpenSubgraph } from '../../support/subgraphs.ts';
import { CATALOGUE, search } from './fixture-catalogue.ts';

/** The citizen id under which the suites know somebody of the demo cast; `personal` would have minted a random one. */
export const citizenOf = (slug: string): string => `c1_${slug}`;

const byNumber = new Map([
  ...demoPeople.flatMap(({ id, role }) => (role === 'citizen' ? [[idNumberOf(id), citizenOf(id)] as const] : [])),
  // A child of the cast, who does not sign in.
  ['310104202103080242', citizenOf('zhou-kexin')] as const,
]);

/** Enterprises of the demo drops. */
export const MINGMEI = '91310104MA1FPAA18P';
export const ZHIQIANG = '91310105MA1FWBB23B';

const link = (slug: string) => ({ id: citizenOf(slug), since: '2020-01-01', until: null });

const citizenEntry = (
  slug: string,
  more: Partial<Extract<DirectoryEntry, { kind: 'citizen' }>> = {},
): DirectoryEntry => ({
  kind: 'citizen',
  subject: citizenOf(slug),
  districts: homeIn('310104'),
  alive: true,
  mergedInto: null,
  guardians: [],
  spouses: [],
  kin: [],
  ...more,
});

/** What `personal` and `enterprises` would have told: a family in Xuhui, 明梅 with its representative and handler. */
export const TOWN: readonly DirectoryEntry[] = [
  citizenEntry('lin-xiaomei', { spouses: [link('zhou-ming')] }),
  citizenEntry('zhou-ming', { spouses: [link('lin-xiaomei')] }),
  citizenEntry('zhou-kexin', { guardians: [link('lin-xiaomei'), link('zhou-ming')] }),
  citizenEntry('wu-qian', { districts: homeIn('310115') }),
  citizenEntry('zhao-wei', { districts: homeIn('310115') }),
  {
    kind: 'enterprise',
    subject: MINGMEI,
    district: '310104',
    alive: true,
    representatives: [link('zhou-ming')],
    handlers: [
      { ...link('wu-qian'), mandate: 'm1', services: ['annual-report'] },
      { ...link('wu-qian'), mandate: 'm0', services: ['food-permit'], until: '2021-01-01' },
    ],
    holders: [link('lin-xiaomei')],
  },
];

export interface OpenTransactions extends OpenSubgraph<TransactionsDB> {
  /** Tells the directory of subjects, as their owners would. */
  know(entries: readonly DirectoryEntry[]): Promise<void>;
  /** Puts the clock to an instant. */
  setClock(instant: string): void;
  /** Takes rows of a source in, as a department would hand them over. */
  drop(source: string, rows: readonly Readonly<Record<string, string>>[]): Promise<IngestReport>;
  /** Puts an application into the store as it is. */
  putApplication(application: PutApplication): Promise<void>;
}

export interface PutApplication {
  id: string;
  applicant: string;
  service?: string;
  state?: ApplicationState;
}

let sequence = 0;

/** The registry of affairs over the small catalogue, on a store of its own, at ten in the morning of a Sunday. */
export const openTransactions = async (
  store: Store<TransactionsDB>,
  services: ServiceCatalogue = CATALOGUE,
): Promise<OpenTransactions> => {
  let now = '2026-11-22T02:00:00Z';
  const opened = await openSubgraph(defineTransactions({ services, search }), store, {
    identities: () => ({ resolve: (numbers) => Promise.resolve(numbers.map((each) => byNumber.get(each) ?? null)) }),
    clock: () => new Date(now),
  });
  const know: OpenTransactions['know'] = (entries) =>
    store.transaction({ holder: 'test' }, (executor) =>
      opened.subgraph.directory.apply(
        executor,
        entries.map((directory) => ({
          kind: 'directory.changed',
          lane: 'own',
          affects: [directory.subject],
          items: [],
          operationId: null,
          traceId: null,
          directory,
          registry: directory.kind === 'citizen' ? 'personal' : 'enterprises',
          sequence: toSequence('1', (sequence += 1)),
          at: now,
          schemaVersion: 1,
        })),
      ),
    );
  await know(TOWN);
  opened.subgraph.directory.follow({ lag: () => 0, stop: () => Promise.resolve() });
  return {
    ...opened,
    know,
    setClock: (instant) => {
      now = instant;
    },
    drop: async (source, rows) => {
      const folder = await mkdtemp(join(tmpdir(), 'onefile-drop-'));
      const header = Object.keys(opened.ingest.findDeclaration(source)?.columns ?? {});
      const lines = [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))];
      const file = join(folder, 'drop.csv');
      await writeFile(file, lines.map((cells) => `${cells.join(',')}\n`).join(''));
      return opened.ingest.ingestFile(source, file).finally(() => rm(folder, { recursive: true }));
    },
    putApplication: ({ id, applicant, service = 'dog-licence', state = 'DRAFT' }) =>
      store.transaction({ holder: 'test' }, async (executor) => {
        await executor
          .insertInto('application')
          .values({
            id,
            applicant,
            service,
            state,
            handled_by: null,
            state_since: now,
            opened_at: now,
            due_on: null,
            result: null,
          })
          .execute();
      }),
  };
};

/** Codes of an answer's errors, in their order. */
export const codesOf = ({ errors = [] }: SubgraphAnswer): unknown[] =>
  errors.map(({ extensions }) => extensions?.['code']);

/** What the first error of an answer carries. */
export const refusalOf = ({ errors = [] }: SubgraphAnswer): Readonly<Record<string, unknown>> | undefined =>
  errors[0]?.extensions;
