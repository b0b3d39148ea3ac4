import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadCatalogue } from '../../../schema/catalogue/catalogue.ts';
import type { IngestReport } from '../../../subgraphs/kit/ingest/report.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { createIdentityKeys } from '../../../subgraphs/personal/identity-keys.ts';
import { createIdentityResolver, definePersonal, type PersonalDB } from '../../../subgraphs/personal/index.ts';
import { openSubgraph, type OpenSubgraph } from '../../support/subgraphs.ts';

export const keyOf = (fill: number): string => Buffer.alloc(32, fill).toString('base64');
export const keys = createIdentityKeys({ current: 1, keys: { '1': keyOf(1) } });
export const definition = definePersonal({ keys, departments: loadCatalogue().departments });

const demoFolder = join(import.meta.dirname, '../../../subgraphs/personal/demo');

export interface OpenPersonal extends OpenSubgraph<PersonalDB> {
  /** The citizen id of an ID number. */
  idOf(idNumber: string): Promise<string>;
  /** Takes rows of a source in, as a department would hand them over. */
  drop(source: string, rows: readonly Readonly<Record<string, string>>[]): Promise<IngestReport>;
  /** Takes every demo drop in, in the order of their names. */
  loadDemo(): Promise<IngestReport[]>;
}

/** The registry of persons on a store of its own, still empty. */
export const openPersonal = async (store: Store<PersonalDB>): Promise<OpenPersonal> => {
  const opened = await openSubgraph(definition, store, { identities: (own) => createIdentityResolver(own, keys) });
  opened.subgraph.directory.follow({ lag: () => 0, stop: () => Promise.resolve() });
  const resolver = createIdentityResolver(store, keys);
  return {
    ...opened,
    idOf: async (idNumber) => {
      const [id = null] = await resolver.resolve([idNumber]);
      if (id === null) throw new Error('Nobody on file has this number.');
      return id;
    },
    drop: async (source, rows) => {
      const folder = await mkdtemp(join(tmpdir(), 'onefile-drop-'));
      const header = Object.keys(opened.ingest.findDeclaration(source)?.columns ?? {});
      const lines = [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))];
      const file = join(folder, 'drop.csv');
      await writeFile(file, lines.map((cells) => `${cells.join(',')}\n`).join(''));
      return opened.ingest.ingestFile(source, file).finally(() => rm(folder, { recursive: true }));
    },
    loadDemo: async () => {
      const reports: IngestReport[] = [];
      for (const file of (await readdir(demoFolder)).filter((each) => each.endsWith('.csv')).sort()) {
        reports.push(await opened.ingest.ingestFile(`personal.${basename(file, '.csv')}`, join(demoFolder, file)));
      }
      return reports;
    },
  };
};

/** ID numbers of those in the demo drops who do not sign in. */
export const relatives = {
  zhouKexin: '310104202103080242',
  zhouZixuan: '310104201411180355',
  chenYutong: '310107201602290409',
  sunXiaobao: '310110201906010179',
  sunHao: '310110198807151051',
  guXiuzhen: '310109195508201021',
  wuYulan: '310104195908091026',
  wuYulanBefore: '310104195909091044',
} as const;
