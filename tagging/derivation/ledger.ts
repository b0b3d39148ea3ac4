import { sql, type QueryExecutorProvider } from 'kysely';
import type { SubjectKind } from '../engine/rule.ts';
import { toHeldRow, toHeldTag, type HeldRow } from '../tag-store/held-row.ts';
import type { HeldTag, TagSet } from '../tag-store/tag-store.ts';

/** A tag as it was believed from one instant until another. */
export interface Belief extends HeldTag {
  /** RFC 3339. */
  readonly knownFrom: string;
  /** Null: it is believed now. */
  readonly knownUntil: string | null;
}

/**
 * Writes what is believed of subjects from now on: what is no longer is closed, what is new is opened, what stays is left
 * alone. Resolves to the subjects of which anything changed, with their new version.
 */
export const writeBeliefs = async (
  executor: QueryExecutorProvider,
  sets: readonly TagSet[],
): Promise<ReadonlyMap<string, number>> => {
  if (sets.length === 0) return new Map();
  const subjects = sets.map(({ subject }) => subject);
  const given = JSON.stringify(sets.flatMap(({ subject, tags }) => tags.map((held) => toHeldRow(subject, held))));
  const closed = await sql<{ subject: string }>`
    update tagging.belief as belief set known_until = now()
    where belief.subject = any(${subjects}::text[]) and belief.known_until is null and not exists (
      select from jsonb_to_recordset(${given}::jsonb)
        as given (subject text, tag text, since int, until int, state text, version int, evidence jsonb)
      where (given.subject, given.tag, given.state, given.version) = (belief.subject, belief.tag, belief.state, belief.version)
        and given.since is not distinct from belief.since and given.until is not distinct from belief.until
        and given.evidence = belief.evidence
    )
    returning subject`.execute(executor);
  const opened = await sql<{ subject: string }>`
    insert into tagging.belief (subject, tag, since, until, state, version, evidence, known_from)
    select subject, tag, since, until, state, version, evidence, now()
    from jsonb_to_recordset(${given}::jsonb)
      as given (subject text, tag text, since int, until int, state text, version int, evidence jsonb)
    where not exists (
      select from tagging.belief as belief
      where belief.subject = given.subject and belief.known_until is null and belief.tag = given.tag
        and belief.since is not distinct from given.since and belief.until is not distinct from given.until
        and belief.state = given.state and belief.version = given.version and belief.evidence = given.evidence
    )
    returning subject`.execute(executor);
  const changed = new Set([...closed.rows, ...opened.rows].map(({ subject }) => subject));
  return noteDerived(executor, sets, changed);
};

const noteDerived = async (
  executor: QueryExecutorProvider,
  sets: readonly TagSet[],
  changed: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> => {
  const given = JSON.stringify(
    sets.map(({ subject, kind }) => ({ subject, kind, step: changed.has(subject) ? 1 : 0 })),
  );
  const { rows } = await sql<{ subject: string; version: string }>`
    insert into tagging.derived as derived (subject, kind, version, derived_at)
    select subject, kind, 1, now() from jsonb_to_recordset(${given}::jsonb) as given (subject text, kind text, step int)
    order by subject
    on conflict (subject) do update
      set kind = excluded.kind, derived_at = now(), stale_since = null,
        version = derived.version + (case when derived.subject = any(${[...changed]}::text[]) then 1 else 0 end)
    returning subject, version`.execute(executor);
  return new Map(
    rows.filter(({ subject }) => changed.has(subject)).map(({ subject, version }) => [subject, Number(version)]),
  );
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
    select subject, kind from tagging.derived where subject > ${after} order by subject limit ${DERIVED_AT_ONCE}`.execute(
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

/** Forgets what was believed of a subject, for an erasure. */
export const eraseBeliefs = async (executor: QueryExecutorProvider, subject: string): Promise<void> => {
  for (const table of ['belief', 'derived', 'queue', 'dead_letter', 'dependency'])
    await sql`delete from tagging.${sql.id(table)} where subject = ${subject}`.execute(executor);
};
