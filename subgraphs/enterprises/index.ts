import type { SubgraphHost } from '../kit/definition.ts';
import { createSubgraph, type Subgraph } from '../kit/subgraph.ts';
import { enterprises } from './registry.ts';
import type { EnterprisesDB } from './repository.ts';

export { enterprises, type EnterprisesDB };

/** The registry of enterprises, as the gateway's process and its own run it. */
export const createEnterprises = (host: SubgraphHost<EnterprisesDB>): Subgraph => createSubgraph(enterprises, host);
