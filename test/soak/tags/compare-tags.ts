import { sql } from 'kysely';
import { createLocalAskFacts } from '../../../gateway/standalone/try-rule.ts';
import { readFacts } from '../../../subgraphs/kit/facts/read-facts.ts';
import { canonicalJson } from '../../../subgraphs/kit/canonical-json.ts';
import { createPostgresDatabase } from '../../../subgraphs/kit/store/postgres-database.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { findBeliefsOf } from '../../../tagging/derivation/ledger.ts';
import { toTagSet } from '../../../tagging/derivation/to-tag-set.ts';
import { derive } from '../../../tagging/engine/derive.ts';
import type { SubjectKind } from '../../../tagging/engine/rule.ts';
import { reachTag } from '../../../tagging/tag-index/reach-tag.ts';
import { createTagIndex } from '../../../tagging/tag-index/tag-index.ts';
import { createSqlTagStore } from '../../../tagging/tag-store/sql-tag-store.ts';
import type { HeldTag, TagSet } from '../../../tagging/tag-store/tag-store.ts';
import { loadTagging } from '../../support/rules.ts';
import type { DisturbedTown } from '../services/town.ts';

const HOLDER = { holder: 'soak' } as const;
const SUBJECTS_AT_ONCE = 50;

export interface TagComparison {
  readonly subjects: number;
  readonly tags: number;
  readonly faults: readonly string[];
}

const listSubjects = (store: Store<object>): Promise<readonly { subject: string; kind: SubjectKind }[]> =>
  store.read(HOLDER, async (executor) => {
    const { rows } = await sql<{ subject: string; kind: SubjectKind }>`
      select subject, upper(entry ->> 'kind') as kind from tagging.subject_directory
      where coalesce(merged_into, subject) = subject and entry ->> 'erased' is null order by subject`.execute(executor);
    return rows;
  });

const linesOf = (tags: readonly HeldTag[]): ReadonlySet<string> =>
  new Set(
    tags.map(({ tag, since, until, state, version, evidence }) =>
      canonicalJson([tag, String(since), String(until), state, version, evidence]),
    ),
  );

const findDifferences = (what: string, held: readonly HeldTag[], expected: readonly HeldTag[]): string[] => {
  const [is, shouldBe] = [linesOf(held), linesOf(expected)];
  return [
    ...[...is].filter((line) => !shouldBe.has(line)).map((line) => `${what} wrongly: ${line}`),
    ...[...shouldBe].filter((line) => !is.has(line)).map((line) => `${what} not, wrongly: ${line}`),
    ...(held.length === is.size ? [] : [`${what} twice: ${String(held.length)} for ${String(is.size)}`]),
  ];
};

/** Who still waits to be derived, or is a dead letter, and why. */
export const listWaiting = async ({ databaseUrl }: DisturbedTown): Promise<readonly string[]> => {
  const database = createPostgresDatabase({ url: databaseUrl });
  try {
    return await database.store<object>('tagging').read(HOLDER, async (executor) => {
      const { rows } = await sql<{ line: string }>`
        select concat_ws(' ', 'waits', subject, attempts, reason) as line from tagging.queue
        union all select concat_ws(' ', 'dead', subject, attempts, reason) from tagging.dead_letter`.execute(executor);
      return rows.map(({ line }) => line);
    });
  } finally {
    await database.close();
  }
};

/** Everybody's tags and beliefs as they are held, against a derivation from nothing. */
export const compareTags = async ({ url, databaseUrl, dataFolder }: DisturbedTown): Promise<TagComparison> => {
  const { rules, documents, files } = loadTagging();
  const ask = await createLocalAskFacts(url, dataFolder);
  const database = createPostgresDatabase({ url: databaseUrl });
  try {
    const store = database.store<object>('tagging');
    const tags = createSqlTagStore(store);
    const index = createTagIndex(files.map(({ rule }) => rule.tag));
    for await (const sets of tags.readAll()) for (const set of sets) index.replace(set);
    const subjects = await listSubjects(store);
    const faults: string[] = [];
    let count = 0;
    for (const kind of ['CITIZEN', 'ENTERPRISE'] as const) {
      const ids = subjects.filter((each) => each.kind === kind).map(({ subject }) => subject);
      for (let from = 0; from < ids.length; from += SUBJECTS_AT_ONCE) {
        const some = ids.slice(from, from + SUBJECTS_AT_ONCE);
        const [facts, held, beliefs] = await Promise.all([
          readFacts(documents[kind], ask, some),
          tags.find(some),
          store.read(HOLDER, (executor) => findBeliefsOf(executor, some)),
        ]);
        for (const [at, subject] of some.entries()) {
          const found = facts[at];
          if (found?.kind !== 'KNOWN') {
            faults.push(`${subject}: its facts are not known`);
            continue;
          }
          const { intervals } = derive(rules[kind], found.facts, reachTag(index)(subject));
          const expected: TagSet = toTagSet({ subject, kind }, 0, found.facts, intervals);
          count += expected.tags.length;
          const believed = beliefs.filter((belief) => belief.subject === subject);
          faults.push(...findDifferences(`${subject} is tagged`, held.get(subject)?.tags ?? [], expected.tags));
          faults.push(...findDifferences(`${subject} is believed to hold`, believed, expected.tags));
        }
      }
    }
    return { subjects: subjects.length, tags: count, faults };
  } finally {
    await database.close();
  }
};
