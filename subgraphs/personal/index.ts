import type { SubgraphHost } from '../kit/definition.ts';
import { createSubgraph, type Subgraph } from '../kit/subgraph.ts';
import { readIdentityKeys } from './config.ts';
import { definePersonal } from './registry.ts';
import type { PersonalDB } from './repository.ts';

export { createIdentityResolver, rotateIdentityKeys, type PersonalDB } from './repository.ts';
export { definePersonal, readIdentityKeys };

/** The registry of persons, as the gateway's process and its own run it. */
export const createPersonal = (host: SubgraphHost<PersonalDB>): Subgraph =>
  createSubgraph(
    definePersonal({ keys: readIdentityKeys(host.dataFolder), departments: host.catalogue.departments }),
    host,
  );
