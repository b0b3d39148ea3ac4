import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { toSequence } from '../../../subgraphs/kit/feed/sequence.ts';
import type { IngestReport } from '../../../subgraphs/kit/ingest/report.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { archive, type ArchiveDB } from '../../../subgraphs/archive/index.ts';
import { homeIn } from '../../support/homes.ts';
import { demoPeople, idNumberOf } from '../../support/people.ts';
import { openSubgraph, type OpenSubgraph } from '../../support/subgraphs.ts';

const demoFolder = join(import.meta.dirname, '../../../subgraphs/archive/demo');

/** ID numbers of those in the demo drops who do not sign in. */
const relatives: Readonly<Record<string, string>> = {
  'gu-xiuzhen': '310109195508201021',
  'zhou-kexin': '310104202103080242',
  'zhou-zixuan': '310104201411180355',
  'zhou-jianhua': '31010419581102103X',
  'wu-yulan': '310104195908091026',
  'chen-yutong': '310107201602290409',
  'sun-xiaobao': '310110201906010179',
};

/** The citizen id under which the suites know somebody; `personal` would have minted a random one. */
export const citizenOf = (slug: string): string => `c1_${slug}`;

/** The ID number of somebody in the demo drops, by slug. */
export const numberOf = (slug: string): string => relatives[slug] ?? idNumberOf(slug);

/** Everybody who may have an archive, by slug. */
export const everybody: readonly string[] = [
  ...demoPeople.flatMap(({ id, role }) => (role === 'citizen' ? [id] : [])),
  ...Object.keys(relatives),
];

const byNumber = new Map(everybody.map((slug) => [numberOf(slug), citizenOf(slug)]));

export interface OpenArchive extends OpenSubgraph<ArchiveDB> {
  /** Takes every demo drop in, in the order of their names. */
  loadDemo(): Promise<IngestReport[]>;
  /** Takes rows of a source in, as a department would hand them over. */
  drop(source: string, rows: readonly Readonly<Record<string, string>>[], date?: string): Promise<IngestReport>;
  /** What `personal` would have told the directory of somebody: alive, at home in Xuhui, a ward of the guardian. */
  knowCitizen(slug: string, more?: { guardian?: string; district?: string }): Promise<void>;
}

/** The registry of life archives on a store of its own, still empty. */
export const openArchive = async (store: Store<ArchiveDB>): Promise<OpenArchive> => {
  const opened = await openSubgraph(archive, store, {
    identities: () => ({ resolve: (numbers) => Promise.resolve(numbers.map((each) => byNumber.get(each) ?? null)) }),
  });
  // As if the feed of `personal` had just been read.
  opened.subgraph.directory.follow({ lag: () => 0, stop: () => Promise.resolve() });
  let known = 0;
  return {
    ...opened,
    loadDemo: async () => {
      const reports: IngestReport[] = [];
      for (const file of (await readdir(demoFolder)).filter((each) => each.endsWith('.csv')).sort()) {
        reports.push(await opened.ingest.ingestFile(`archive.${basename(file, '.csv')}`, join(demoFolder, file)));
      }
      return reports;
    },
    drop: async (source, rows, date) => {
      const folder = await mkdtemp(join(tmpdir(), 'onefile-drop-'));
      const header = Object.keys(opened.ingest.findDeclaration(source)?.columns ?? {});
      const lines = [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))];
      const file = join(folder, 'drop.csv');
      await writeFile(file, lines.map((cells) => `${cells.join(',')}\n`).join(''));
      return opened.ingest
        .ingestFile(source, file, date === undefined ? {} : { manifest: { date } })
        .finally(() => rm(folder, { recursive: true }));
    },
    knowCitizen: (slug, { guardian, district = '310104' } = {}) =>
      store.transaction({ holder: 'test' }, (executor) =>
        opened.subgraph.directory.apply(executor, [
          {
            kind: 'citizen.changed',
            lane: 'own',
            affects: [citizenOf(slug)],
            items: [],
            operationId: null,
            traceId: null,
            directory: {
              kind: 'citizen',
              subject: citizenOf(slug),
              districts: homeIn(district),
              alive: true,
              mergedInto: null,
              guardians: guardian === undefined ? [] : [{ id: citizenOf(guardian), since: '2020-01-01', until: null }],
              spouses: [],
              kin: [],
            },
            registry: 'personal',
            sequence: toSequence('1', (known += 1)),
            at: '2026-11-22T02:00:00.000Z',
            schemaVersion: 1,
          },
        ]),
      ),
  };
};
