import type { ConnectionLease } from './connection.ts';
import { copyThrough, createExecutor, createLeasedConnection } from './leased-executor.ts';
import { watchLease } from './lease-watch.ts';
import { isConnectionLoss, StoreOutage } from './outage.ts';
import type { Executor, LeaseOptions, Store } from './store.ts';

export interface LeasedStoreOptions {
  engine: Store<unknown>['engine'];
  schema: string;
  lease: (options: LeaseOptions) => Promise<ConnectionLease>;
  /** After that long without a statement a lease is taken back. */
  idleMs: number;
  close: () => Promise<void>;
}

const toError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

const toOutage = (cause: unknown): StoreOutage => new StoreOutage(toError(cause).message, { cause });

/** The store over whatever lends connections; both engines are this. */
export const createLeasedStore = <DB>({ engine, schema, lease, idleMs, close }: LeasedStoreOptions): Store<DB> => {
  const run = async <T>(
    options: LeaseOptions,
    work: (executor: Executor<DB>) => Promise<T>,
    transactional: boolean,
  ): Promise<T> => {
    const { connection, release } = await lease(options).catch((cause: unknown) => {
      throw toOutage(cause);
    });
    const watch = watchLease(options.holder, idleMs);
    const { client } = connection;
    const leased = createLeasedConnection(connection, watch.guard);
    const executor = createExecutor<DB>(leased, schema);
    let beyondRepair: Error | undefined;
    try {
      if (transactional) await client.query('begin');
      const result = await Promise.race([work(executor), watch.abandoned]);
      watch.end();
      await leased.settled();
      if (transactional) await commit(client);
      return result;
    } catch (cause) {
      throw isConnectionLoss(cause) ? toOutage(cause) : cause;
    } finally {
      watch.end();
      await leased.settled();
      try {
        // Whatever was left open: the work threw, the commit failed, or a read began a transaction by hand.
        if (client.getTransactionStatus() !== 'I') await client.query('rollback');
      } catch (cause) {
        beyondRepair = toError(cause);
      }
      release(beyondRepair);
    }
  };
  return {
    engine,
    schema,
    read: (options, work) => run(options, work, false),
    transaction: (options, work) => run(options, work, true),
    copyFrom: (executor, copy, text) =>
      copyThrough(executor, schema, copy, ({ client, copy: copyRows }, target) => {
        if (client.getTransactionStatus() === 'I') throw new Error(`COPY into ${target} needs a transaction.`);
        return copyRows(target, text);
      }),
    close,
  };
};

/** COMMIT of a transaction in which a statement failed answers ROLLBACK, without an error of its own. */
const commit = async (client: ConnectionLease['connection']['client']): Promise<void> => {
  const { command } = await client.query('commit');
  if (command === 'ROLLBACK') throw new Error('Nothing was committed: a statement of the transaction had failed.');
};
