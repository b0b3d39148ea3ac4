import { fileURLToPath } from 'node:url';
import { loadSdl } from '../../schema/sdl.ts';
import type { SubgraphDefinition } from '../kit/definition.ts';
import { createContext, type Context } from './context.ts';
import { hooks } from './hooks.ts';
import { migrations } from './migrations/migrations.ts';
import { permissions } from './permissions.ts';
import { eraseCitizen, mergeCitizens, type ArchiveDB } from './repository.ts';
import { resolvers } from './resolvers.ts';
import { retention } from './retention.ts';

/** The registry of life archives 生活档案: accounts, contributions, health, credit, traffic and border crossings of persons. */
export const archive: SubgraphDefinition<ArchiveDB, Context> = {
  name: 'archive',
  sdl: loadSdl('archive'),
  resolvers,
  permissions,
  entities: { Citizen: { key: 'id' } },
  createContext,
  migrations,
  // Who a person is, and to whom, is the word of `personal`.
  describeSubjects: () => Promise.resolve([]),
  sources: { folder: fileURLToPath(new URL('sources', import.meta.url)), hooks: { ...hooks } },
  erase: eraseCitizen,
  merge: mergeCitizens,
  retention,
};
