import { sql, type QueryExecutorProvider } from 'kysely';
import type { Store } from '../../subgraphs/kit/store/store.ts';
import type { SubjectKind } from '../engine/rule.ts';
import { bySubject } from './by-subject.ts';
import { sinceOf, toStored, untilOf } from './days.ts';
import { HELD_COLUMNS, toHeldLine, toHeldRow, toHeldTag, type HeldRow } from './held-row.ts';
import type { Link, LinkKind, PublishedTag, TagSet, TagStore } from './tag-store.ts';

const HOLDER = { holder: 'tagging.tag-store' } as const;
const BULK = { ...HOLDER, priority: 'bulk' } as const;
const PAGE = 2_000;

interface SubjectRow {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly district: string | null;
  readonly fence: string;
}

interface LinkRow {
  readonly subject: string;
  readonly kind: LinkKind;
  readonly target: string;
  readonly since: number | null;
  readonly until: number | null;
  readonly share: number | null;
}

/** The tag store in tables of the tagging schema: what `npm start` runs on, and whoever needs no graph. */
export const createSqlTagStore = <DB>(store: Store<DB>): TagStore => ({
  publish: (tags) => store.transaction(HOLDER, (executor) => publish(executor, tags)),
  replace: async (sets) => {
    if (sets.length === 0) return new Set();
    return store.transaction(BULK, async (executor) => {
      const accepted = await acceptSubjects(executor, sets);
      const taken = sets.filter(({ subject }) => accepted.has(subject));
      await deleteRows(executor, [...accepted]);
      await insertHeld(store, executor, taken);
      await insertLinks(executor, taken);
      return accepted;
    });
  },
  find: (subjects) => store.read(HOLDER, (executor) => findSets(executor, subjects)),
  readAll: async function* (fence = -1) {
    let after = '';
    for (;;) {
      const page = await store.read(BULK, async (executor) => {
        const subjects = await findSubjectsAfter(executor, after, fence);
        return { last: subjects.at(-1), sets: await findSets(executor, subjects) };
      });
      if (page.last === undefined) return;
      after = page.last;
      yield [...page.sets.values()];
    }
  },
  findErased: () =>
    store.read(HOLDER, async (executor) => {
      const { rows } = await sql<{ subject: string }>`select subject from tagging.subject where is_erased`.execute(
        executor,
      );
      return rows.map(({ subject }) => subject);
    }),
  highestFence: () => store.read(HOLDER, findHighestFence),
  count: () => store.read(HOLDER, countSubjects),
  erase: (subject, fence) =>
    store.transaction(HOLDER, async (executor) => {
      await sql`
        insert into tagging.subject as held (subject, fence, is_erased) values (${subject}, ${fence}, true)
        on conflict (subject) do update
          set kind = null, district = null, is_erased = true, fence = greatest(held.fence, excluded.fence)`.execute(
        executor,
      );
      await deleteRows(executor, [subject]);
      await sql`delete from tagging.link where target = ${subject}`.execute(executor);
    }),
  close: () => Promise.resolve(),
});

const publish = async (executor: QueryExecutorProvider, tags: readonly PublishedTag[]): Promise<void> => {
  const codes = tags.map(({ tag }) => tag);
  await sql`delete from tagging.held where tag <> all(${codes}::text[])`.execute(executor);
  await sql`delete from tagging.tag where tag <> all(${codes}::text[])`.execute(executor);
  await sql`
    insert into tagging.tag (tag, kind, subject, parents)
    select tag, kind, subject, array(select jsonb_array_elements_text(parents))
    from jsonb_to_recordset(${JSON.stringify(tags)}::jsonb) as given (tag text, kind text, subject text, parents jsonb)
    on conflict (tag) do update
      set kind = excluded.kind, subject = excluded.subject, parents = excluded.parents`.execute(executor);
};

