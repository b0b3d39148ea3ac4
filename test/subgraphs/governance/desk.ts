import { governance, type GovernanceDB } from '../../../subgraphs/governance/index.ts';
import type { CitizenEntry } from '../../../subgraphs/kit/directory/directory.ts';
import type { Database } from '../../../subgraphs/kit/store/database.ts';
import { openSubgraph, type OpenSubgraph } from '../../support/subgraphs.ts';
import { anEvent } from '../kit/feed/harness.ts';

/** Governance, with a directory that is always fresh and says what it is told. */
export interface Desk extends OpenSubgraph<GovernanceDB> {
  /** What `personal` tells of these people. */
  tell(...people: (Pick<CitizenEntry, 'subject'> & Partial<CitizenEntry>)[]): Promise<void>;
}

export const XUHUI = { district: '310104', since: '2000-01-01', until: null };
export const PUTUO = { district: '310107', since: '2000-01-01', until: null };

export const openDesk = async (database: Database): Promise<Desk> => {
  const store = database.store<GovernanceDB>('governance');
  const desk = await openSubgraph(governance, store);
  const { directory } = desk.subgraph;
  directory.follow({ lag: () => 0, stop: () => Promise.resolve() });
  let told = 0;
  return {
    ...desk,
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
