import { sql, type QueryExecutorProvider } from 'kysely';
import { SUBJECT_ERASED, type ChangeEvent } from '../feed/change.ts';
import { newestPerSubject } from '../feed/fence.ts';
import type { Subscription } from '../feed/feed.ts';
import { versionOf } from '../feed/sequence.ts';
import { toArrayLiteral, toCopyLine } from '../store/copy-line.ts';
import { attempt } from '../store/attempt.ts';
import type { Store } from '../store/store.ts';
import type { Directory, DirectoryEntry, EnterpriseEntry } from './directory.ts';
import { emptyEntry } from './empty-entry.ts';

export interface SqlDirectory extends Directory {
  /** `findMany` on the caller's connection, so that a transaction sees what it wrote. */
  findManyWith(executor: QueryExecutorProvider, subjects: readonly string[]): Promise<(DirectoryEntry | null)[]>;
  /** The entries as they are held, merged ones too, by subject. */
  findHeld(executor: QueryExecutorProvider, subjects: readonly string[]): Promise<Map<string, DirectoryEntry>>;
  /** All ids of the person behind this one: the survivor, and what was merged into it; the id itself when it is unknown. */
  findIds(executor: QueryExecutorProvider, subject: string): Promise<readonly string[]>;
  /** Ids of living files of a kind above `after`, in their order, at most 1,000: neither erased nor merged into another. */
  findSubjects(kind: DirectoryEntry['kind'], after: string): Promise<readonly string[]>;
  /**
   * Takes over what other registries say of their subjects, the newest of each; older than held is passed over, and so
   * is this registry's own, which `applyOwn` wrote. `subject.erased` empties the entry.
   */
  apply(executor: QueryExecutorProvider, events: readonly ChangeEvent[]): Promise<void>;
  /**
   * Writes this registry's own entries in the transaction of the change, so that they hold at once. Resolves to the
   * subjects whose entry this altered.
   */
  applyOwn(executor: QueryExecutorProvider, entries: readonly DirectoryEntry[]): Promise<ReadonlySet<string>>;
  /** Whose lag this directory has; until then it is Infinity for other registries. */
  follow(subscription: Subscription): void;
}

export interface SqlDirectoryOptions<DB> {
  store: Store<DB>;
  /** The registry that this directory belongs to. */
  schema: string;
}

/** Subjects may be merged in a row; more than this is a mistake in the registry. */
const MERGES_AT_MOST = 8;

const SUBJECTS_AT_ONCE = 1_000;

/** From so many entries on COPY is worth its preparation. */
const MANY = 100;

