import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DirectoryEntry } from '../../../subgraphs/kit/directory/directory.ts';
import { toSequence } from '../../../subgraphs/kit/feed/sequence.ts';
import type { IngestOptions } from '../../../subgraphs/kit/ingest/host.ts';
import type { IngestReport } from '../../../subgraphs/kit/ingest/report.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { licences, type LicencesDB } from '../../../subgraphs/licences/index.ts';
import { homeIn } from '../../support/homes.ts';
import { demoPeople } from '../../support/people.ts';
import { openSubgraph, type OpenSubgraph } from '../../support/subgraphs.ts';

const demoFolder = join(import.meta.dirname, '../../../subgraphs/licences/demo');

/** ID numbers of those who hold licences in the demo drops and do not sign in. */
export const RELATIVES: Readonly<Record<string, string>> = {
  'zhou-kexin': '310104202103080242',
  'zhou-zixuan': '310104201411180355',
  'zhou-jianhua': '31010419581102103X',
  'wu-yulan': '310104195908091026',
  'chen-yutong': '310107201602290409',
  'sun-xiaobao': '310110201906010179',
};

/** The citizen id under which the suites know somebody; `personal` would have minted a random one. */
export const citizenOf = (slug: string): string => `c1_${slug}`;

const byNumber = new Map([
  ...demoPeople.flatMap((one) => (one.role === 'citizen' ? [[one.idNumber, citizenOf(one.id)] as const] : [])),
  ...Object.entries(RELATIVES).map(([slug, number]) => [number, citizenOf(slug)] as const),
]);

/** Everybody who holds a licence in the demo drops, by citizen id. */
export const HOLDERS: readonly string[] = [...new Set(byNumber.values())];

export const ID_NUMBERS: readonly string[] = [...byNumber.keys()];

export interface OpenLicences extends OpenSubgraph<LicencesDB> {
  /** Takes every demo drop in, in the order of their names. */
  loadDemo(): Promise<IngestReport[]>;
  /** Takes rows of a source in, as a department would hand them over. */
  drop(
    source: string,
    rows: readonly Readonly<Record<string, string>>[],
    options?: IngestOptions,
  ): Promise<IngestReport>;
  /** What the owners would have told the directory. */
  know(entries: readonly DirectoryEntry[]): Promise<void>;
  /** Ids of a holder's licences of a kind, the latest issued first. */
  idsOf(holder: string, kind: string): Promise<string[]>;
}

/** The registry of licences on a store of its own, still empty. */
export const openLicences = async (store: Store<LicencesDB>): Promise<OpenLicences> => {
  const opened = await openSubgraph(licences, store, {
    identities: () => ({ resolve: (numbers) => Promise.resolve(numbers.map((each) => byNumber.get(each) ?? null)) }),
  });
  // Nobody tells this directory anything but the test: it is as far as it will ever be.
  opened.subgraph.directory.follow({ lag: () => 0, stop: () => Promise.resolve() });
  let told = 0;
  return {
    ...opened,
    loadDemo: async () => {
      const reports: IngestReport[] = [];
      for (const file of (await readdir(demoFolder)).filter((each) => each.endsWith('.csv')).sort()) {
        reports.push(await opened.ingest.ingestFile(`licences.${basename(file, '.csv')}`, join(demoFolder, file)));
      }
      return reports;
    },
    drop: async (source, rows, options) => {
      const folder = await mkdtemp(join(tmpdir(), 'onefile-drop-'));
      const header = [...Object.keys(opened.ingest.findDeclaration(source)?.columns ?? {}), '操作'];
      const lines = [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))];
      const file = join(folder, 'drop.csv');
      await writeFile(file, lines.map((cells) => `${cells.join(',')}\n`).join(''));
      return opened.ingest.ingestFile(source, file, options).finally(() => rm(folder, { recursive: true }));
    },
    know: (entries) =>
      store.transaction({ holder: 'test' }, (executor) =>
        opened.subgraph.directory.apply(
          executor,
          entries.map((entry) => ({
            kind: 'subject.changed',
            lane: 'own',
            affects: [entry.subject],
            items: [],
            operationId: null,
            traceId: null,
            directory: entry,
            registry: entry.kind === 'citizen' ? 'personal' : 'enterprises',
            sequence: toSequence('1', (told += 1)),
            at: '2026-11-22T02:00:00.000Z',
            schemaVersion: 1,
          })),
        ),
      ),
    idsOf: (holder, kind) =>
      store.read({ holder: 'test' }, async (executor) => {
        const rows = await executor
          .selectFrom('licence')
          .where('holder', '=', holder)
          .where('kind', '=', kind)
          .orderBy('issued_on', 'desc')
          .select('id')
          .execute();
        return rows.map(({ id }) => id);
      }),
  };
};

/** A citizen of Xuhui, as `personal` tells of one. */
export const citizenEntry = (
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

/** An enterprise of Xuhui, as `enterprises` tells of one. */
export const enterpriseEntry = (
  uscc: string,
  more: Partial<Extract<DirectoryEntry, { kind: 'enterprise' }>> = {},
): DirectoryEntry => ({
  kind: 'enterprise',
  subject: uscc,
  district: '310104',
  alive: true,
  representatives: [],
  handlers: [],
  holders: [],
  ...more,
});
