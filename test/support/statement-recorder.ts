import { PostgresQueryCompiler, type KyselyPlugin } from 'kysely';
import type { Store } from '../../subgraphs/kit/store/store.ts';

/** A statement as it was sent, parameters apart, or the begin of a lease. */
export type RecordedStatement = string;

export interface StatementRecorder {
  /** The same store, whose statements are recorded. */
  watch<DB>(store: Store<DB>): Store<DB>;
  /** Runs the work and gives every statement of all watched stores in its course. */
  during<T>(work: () => Promise<T>): Promise<{ result: T; statements: readonly RecordedStatement[] }>;
}

/** Records what goes to the database, by a kysely plugin behind all others. */
export const recordStatements = (): StatementRecorder => {
  let recorded: RecordedStatement[] | null = null;
  const compiler = new PostgresQueryCompiler();
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      recorded?.push(compiler.compileQuery(node, queryId).sql);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return {
    watch: (store) => ({
      ...store,
      read: (options, work) => {
        recorded?.push(`read ${store.schema}`);
        return store.read(options, (executor) => work(executor.withPlugin(plugin)));
      },
      transaction: (options, work) => {
        recorded?.push(`transaction ${store.schema}`);
        return store.transaction(options, (executor) => work(executor.withPlugin(plugin)));
      },
    }),
    during: async (work) => {
      const statements: RecordedStatement[] = [];
      recorded = statements;
      try {
        return { result: await work(), statements };
      } finally {
        recorded = null;
      }
    },
  };
};