/** The directory in the registry's own database, `subject_directory`. */
export function createDirectory<DB>({ store, schema }: SqlDirectoryOptions<DB>): SqlDirectory {
  const table = sql.id(schema, 'subject_directory');
  let followed: Subscription | undefined;

  const findManyWith = async (executor: QueryExecutorProvider, subjects: readonly string[]) => {
    if (subjects.length === 0) return [];
    const { rows } = await sql<{ asked: string; entry: DirectoryEntry }>`
      with recursive resolved as (
        select subject as asked, subject, merged_into, entry, 0 as merges from ${table} where subject = any(${[...subjects]}::text[])
        union all
        select resolved.asked, held.subject, held.merged_into, held.entry, resolved.merges + 1
        from resolved join ${table} as held on held.subject = resolved.merged_into
        where resolved.merged_into <> resolved.subject and resolved.merges < ${MERGES_AT_MOST}
      )
      select distinct on (asked) asked, entry from resolved order by asked, merges desc`.execute(executor);
    const found = new Map(rows.map(({ asked, entry }) => [asked, entry]));
    return subjects.map((subject) => found.get(subject) ?? null);
  };

  /** Resolves to what was written; with `altered`, only what is another than held. */
  const write = async (
    executor: QueryExecutorProvider,
    given: readonly DirectoryRow[],
    altered = false,
  ): Promise<readonly { subject: string; isNew: boolean }[]> => {
    if (given.length === 0) return [];
    const { rows } = await sql<{ subject: string; isNew: boolean }>`
      insert into ${table} as held (subject, registry, version, merged_into, entry, parties)
      select subject, registry, version, merged_into, entry, parties from json_to_recordset(${JSON.stringify(given)}::json)
        as given (subject text, registry text, version bigint, merged_into text, entry json, parties text[])
      order by subject
      on conflict (subject) do update
        set version = excluded.version, merged_into = excluded.merged_into, entry = excluded.entry,
          parties = excluded.parties
        where held.registry = excluded.registry and held.version <= excluded.version
          and (not ${altered}::boolean or held.entry::text <> excluded.entry::text)
      returning subject, xmax = 0 as "isNew"`.execute(executor);
    return rows;
  };

  const copyNew = async (executor: QueryExecutorProvider, rows: readonly DirectoryRow[]): Promise<void> => {
    const text = rows.map(({ subject, registry, version, merged_into, entry, parties }) =>
      toCopyLine([
        subject,
        registry,
        String(version),
        merged_into,
        JSON.stringify(entry),
        parties && toArrayLiteral(parties),
      ]),
    );
    const columns = ['subject', 'registry', 'version', 'merged_into', 'entry', 'parties'];
    await store.copyFrom(executor, { table: 'subject_directory', columns }, text.join(''));
  };

  /** A first load brings subjects of whom none is held: as long as that goes on, they are copied in unasked. */
  let expectsNew = false;

  return {
    findMany: (subjects) =>
      store.read({ holder: `${schema}.directory` }, (executor) => findManyWith(executor, subjects)),
    findManyWith,
    findWithHandlers: (citizens) =>
      store.read({ holder: `${schema}.directory` }, async (executor) => {
        const { rows } = await sql<{ entry: EnterpriseEntry }>`
          select entry from ${table} where parties && ${[...citizens]}::text[]`.execute(executor);
        return rows.map(({ entry }) => entry);
      }),
    async findHeld(executor, subjects) {
      const { rows } = await sql<{ subject: string; entry: DirectoryEntry }>`
        select subject, entry from ${table} where subject = any(${[...subjects]}::text[])`.execute(executor);
      return new Map(rows.map(({ subject, entry }) => [subject, entry]));
    },
    async findIds(executor, subject) {
      const { rows } = await sql<{ subject: string }>`
        with recursive survivors as (
          select subject, merged_into, 0 as merges from ${table} where subject = ${subject}
          union all
          select held.subject, held.merged_into, survivors.merges + 1
          from survivors join ${table} as held on held.subject = survivors.merged_into
          where survivors.merged_into <> survivors.subject and survivors.merges < ${MERGES_AT_MOST}
        ), ids as (
          (select subject, 0 as merges from survivors order by survivors.merges desc limit 1)
          union
          select held.subject, ids.merges + 1 from ids join ${table} as held on held.merged_into = ids.subject
          where held.subject <> ids.subject and ids.merges < ${MERGES_AT_MOST}
        )
        select distinct subject from ids order by subject`.execute(executor);
      return rows.length === 0 ? [subject] : rows.map((row) => row.subject);
    },
    findSubjects: (kind, after) =>
      store.read({ holder: `${schema}.directory` }, async (executor) => {
        const { rows } = await sql<{ subject: string }>`
          select subject from ${table}
          where subject > ${after} and coalesce(merged_into, subject) = subject and entry ->> 'kind' = ${kind}
            and entry ->> 'erased' is null
          order by subject limit ${SUBJECTS_AT_ONCE}`.execute(executor);
        return rows.map(({ subject }) => subject);
      }),
    async apply(executor, events) {
      const told = events.filter(
        ({ registry, directory, kind }) => registry !== schema && (directory !== undefined || kind === SUBJECT_ERASED),
      );
      const newest = [...newestPerSubject(told).values()];
      await write(
        executor,
        newest.map((event) => toRow(event.registry, versionOf(event), entryOf(event))),
      );
    },
    async applyOwn(executor, entries) {
      const rows = entries.map((entry) => toRow(schema, 0, entry));
      const subjects = new Set(entries.map(({ subject }) => subject));
      if (rows.length < MANY) return new Set((await write(executor, rows, true)).map(({ subject }) => subject));
      if (expectsNew && (await attempt(executor, () => copyNew(executor, rows)))) return subjects;
      const written = await write(executor, rows, true);
      expectsNew = written.length === rows.length && written.every(({ isNew }) => isNew);
      return new Set(written.map(({ subject }) => subject));
    },
    follow(subscription) {
      followed = subscription;
    },
    lag: (registry) => (registry === schema ? 0 : (followed?.lag(registry) ?? Infinity)),
  };
}

interface DirectoryRow {
  subject: string;
  registry: string;
  version: number;
  merged_into: string | null;
  entry: DirectoryEntry;
  /** Who represents an enterprise with handlers, and its handlers: the two sides of a mandate. */
  parties: readonly string[] | null;
}

const toRow = (registry: string, version: number, entry: DirectoryEntry): DirectoryRow => ({
  subject: entry.subject,
  registry,
  version,
  merged_into: entry.kind === 'citizen' ? entry.mergedInto : null,
  entry,
  parties: partiesOf(entry),
});

const partiesOf = (entry: DirectoryEntry): readonly string[] | null =>
  entry.kind === 'enterprise' && entry.handlers.length > 0
    ? [...new Set([...entry.representatives, ...entry.handlers].map(({ id }) => id))]
    : null;

const entryOf = ({ kind, directory, affects: [subject] }: ChangeEvent): DirectoryEntry =>
  kind === SUBJECT_ERASED || !directory ? emptyEntry(subject) : directory;
