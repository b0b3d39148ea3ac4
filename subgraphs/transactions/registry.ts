import { fileURLToPath } from 'node:url';
import { loadSdl } from '../../schema/sdl.ts';
import type { SubgraphDefinition } from '../kit/definition.ts';
import { createContext, type Context, type TransactionsParts } from './context.ts';
import { createHooks } from './hooks.ts';
import { migrations } from './migrations/migrations.ts';
import { permissions } from './permissions.ts';
import { relateApplications } from './relate-applications.ts';
import { eraseApplicant, mergeApplicants, type TransactionsDB } from './repository.ts';
import { resolvers } from './resolvers.ts';
import { retention } from './retention.ts';

/** The registry of affairs 个人办事: what can be applied for and where, applications, appointments, ratings. */
export const defineTransactions = (parts: TransactionsParts): SubgraphDefinition<TransactionsDB, Context> => ({
  name: 'transactions',
  sdl: loadSdl('transactions'),
  resolvers,
  permissions,
  entities: {
    Citizen: { key: 'id' },
    Enterprise: { key: 'uscc' },
    Application: { key: 'id', load: ({ applications }, id) => applications.load(id) },
  },
  relate: (base) => ({ Application: relateApplications(parts.services)(base) }),
  createContext: createContext(parts),
  migrations,
  // Of subjects the owners of their files tell.
  describeSubjects: () => Promise.resolve([]),
  sources: { folder: fileURLToPath(new URL('sources', import.meta.url)), hooks: { ...createHooks(parts.services) } },
  erase: eraseApplicant,
  merge: mergeApplicants,
  retention,
});
