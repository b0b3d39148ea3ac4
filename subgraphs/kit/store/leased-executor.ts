import {
  DefaultQueryExecutor,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  WithSchemaPlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryExecutorProvider,
  type QueryResult,
} from 'kysely';
import type { QueryConfig, QueryResult as PgResult } from 'pg';
import type { Connection } from './connection.ts';
import type { CopyTarget, Executor } from './store.ts';

/** What stands behind an executor: one leased connection, until the lease ends. */
export interface LeasedConnection extends DatabaseConnection {
  copy(work: (connection: Connection) => Promise<number>): Promise<number>;
  /** Resolves when no statement is under way. */
  settled(): Promise<void>;
}

const reentrant = (): Promise<never> =>
  Promise.reject(new Error('An executor is already in a lease: use Store.transaction, and pass its executor on.'));

/** Connections come from leases alone, so there is nothing for Kysely to open, begin or end. */
const driver: Driver = {
  init: () => Promise.resolve(),
  acquireConnection: reentrant,
  beginTransaction: reentrant,
  commitTransaction: reentrant,
  rollbackTransaction: reentrant,
  releaseConnection: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
};

/** Migrations hold a lock of their own for the length of their transaction; the adapter's would outlive a rollback. */
class LeasedAdapter extends PostgresAdapter {
  override acquireMigrationLock = () => Promise.resolve();
  override releaseMigrationLock = () => Promise.resolve();
}

const adapter = new LeasedAdapter();
const compiler = new PostgresQueryCompiler();
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createQueryCompiler: () => compiler,
  createIntrospector: (db) => new PostgresIntrospector(db),
};

const WRITES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

const toQueryResult = <R>(result: PgResult | PgResult[]): QueryResult<R> => {
  const last = Array.isArray(result) ? result.at(-1) : result;
  if (last === undefined) return { rows: [] };
  return WRITES.has(last.command)
    ? { rows: last.rows as R[], numAffectedRows: BigInt(last.rowCount ?? 0) }
    : { rows: last.rows as R[] };
};

const toQuery = ({ nameOf }: Connection, text: string, parameters: readonly unknown[]): QueryConfig => {
  const name = nameOf(text);
  return { text, values: [...parameters], ...(name === undefined ? {} : { name }) };
};

/** One after the other: `pg` is about to refuse a query while another runs. `guard` throws once the lease has ended. */
export const createLeasedConnection = (
  connection: Connection,
  guard: <T>(statement: () => Promise<T>) => Promise<T>,
): LeasedConnection => {
  let last: Promise<unknown> = Promise.resolve();
  const enqueue = <T>(statement: () => Promise<T>): Promise<T> => {
    const turn = last.then(
      () => guard(statement),
      () => guard(statement),
    );
    last = turn;
    return turn;
  };
  return {
    executeQuery: <R>({ sql, parameters }: CompiledQuery) =>
      enqueue(async () => toQueryResult<R>(await connection.client.query(toQuery(connection, sql, parameters)))),
    // eslint-disable-next-line require-yield -- The interface asks for a generator.
    streamQuery: async function* () {
      await Promise.reject(new Error('Streaming is not supported: page by keyset.'));
    },
    copy: (work) => enqueue(() => work(connection)),
    settled: () =>
      last.then(
        () => undefined,
        () => undefined,
      ),
  };
};

export const createExecutor = <DB>(connection: LeasedConnection, schema: string): Executor<DB> => {
  const provider = {
    provideConnection: <T>(consumer: (connection: DatabaseConnection) => Promise<T>) => consumer(connection),
  };
  const executor = new DefaultQueryExecutor(compiler, adapter, provider, [new WithSchemaPlugin(schema)]);
  return new Kysely<DB>({ config: { dialect }, dialect, driver, executor } as never);
};

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const isLeased = (connection: DatabaseConnection): connection is LeasedConnection => 'copy' in connection;

/** COPY on the connection that `executor` stands on, however it was derived. */
export const copyThrough = (
  executor: QueryExecutorProvider,
  schema: string,
  { table, columns, temporary }: CopyTarget,
  work: (connection: Connection, target: string) => Promise<number>,
): Promise<number> => {
  const name = temporary ? quote(table) : `${quote(schema)}.${quote(table)}`;
  const target = `${name} (${columns.map(quote).join(', ')})`;
  return executor.getExecutor().provideConnection((connection) => {
    if (!isLeased(connection))
      throw new Error(`COPY needs the executor of a lease, but got another one for: ${target}`);
    return connection.copy((leased) => work(leased, target));
  });
};
