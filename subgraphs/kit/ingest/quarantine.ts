import { createHash } from 'node:crypto';
import { sql, type QueryExecutorProvider } from 'kysely';
import type { QuarantinedRow, QuarantinePlace } from './quarantine-list.ts';
import type { Reason } from './reasons.ts';

/** A row that is set aside. `raw` is kept as it came, until its term ends. */
export interface SetAside {
  line: number;
  raw: string;
  reasons: readonly Reason[];
  /** The record's key where it could be read and is no person's number. */
  key: string | null;
}

export interface QuarantineContext {
  batch: number;
  source: string;
  sequence: string;
  at: Date;
  days: number;
}

/** Rows can be a megabyte long each. */
const ROWS_PER_PAGE = 100;

const table = (schema: string) => sql.id(schema, 'ingest_quarantine');

/** Rows with these reasons are not whole, so that trying them again would take half a row. */
const NEVER_AGAIN: ReadonlySet<string> = new Set(['TRUNCATED', 'LINE_TOO_LONG', 'BAD_ENCODING']);

/** Sets rows aside, in the chunk's transaction. The same row of the same file is kept once, however often it comes. */
export const addToQuarantine = async (
  executor: QueryExecutorProvider,
  schema: string,
  rows: readonly SetAside[],
  { batch, source, sequence, at, days }: QuarantineContext,
): Promise<void> => {
  if (rows.length === 0) return;
  const expires = new Date(at.getTime() + days * 86_400_000).toISOString();
  const json = rows.map(({ line, raw, reasons, key }) => ({
    line,
    raw: raw.replaceAll('\u0000', '\ufffd'),
    digest: createHash('sha256').update(raw).digest('hex'),
    reasons,
    key,
    again: !reasons.some(({ code }) => NEVER_AGAIN.has(code)),
  }));
  await sql`
    insert into ${table(schema)} (batch_id, source, line, raw_text, digest, reasons, key_text, sequence, may_requeue, seen_at, expires_at)
    select ${batch}::bigint, ${source}, line, raw, digest, reasons, key, ${sequence}::bigint, again, ${at.toISOString()}::timestamptz, ${expires}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as (line int, raw text, digest text, reasons jsonb, key text, again boolean)
    on conflict (source, digest, line) do update set batch_id = excluded.batch_id, reasons = excluded.reasons, key_text = excluded.key_text,
      sequence = excluded.sequence, may_requeue = excluded.may_requeue, state = 'OPEN', seen_at = excluded.seen_at`.execute(
    executor,
  );
};

/** Closes open rows of older drops whose record has now come in good order. */
export const resolveByKey = async (
  executor: QueryExecutorProvider,
  schema: string,
  { source, sequence, keys }: { source: string; sequence: string; keys: readonly string[] },
): Promise<void> => {
  await sql`update ${table(schema)} set state = 'RESOLVED'
    where source = ${source} and state = 'OPEN' and sequence < ${sequence}::bigint and key_text = any(${[...keys]}::text[])`.execute(
    executor,
  );
};

/** Closes open rows of other drops that this batch has brought again, word for word. */
export const supersedeRepeated = async (
  executor: QueryExecutorProvider,
  schema: string,
  source: string,
  batch: number,
): Promise<void> => {
  await sql`update ${table(schema)} set state = 'SUPERSEDED'
    where source = ${source} and state = 'OPEN' and batch_id <> ${batch}::bigint
      and digest in (select digest from ${table(schema)} where batch_id = ${batch}::bigint)`.execute(executor);
};

export const countOpen = async (executor: QueryExecutorProvider, schema: string, source: string): Promise<number> => {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from ${table(schema)} where source = ${source} and state = 'OPEN'`.execute(executor);
  return rows[0]?.open ?? 0;
};

/** How many rows of a batch are set aside without a readable key: records of a full drop that may only seem to be missing. */
export const countUnreadable = async (
  executor: QueryExecutorProvider,
  schema: string,
  batch: number,
): Promise<number> => {
  const { rows } = await sql<{ unreadable: number }>`
    select count(*)::int as unreadable from ${table(schema)} where batch_id = ${batch}::bigint and state = 'OPEN' and key_text is null`.execute(
    executor,
  );
  return rows[0]?.unreadable ?? 0;
};

export interface OpenRow {
  id: number;
  line: number;
  raw: string;
  sequence: string;
  date: string;
  header: readonly string[] | null;
}

/** The next open rows after `id` that may be tried again, with the header of their drop. */
export const findOpen = async (
  executor: QueryExecutorProvider,
  schema: string,
  source: string,
  after: number,
  limit: number,
): Promise<OpenRow[]> => {
  const { rows } = await sql<OpenRow>`
    select q.id::int, q.line, q.raw_text as raw, q.sequence::text, b.date::text, b.header
    from ${table(schema)} q join ${sql.id(schema, 'ingest_batch')} b on b.id = q.batch_id
    where q.source = ${source} and q.state = 'OPEN' and q.may_requeue and q.id > ${after}::bigint order by q.id limit ${limit}`.execute(
    executor,
  );
  return rows;
};

export const settleRequeued = async (
  executor: QueryExecutorProvider,
  schema: string,
  settled: { resolved: readonly number[]; still: readonly { id: number; reasons: readonly Reason[] }[] },
): Promise<void> => {
  await sql`update ${table(schema)} set state = 'RESOLVED' where id = any(${[...settled.resolved]}::bigint[])`.execute(
    executor,
  );
  await sql`update ${table(schema)} q set reasons = s.reasons
    from jsonb_to_recordset(${JSON.stringify(settled.still)}::jsonb) as s (id bigint, reasons jsonb) where q.id = s.id`.execute(
    executor,
  );
};

/** The open rows of a source after a place, the newest drop first, its rows in the order of the file. */
export const findQuarantined = async (
  executor: QueryExecutorProvider,
  schema: string,
  source: string,
  after: QuarantinePlace | null,
): Promise<readonly QuarantinedRow[]> => {
  const behind =
    after === null
      ? sql`true`
      : sql`(q.batch_id < ${after.batch}::bigint
          or q.batch_id = ${after.batch}::bigint and (q.line, q.id) > (${after.line}::int, ${after.id}::bigint))`;
  const { rows } = await sql<QuarantinedRow>`
    select q.batch_id::int as batch, q.line, q.id::int, q.raw_text as raw, q.reasons, b.file_name as drop, b.date::text,
      to_char(q.seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "seenAt"
    from ${table(schema)} q join ${sql.id(schema, 'ingest_batch')} b on b.id = q.batch_id
    where q.source = ${source} and q.state = 'OPEN' and ${behind}
    order by q.batch_id desc, q.line, q.id limit ${ROWS_PER_PAGE}`.execute(executor);
  return rows;
};
