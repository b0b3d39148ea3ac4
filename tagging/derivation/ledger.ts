import { createHash } from 'node:crypto';
import { sql, type QueryExecutorProvider } from 'kysely';
import { canonicalJson } from '../../subgraphs/kit/canonical-json.ts';
import type { Store } from '../../subgraphs/kit/store/store.ts';
import type { SubjectKind } from '../engine/rule.ts';
import { bySubject } from '../tag-store/by-subject.ts';
import { HELD_COLUMNS, toHeldLine, toHeldRow, toHeldTag, type HeldRow } from '../tag-store/held-row.ts';
import type { HeldTag, TagSet } from '../tag-store/tag-store.ts';
import { findKind } from './subject.ts';

/** A tag as it was believed from one instant until another. */
export interface Belief extends HeldTag {
  /** RFC 3339. */
  readonly knownFrom: string;
  /** Null: it is believed now. */
  readonly knownUntil: string | null;
}

/** What came of writing beliefs. */
export interface Written {
  /** Those whose beliefs nobody has written under a later fence, and who are not erased. */
  readonly accepted: ReadonlySet<string>;
  /** Of these the ones of which anything changed, with their new version. */
  readonly versions: ReadonlyMap<string, number>;
}

/**
 * Writes what is believed of subjects from now on: what is no longer is closed, what is new is opened, what stays is left
 * alone. Whoever is late writes nothing.
 */
export const writeBeliefs = async <DB>(
  store: Store<DB>,
  executor: QueryExecutorProvider,
  sets: readonly TagSet[],
): Promise<Written> => {
  if (sets.length === 0) return { accepted: new Set(), versions: new Map() };
  const before = await noteDerived(executor, sets);
  const changed = sets.flatMap((set) => {
    const known = before.get(set.subject);
    const hash = hashOf(set);
    return known === undefined || known.hash === hash ? [] : [{ set, hash, isNew: known.version === 0 }];
  });
  const held = await findBeliefsOf(
    executor,
    changed.filter(({ isNew }) => !isNew).map(({ set: { subject } }) => subject),
  );
  const heldBy = bySubject(held, ({ subject }) => subject);
  const closed: HeldRow[] = [];
  const opened: HeldRow[] = [];
  for (const { set } of changed) {
    const is = new Map((heldBy.get(set.subject) ?? []).map((belief) => [textOf(belief), belief]));
    const shouldBe = new Map(set.tags.map((tag) => [textOf(tag), tag]));
    for (const [text, belief] of is) if (!shouldBe.has(text)) closed.push(toHeldRow(set.subject, belief));
    for (const [text, tag] of shouldBe) if (!is.has(text)) opened.push(toHeldRow(set.subject, tag));
  }
  await closeBeliefs(executor, closed);
  await openBeliefs(store, executor, opened);
  const versions = await raiseVersions(
    executor,
    changed.map(({ set: { subject }, hash }) => ({ subject, hash })),
  );
  return { accepted: new Set(before.keys()), versions };
};

/** The same for the same belief, with whatever order of fields it was read. */
const textOf = ({ tag, since, until, state, version, evidence }: HeldTag): string =>
  canonicalJson([tag, String(since), String(until), state, version, evidence]);

const hashOf = ({ tags }: TagSet): string =>
  createHash('sha256').update(tags.map(textOf).sort().join('\n')).digest('base64');

/** Takes the subjects' rows, and with them their locks; resolves to what was written of them before. */
const noteDerived = async (
  executor: QueryExecutorProvider,
  sets: readonly TagSet[],
): Promise<ReadonlyMap<string, { readonly version: number; readonly hash: string | null }>> => {
  const given = JSON.stringify(sets.map(({ subject, kind, fence }) => ({ subject, kind, fence })));
  const { rows } = await sql<{ subject: string; version: string; hash: string | null }>`
    insert into tagging.derived as derived (subject, kind, version, derived_at, fence)
    select subject, kind, 0, now(), fence
    from jsonb_to_recordset(${given}::jsonb) as given (subject text, kind text, fence bigint)
    order by subject
    on conflict (subject) do update
      set kind = excluded.kind, derived_at = now(), stale_since = null, fence = excluded.fence
      where derived.fence <= excluded.fence and not derived.is_erased
    returning subject, version, hash`.execute(executor);
  return new Map(rows.map(({ subject, version, hash }) => [subject, { version: Number(version), hash }]));
};

const closeBeliefs = async (executor: QueryExecutorProvider, rows: readonly HeldRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const given = JSON.stringify(
    rows.map(({ subject, tag, since, until, state, version }) => ({ subject, tag, since, until, state, version })),
  );
  await sql`
    update tagging.belief as belief set known_until = now()
    from jsonb_to_recordset(${given}::jsonb)
      as given (subject text, tag text, since int, until int, state text, version int)
    where belief.subject = given.subject and belief.known_until is null
      and (given.tag, given.state, given.version) = (belief.tag, belief.state, belief.version)
      and given.since is not distinct from belief.since and given.until is not distinct from belief.until`.execute(
    executor,
  );
};

