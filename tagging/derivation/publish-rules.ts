import { createHash } from 'node:crypto';
import { sql, type QueryExecutorProvider } from 'kysely';
import { canonicalJson } from '../../subgraphs/kit/canonical-json.ts';
import type { SubjectKind } from '../engine/rule.ts';
import { readCard } from '../industry/model-file.ts';
import type { TaggingRules } from '../rules.ts';
import { LANES } from './queue.ts';

/** Rules of industries go by the model as well. */
const MODEL = 'industry model';

/** Something by which tags are derived, with the hash of what it says. */
export interface Published {
  /** The tag of a rule; `facts CITIZEN`, `facts ENTERPRISE`; `industry model`. */
  readonly name: string;
  readonly kind: SubjectKind;
  readonly hash: string;
}

const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('base64url');

/** All that tags are derived by: what a rule's words say to people alone is left out. */
export const listPublished = ({ files, documents }: TaggingRules): readonly Published[] => [
  ...files.map(({ rule }) => {
    const { tag, subject, version, parents, outlives, holds } = rule;
    return { name: tag, kind: subject, hash: hashOf([version, parents, outlives, holds ?? null]) };
  }),
  ...(['CITIZEN', 'ENTERPRISE'] as const).map((kind) => ({
    name: `facts ${kind}`,
    kind,
    hash: hashOf(documents[kind].query),
  })),
  { name: MODEL, kind: 'ENTERPRISE', hash: readCard().weights },
];

/**
 * Notes what tags are derived by from now on. Everybody of a kind of which anything is new, other or gone stands in the queue
 * then, behind what citizens do themselves. Resolves to these kinds.
 */
export const publishRules = async (
  executor: QueryExecutorProvider,
  published: readonly Published[],
): Promise<readonly SubjectKind[]> => {
  await sql`select pg_advisory_xact_lock(hashtext('tagging.published'))`.execute(executor);
  const given = JSON.stringify(published);
  const shape = sql`jsonb_to_recordset(${given}::jsonb) as given (name text, kind text, hash text)`;
  const { rows: gone } = await sql<{ kind: SubjectKind }>`
    delete from tagging.published as held where not exists (select from ${shape} where given.name = held.name)
    returning kind`.execute(executor);
  const { rows: changed } = await sql<{ kind: SubjectKind }>`
    insert into tagging.published as held (name, kind, hash)
    select name, kind, hash from ${shape}
    on conflict (name) do update set kind = excluded.kind, hash = excluded.hash, published_at = now()
      where (held.kind, held.hash) is distinct from (excluded.kind, excluded.hash)
    returning kind`.execute(executor);
  const kinds = [...new Set([...gone, ...changed].map(({ kind }) => kind))];
  for (const kind of kinds) await enqueueAll(executor, kind);
  return kinds;
};

/** Dead letters have another chance: what they failed of may be mended. */
const enqueueAll = async (executor: QueryExecutorProvider, kind: SubjectKind): Promise<void> => {
  await sql`
    insert into tagging.queue as waiting (subject, kind, lane, wanted)
    select subject, ${kind}::text, ${LANES.bulk}, nextval('tagging.wanted')
    from tagging.subject_directory
    where entry ->> 'kind' = ${kind.toLowerCase()} and coalesce(merged_into, subject) = subject and entry ->> 'erased' is null
    order by subject
    on conflict (subject) do update set wanted = excluded.wanted, attempts = 0, not_before = '-infinity'`.execute(
    executor,
  );
  await sql`delete from tagging.dead_letter as dead using tagging.queue as waiting
    where dead.kind = ${kind} and waiting.subject = dead.subject`.execute(executor);
};
