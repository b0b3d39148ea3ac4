import { loadSdl } from '../../schema/sdl.ts';
import type { SubgraphDefinition } from '../kit/definition.ts';
import { createReadingCollector } from './access-log/collect.ts';
import { startAccessLog } from './background.ts';
import { createContext, type Context } from './context.ts';
import { migrations } from './migrations/migrations.ts';
import { permissions } from './permissions.ts';
import { eraseReadings, mergeSubjects, type GovernanceDB } from './repository.ts';
import { resolvers } from './resolvers.ts';
import { createSourceBoard } from './source-board.ts';

/** Data governance 数据治理: the catalogue, who read whose file, objections, and the sources' board. */
export const governance: SubgraphDefinition<GovernanceDB, Context> = {
  name: 'governance',
  sdl: loadSdl('governance'),
  resolvers,
  permissions,
  entities: { Citizen: { key: 'id' } },
  createContext,
  migrations,
  describeSubjects: () => Promise.resolve([]),
  erase: eraseReadings,
  merge: mergeSubjects,
  retention: [
    { table: 'access_detail', column: 'at', term: 'P3Y' },
    { table: 'access_reading', column: 'received_at', term: 'P7D', where: 'line is not null' },
    { table: 'objection', column: 'decided_at', term: 'P10Y' },
  ],
  consumers: ({ store }) => ({ 'access-log': createReadingCollector(store), 'source-board': createSourceBoard(store) }),
  startBackground: startAccessLog,
};
