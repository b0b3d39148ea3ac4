import { loadSdl } from '../schema/sdl.ts';
import type { SubgraphDefinition } from '../subgraphs/kit/definition.ts';
import { createContext, type Context, type TaggingParts } from './context.ts';
import { migrations } from './migrations/index.ts';
import { permissions } from './permissions.ts';
import { eraseSayings, mergeSayings, type TaggingDB } from './repository.ts';
import { resolvers } from './resolvers.ts';
import { retention } from './retention.ts';
import type { Tagger } from './tagger.ts';

/** Tagging 标签服务: what is true of citizens and enterprises by rule, since when, until when and why. */
export const defineTagging = (
  parts: Omit<TaggingParts, 'tagger'> & { tagger: Tagger },
): SubgraphDefinition<TaggingDB, Context> => ({
  name: 'tagging',
  sdl: loadSdl('tagging'),
  resolvers,
  permissions,
  entities: { Citizen: { key: 'id' }, Enterprise: { key: 'uscc' } },
  createContext: createContext(parts),
  migrations,
  // Of subjects the owners of their files tell.
  describeSubjects: () => Promise.resolve([]),
  erase: eraseSayings,
  merge: mergeSayings,
  retention,
  consumers: () => ({ derive: parts.tagger.handle }),
  startBackground: parts.tagger.start,
});
