import { fileURLToPath } from 'node:url';
import { loadSdl } from '../../schema/sdl.ts';
import type { SubgraphDefinition } from '../kit/definition.ts';
import { createContext, type Context } from './context.ts';
import { hooks } from './hooks.ts';
import { migrations } from './migrations/migrations.ts';
import { permissions } from './permissions.ts';
import { describeEnterprises, eraseCitizen, mergeCitizens, type EnterprisesDB } from './repository.ts';
import { resolvers } from './resolvers.ts';
import { retention } from './retention.ts';

/** The registry of enterprises 一企一档: what they are, who owns, leads and acts for them, what was recorded of them. */
export const enterprises: SubgraphDefinition<EnterprisesDB, Context> = {
  name: 'enterprises',
  sdl: loadSdl('enterprises'),
  resolvers,
  permissions,
  entities: {
    Citizen: { key: 'id' },
    Enterprise: { key: 'uscc', load: (context, uscc) => context.enterprises.load(uscc) },
  },
  createContext,
  migrations,
  describeSubjects: describeEnterprises,
  sources: { folder: fileURLToPath(new URL('sources', import.meta.url)), hooks: { ...hooks } },
  erase: eraseCitizen,
  merge: mergeCitizens,
  retention,
};
