import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { IngestReport } from '../../../subgraphs/kit/ingest/report.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import type { Change } from '../../../subgraphs/kit/feed/change.ts';
import { toSequence } from '../../../subgraphs/kit/feed/sequence.ts';
import { enterprises, type EnterprisesDB } from '../../../subgraphs/enterprises/index.ts';
import { demoPeople, idNumberOf } from '../../support/people.ts';
import { openSubgraph, type OpenSubgraph } from '../../support/subgraphs.ts';
import { homeIn } from '../../support/homes.ts';

const demoFolder = join(import.meta.dirname, '../../../subgraphs/enterprises/demo');

/** Enterprises of the demo drops, by what the tests call them. */
export const USCC = {
  mingmei: '91310104MA1FPAA18P',
  mingmeiFood: '91310115MA1K3CC37X',
  mingmeiBranch: '91310106MA1FQD368F',
  zhiqiang: '91310105MA1FWBB23B',
  shenpu: '91310112MA1GBE474L',
  hujiang: '91310109132508770N',
  yongfeng: '9131011313345628XR',
  jianing: '9131011713409716XX',
  ludao: '91310151MA1JUK944J',
  changfeng: '92310107MA1FYL056K',
  /** Valid, and nobody's. */
  unknown: '91310104MA1FRM165F',
} as const;

/** The citizen id under which the suites know somebody of the demo cast; `personal` would have minted a random one. */
export const citizenOf = (slug: string): string => `c1_${slug}`;

const byNumber = new Map(
  demoPeople.flatMap(({ id, role }) => (role === 'citizen' ? [[idNumberOf(id), citizenOf(id)] as const] : [])),
);

export interface OpenEnterprises extends OpenSubgraph<EnterprisesDB> {
  /** Takes every demo drop in, in the order of their names. */
  loadDemo(): Promise<IngestReport[]>;
  /** What `personal` would have told the directory of these people: alive, and nobody's ward if nothing else is said. */
  knowCitizens(slugs: readonly string[], more?: { alive?: boolean; guardian?: string }): Promise<void>;
}

/** The registry of enterprises on a store of its own, still empty. */
export const openEnterprises = async (store: Store<EnterprisesDB>): Promise<OpenEnterprises> => {
  const opened = await openSubgraph(enterprises, store, {
    identities: () => ({ resolve: (numbers) => Promise.resolve(numbers.map((each) => byNumber.get(each) ?? null)) }),
  });
  return {
    ...opened,
    loadDemo: async () => {
      const reports: IngestReport[] = [];
      for (const file of (await readdir(demoFolder)).filter((each) => each.endsWith('.csv')).sort()) {
        reports.push(await opened.ingest.ingestFile(`enterprises.${basename(file, '.csv')}`, join(demoFolder, file)));
      }
      return reports;
    },
    knowCitizens: (slugs, { alive = true, guardian } = {}) =>
      store.transaction({ holder: 'test' }, (executor) =>
        opened.subgraph.directory.apply(
          executor,
          slugs.map((slug, index) => ({
            ...told(citizenOf(slug), alive, guardian),
            registry: 'personal',
            sequence: toSequence('1', index + 1),
            at: '2026-11-22T02:00:00.000Z',
            schemaVersion: 1,
          })),
        ),
      ),
  };
};

const told = (subject: string, alive: boolean, guardian: string | undefined): Change => ({
  kind: 'citizen.changed',
  lane: 'own',
  affects: [subject],
  items: [],
  operationId: null,
  traceId: null,
  directory: {
    kind: 'citizen',
    subject,
    districts: homeIn('310104'),
    alive,
    mergedInto: null,
    guardians: guardian === undefined ? [] : [{ id: citizenOf(guardian), since: '2020-01-01', until: null }],
    spouses: [],
    kin: [],
  },
});
