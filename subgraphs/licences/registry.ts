import { fileURLToPath } from 'node:url';
import { loadSdl } from '../../schema/sdl.ts';
import type { SubgraphDefinition } from '../kit/definition.ts';
import { createContext, relateLicences, type Context } from './context.ts';
import { hooks } from './hooks.ts';
import { migrations } from './migrations/migrations.ts';
import { permissions } from './permissions.ts';
import { eraseHolder, mergeHolders, type LicencesDB } from './repository.ts';
import { resolvers } from './resolvers.ts';
import { retention } from './retention.ts';

/** The registry of licences 证照: what departments have issued to citizens and enterprises. */
export const licences: SubgraphDefinition<LicencesDB, Context> = {
  name: 'licences',
  sdl: loadSdl('licences'),
  resolvers,
  permissions,
  entities: {
    Citizen: { key: 'id' },
    Enterprise: { key: 'uscc' },
    Licence: { key: 'id', load: ({ licences: byId }, id) => byId.load(id) },
  },
  relate: (base) => ({ Licence: relateLicences(base) }),
  createContext,
  migrations,
  // Who is who to whom is told by `personal` and `enterprises`.
  describeSubjects: () => Promise.resolve([]),
  sources: { folder: fileURLToPath(new URL('sources', import.meta.url)), hooks },
  erase: eraseHolder,
  merge: mergeHolders,
  retention,
};
