import { fileURLToPath } from 'node:url';
import { loadSdl } from '../../schema/sdl.ts';
import type { SubgraphDefinition } from '../kit/definition.ts';
import { createContext, relatePremises, type Context, type PersonalParts } from './context.ts';
import { createHooks } from './hooks.ts';
import { migrations } from './migrations/migrations.ts';
import { permissions } from './permissions.ts';
import { describeCitizens, eraseCitizen, type PersonalDB } from './repository.ts';
import { resolvers } from './resolvers.ts';
import { retention } from './retention.ts';

/** The registry of persons 个人信息: who they are, to whom they belong, where they live. */
export const definePersonal = (parts: PersonalParts): SubgraphDefinition<PersonalDB, Context> => ({
  name: 'personal',
  sdl: loadSdl('personal'),
  resolvers,
  permissions,
  entities: {
    Citizen: { key: 'id', load: ({ citizens }, id) => citizens.load(id) },
    Premise: { key: 'id', load: ({ premises }, id) => premises.load(id) },
  },
  relate: (base) => ({ Premise: relatePremises(base) }),
  createContext: createContext(parts),
  migrations,
  describeSubjects: describeCitizens,
  sources: { folder: fileURLToPath(new URL('sources', import.meta.url)), hooks: { ...createHooks(parts.keys) } },
  erase: eraseCitizen,
  // Merges begin here, with a corrected number: see hooks.ts.
  merge: () => Promise.resolve([]),
  retention,
});
