import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { AppError } from '../../schema/errors.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Viewer } from '../../schema/viewer.ts';
import type { Executor } from './store/store.ts';

/** Remembers what a mutation answered under its caller's key; rows fall to retention after the term of the registry. */
export const createRequestKeyTable = async (db: Kysely<unknown>, schema: string): Promise<void> => {
  await db.schema
    .withSchema(schema)
    .createTable('request_key')
    .addColumn('caller', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('input_hash', 'text', (column) => column.notNull())
    .addColumn('outcome', 'jsonb')
    .addColumn('affects', sql`text[]`, (column) => column.notNull().defaultTo(sql`'{}'`))
    .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`clock_timestamp()`))
    .addPrimaryKeyConstraint('request_key_pk', ['caller', 'key'])
    .execute();
};

export interface KeyedRequest {
  caller: string;
  requestKey: string;
  /** The mutation's name and input, so that a key used for another request is refused. */
  input: unknown;
}

/** What a mutation answers, and whose files it touched. */
export interface Outcome<T> {
  outcome: T;
  affects: Iterable<string>;
}

/** Anonymous callers share no request keys: each operation is its own caller. */
export const callerOf = ({ role, subject }: Pick<Viewer, 'role' | 'subject'>, operationId: string | null): string =>
  `${role}:${subject ?? operationId ?? ''}`;

const MAX_KEY_LENGTH = 128;

/**
 * Runs a mutation once per (caller, requestKey) within the given transaction; a repeat answers what the first one did.
 * Throws CONFLICT when the key was used for another input, BAD_USER_INPUT for an empty or overlong key.
 */
export const runOnce = async <DB, T>(
  executor: Executor<DB>,
  schema: string,
  { caller, requestKey, input }: KeyedRequest,
  work: () => Promise<Outcome<T>>,
): Promise<T> => {
  if (requestKey.length === 0 || requestKey.length > MAX_KEY_LENGTH) {
    throw new AppError('BAD_USER_INPUT', `A requestKey has 1 to ${MAX_KEY_LENGTH} characters.`, {
      field: 'requestKey',
      reason: 'LENGTH',
    });
  }
  const table = sql.table(`${schema}.request_key`);
  const hash = createHash('sha256').update(canonicalJson(input)).digest('base64url');
  // The insert waits for a concurrent request of the same key, so that the second one sees the first one's outcome.
  const claimed = await sql`insert into ${table} (caller, key, input_hash) values (${caller}, ${requestKey}, ${hash})
    on conflict do nothing returning key`.execute(executor);
  if (claimed.rows.length === 0) {
    const { rows } = await sql<{ input_hash: string; outcome: T }>`select input_hash, outcome from ${table}
      where caller = ${caller} and key = ${requestKey}`.execute(executor);
    const [known] = rows;
    if (known?.input_hash !== hash)
      throw new AppError('CONFLICT', 'This requestKey was used for another request.', {
        field: 'requestKey',
        reason: 'REUSED',
      });
    return known.outcome;
  }
  const { outcome, affects } = await work();
  await sql`update ${table} set outcome = ${JSON.stringify(outcome)}::jsonb, affects = ${[...affects]}::text[]
    where caller = ${caller} and key = ${requestKey}`.execute(executor);
  return outcome;
};

/** Forgets what was answered to these subjects, and of them to others. */
export const eraseRequests = async <DB>(
  executor: Executor<DB>,
  schema: string,
  subjects: readonly string[],
): Promise<void> => {
  const callers = subjects.map((subject) => callerOf({ role: 'citizen', subject }, null));
  await sql`delete from ${sql.table(`${schema}.request_key`)}
    where caller = any(${callers}::text[]) or affects && ${[...subjects]}::text[]`.execute(executor);
};
