import type { SubgraphHost } from '../kit/definition.ts';
import { createSubgraph, type Subgraph } from '../kit/subgraph.ts';
import { archive } from './registry.ts';
import type { ArchiveDB } from './repository.ts';

export { archive, type ArchiveDB };

/** The registry of life archives, as the gateway's process and its own run it. */
export const createArchive = (host: SubgraphHost<ArchiveDB>): Subgraph => createSubgraph(archive, host);