/** Known from now on, as the table has it by itself. */
const openBeliefs = async <DB>(
  store: Store<DB>,
  executor: QueryExecutorProvider,
  rows: readonly HeldRow[],
): Promise<void> => {
  if (rows.length === 0) return;
  await store.copyFrom(executor, { table: 'belief', columns: HELD_COLUMNS }, rows.map(toHeldLine).join(''));
};

const raiseVersions = async (
  executor: QueryExecutorProvider,
  changed: readonly { readonly subject: string; readonly hash: string }[],
): Promise<ReadonlyMap<string, number>> => {
  if (changed.length === 0) return new Map();
  const { rows } = await sql<{ subject: string; version: string }>`
    update tagging.derived as derived set version = derived.version + 1, hash = given.hash
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as given (subject text, hash text)
    where derived.subject = given.subject
    returning derived.subject, derived.version`.execute(executor);
  return new Map(rows.map(({ subject, version }) => [subject, Number(version)]));
};

/** Says that the tags of a subject may no longer be right; until they are derived again they stay. */
export const markStale = async (executor: QueryExecutorProvider, subjects: readonly string[]): Promise<void> => {
  await sql`
    update tagging.derived set stale_since = coalesce(stale_since, now())
    where subject = any(${[...subjects]}::text[])`.execute(executor);
};

interface BeliefRow extends HeldRow {
  readonly knownFrom: string;
  readonly knownUntil: string | null;
}

/** A belief with whose it is. */
export type BeliefOf = Belief & { readonly subject: string };

/** What is believed of subjects now, or was at an instant (RFC 3339): by subject, tag and first day. */
export const findBeliefsOf = async (
  executor: QueryExecutorProvider,
  subjects: readonly string[],
  knownAt: string | null = null,
): Promise<readonly BeliefOf[]> => {
  const isAsked =
    knownAt === null
      ? sql`known_until is null`
      : sql`known_from <= ${knownAt}::timestamptz and (known_until is null or known_until > ${knownAt}::timestamptz)`;
  const { rows } = await sql<BeliefRow>`
    select subject, tag, since, until, state, version, evidence,
      to_json(known_from) #>> '{}' as "knownFrom", to_json(known_until) #>> '{}' as "knownUntil"
    from tagging.belief
    where subject = any(${[...subjects]}::text[]) and ${isAsked}
    order by subject, tag, since nulls first`.execute(executor);
  return rows.map((row) => ({
    ...toHeldTag(row),
    subject: row.subject,
    knownFrom: row.knownFrom,
    knownUntil: row.knownUntil,
  }));
};

const DERIVED_AT_ONCE = 2_000;

/** A page of whoever was derived, by subject above `after`; empty behind the last. */
export const findDerived = async (
  executor: QueryExecutorProvider,
  after: string,
): Promise<readonly { subject: string; kind: SubjectKind }[]> => {
  const { rows } = await sql<{ subject: string; kind: SubjectKind }>`
    select subject, kind from tagging.derived where subject > ${after} and not is_erased order by subject limit ${DERIVED_AT_ONCE}`.execute(
    executor,
  );
  return rows;
};

/** Those of these subjects whose tags are to be derived again and could not be so far. */
export const findStale = async (
  executor: QueryExecutorProvider,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ subject: string }>`
    select subject from tagging.derived
    where subject = any(${[...subjects]}::text[]) and stale_since is not null`.execute(executor);
  return new Set(rows.map(({ subject }) => subject));
};

/** Forgets what was believed of a subject, for an erasure, for ever: what is derived late is not written. */
export const eraseBeliefs = async (executor: QueryExecutorProvider, subject: string): Promise<void> => {
  await sql`
    insert into tagging.derived (subject, kind, version, derived_at, is_erased)
    values (${subject}, ${findKind(subject) ?? 'CITIZEN'}, 0, now(), true)
    on conflict (subject) do update set version = 0, stale_since = null, hash = null, is_erased = true`.execute(
    executor,
  );
  for (const table of ['belief', 'queue', 'dead_letter', 'dependency'])
    await sql`delete from tagging.${sql.id(table)} where subject = ${subject}`.execute(executor);
};

/** The highest fence under which a belief was written; 0 when none was. */
export const findHighestFence = async (executor: QueryExecutorProvider): Promise<number> => {
  const { rows } = await sql<{ fence: string | null }>`select max(fence) as fence from tagging.derived`.execute(
    executor,
  );
  return Number(rows[0]?.fence ?? 0);
};