/** Takes the subjects' rows, and with them their locks, in an order that all writers share. */
const acceptSubjects = async (
  executor: QueryExecutorProvider,
  sets: readonly TagSet[],
): Promise<ReadonlySet<string>> => {
  const given = sets.map(({ subject, kind, district, fence }) => ({ subject, kind, district, fence }));
  const { rows } = await sql<{ subject: string }>`
    insert into tagging.subject as held (subject, kind, district, fence)
    select subject, kind, district, fence
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (subject text, kind text, district text, fence bigint)
    order by subject
    on conflict (subject) do update set kind = excluded.kind, district = excluded.district, fence = excluded.fence
      where held.fence <= excluded.fence and not held.is_erased
    returning subject`.execute(executor);
  return new Set(rows.map(({ subject }) => subject));
};

const deleteRows = async (executor: QueryExecutorProvider, subjects: readonly string[]): Promise<void> => {
  await sql`delete from tagging.held where subject = any(${[...subjects]}::text[])`.execute(executor);
  await sql`delete from tagging.link where subject = any(${[...subjects]}::text[])`.execute(executor);
};

const insertHeld = async <DB>(
  store: Store<DB>,
  executor: QueryExecutorProvider,
  sets: readonly TagSet[],
): Promise<void> => {
  const lines = sets.flatMap(({ subject, tags }) => tags.map((held) => toHeldLine(toHeldRow(subject, held))));
  if (lines.length > 0) await store.copyFrom(executor, { table: 'held', columns: HELD_COLUMNS }, lines.join(''));
};

const insertLinks = async (executor: QueryExecutorProvider, sets: readonly TagSet[]): Promise<void> => {
  const rows = sets.flatMap(({ subject, links }) =>
    links.map(({ kind, to, since, until, share }): LinkRow => {
      return { subject, kind, target: to, since: toStored(since), until: toStored(until), share };
    }),
  );
  if (rows.length === 0) return;
  await sql`
    insert into tagging.link (subject, kind, target, since, until, share)
    select subject, kind, target, since, until, share
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (subject text, kind text, target text, since int, until int, share double precision)`.execute(executor);
};

const findSubjectsAfter = async (executor: QueryExecutorProvider, after: string, fence: number): Promise<string[]> => {
  const { rows } = await sql<{ subject: string }>`
    select subject from tagging.subject where subject > ${after} and fence > ${fence} order by subject limit ${PAGE}`.execute(
    executor,
  );
  return rows.map(({ subject }) => subject);
};

const countSubjects = async (executor: QueryExecutorProvider): Promise<number> => {
  const { rows } = await sql<{ count: string }>`
    select count(*) from tagging.subject where not is_erased`.execute(executor);
  return Number(rows[0]?.count ?? 0);
};

const findHighestFence = async (executor: QueryExecutorProvider): Promise<number> => {
  const { rows } = await sql<{ fence: string | null }>`select max(fence) as fence from tagging.subject`.execute(
    executor,
  );
  return Number(rows[0]?.fence ?? 0);
};

const findSets = async (
  executor: QueryExecutorProvider,
  asked: readonly string[],
): Promise<ReadonlyMap<string, TagSet>> => {
  const keys = [...asked];
  const [subjects, held, links] = [
    await sql<SubjectRow>`
      select subject, kind, district, fence from tagging.subject
      where subject = any(${keys}::text[]) and not is_erased`.execute(executor),
    await sql<HeldRow>`
      select subject, tag, since, until, state, version, evidence from tagging.held
      where subject = any(${keys}::text[]) order by subject, tag, since nulls first`.execute(executor),
    await sql<LinkRow>`
      select subject, kind, target, since, until, share from tagging.link
      where subject = any(${keys}::text[]) order by subject, kind, target, since nulls first`.execute(executor),
  ];
  const tagsOf = bySubject(held.rows, ({ subject }) => subject);
  const linksOf = bySubject(links.rows, ({ subject }) => subject);
  return new Map(
    subjects.rows.map(({ subject, kind, district, fence }) => [
      subject,
      {
        subject,
        kind,
        district,
        fence: Number(fence),
        tags: (tagsOf.get(subject) ?? []).map(toHeldTag),
        links: (linksOf.get(subject) ?? []).map(toLink),
      },
    ]),
  );
};

const toLink = ({ kind, target, since, until, share }: LinkRow): Link => ({
  kind,
  to: target,
  since: sinceOf(since),
  until: untilOf(until),
  share,
});
