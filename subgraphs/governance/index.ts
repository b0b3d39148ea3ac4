import type { SubgraphHost } from '../kit/definition.ts';
import { createSubgraph, type Subgraph } from '../kit/subgraph.ts';
import { checkAppended } from './access-log/overdue.ts';
import { governance } from './registry.ts';
import type { GovernanceDB } from './repository.ts';

export { anchorFile, readAnchors } from './access-log/anchors.ts';
export { verifyAccessLog } from './access-log/verify.ts';
export { governance, type GovernanceDB };

/** Data governance, as the gateway's process and its own run it; it is ready while the access log is written. */
export const createGovernance = (host: SubgraphHost<GovernanceDB>): Subgraph => {
  const subgraph = createSubgraph(governance, host);
  return { ...subgraph, ready: () => subgraph.ready().then(() => checkAppended(host.store)) };
};
