import { governance, type GovernanceDB } from '../../../subgraphs/governance/index.ts';
import type { CitizenEntry } from '../../../subgraphs/kit/directory/directory.ts';
import type { Database } from '../../../subgraphs/kit/store/database.ts';
import type { LeaseOptions } from '../../../subgraphs/kit/store/store.ts';
import { openSubgraph, type OpenSubgraph } from '../../support/subgraphs.ts';
import { anEvent } from '../kit/feed/harness.ts';

/** Governance, with a directory that is always fresh and says what it is told. */
export interface Desk extends OpenSubgraph<GovernanceDB> {
  /** What `personal` tells of these people. */
  tell(...people: (Pick<CitizenEntry, 'subject'> & Partial<CitizenEntry>)[]): Promise<void>;
  /** The leases that requests took since this was asked last, in their order. */
  takeLeases(): string[];
}

/** Those of requests; relay, consumers and appender work beside them. */
const OF_REQUESTS = ['read governance test', 'transaction governance test', 'read governance.directory'];

export const XUHUI = { district: '310104', since: '2000-01-01', until: null };
export const PUTUO = { district: '310107', since: '2000-01-01', until: null };

export const openDesk = async (database: Database): Promise<Desk> => {
  const leases: string[] = [];
  const plain = database.store<GovernanceDB>('governance');
  const note = (kind: string, { holder }: LeaseOptions) => {
    const lease = `${kind} ${holder}`;
    if (OF_REQUESTS.includes(lease)) leases.push(lease);
  };
  const store: typeof plain = {
    ...plain,
    read: (options, work) => {
      note('read', options);
      return plain.read(options, work);
    },
    transaction: (options, work) => {
      note('transaction', options);
      return plain.transaction(options, work);
    },
  };
  const desk = await openSubgraph(governance, store);
  const { directory } = desk.subgraph;
  directory.follow({ lag: () => 0, stop: () => Promise.resolve() });
  let told = 0;
  return {
    ...desk,
    takeLeases: () => leases.splice(0),
    tell: (...people) =>
      store.transaction({ holder: 'test' }, (executor) =>
        directory.apply(
          executor,
          people.map(({ subject, ...part }) =>
            anEvent((told += 1), {
              kind: 'directory.changed',
              affects: [subject],
              directory: {
                kind: 'citizen',
                subject,
                districts: [XUHUI],
                alive: true,
                mergedInto: null,
                guardians: [],
                spouses: [],
                kin: [],
                ...part,
              },
            }),
          ),
        ),
      ),
  };
};
