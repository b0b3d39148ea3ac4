import type { TaggerOptions } from './tagger.ts';
import { openNeo4jTagStore } from './tag-store/neo4j-tag-store.ts';
import { createSqlTagStore } from './tag-store/sql-tag-store.ts';

/** Where tags are kept: a Neo4j, or without one the tables of the subgraph. */
export interface TagStoreAddress {
  readonly NEO4J_URL?: string | undefined;
  readonly NEO4J_USER: string;
  readonly NEO4J_PASSWORD?: string | undefined;
}

export const openTagStoreOf =
  ({ NEO4J_URL: url, NEO4J_USER: user, NEO4J_PASSWORD: password }: TagStoreAddress): TaggerOptions['openTags'] =>
  (store) =>
    url === undefined
      ? Promise.resolve(createSqlTagStore(store))
      : openNeo4jTagStore({ url, login: password === undefined ? null : { user, password } });
