import type { SubgraphHost } from '../kit/definition.ts';
import { createSubgraph, type Subgraph } from '../kit/subgraph.ts';
import { licences } from './registry.ts';
import type { LicencesDB } from './repository.ts';

export { licences, type LicencesDB };

/** The registry of licences, as the gateway's process and its own run it. */
export const createLicences = (host: SubgraphHost<LicencesDB>): Subgraph => createSubgraph(licences, host);
