import { sql, type QueryExecutorProvider } from 'kysely';
import type { Facts } from '../../subgraphs/kit/facts/fact-type.ts';
import { isSubject } from './subject.ts';

/** Everybody of whom the facts of a subject tell, the subject left out: whose change may change its tags. */
export const subjectsWithin = (facts: Facts, subject: string): readonly string[] => {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (isSubject(value)) found.add(value);
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(facts);
  found.delete(subject);
  return [...found];
};

/** Replaces whose facts are read for each subject. */
export const writeDependencies = async (
  executor: QueryExecutorProvider,
  reads: ReadonlyMap<string, readonly string[]>,
): Promise<void> => {
  const rows = [...reads].flatMap(([subject, others]) => others.map((other) => ({ subject, reads: other })));
  const given = JSON.stringify(rows);
  await sql`
    delete from tagging.dependency as held where subject = any(${[...reads.keys()]}::text[]) and not exists (
      select from jsonb_to_recordset(${given}::jsonb) as given (subject text, reads text)
      where given.subject = held.subject and given.reads = held.reads
    )`.execute(executor);
  if (rows.length === 0) return;
  await sql`
    insert into tagging.dependency (subject, reads)
    select subject, reads from jsonb_to_recordset(${given}::jsonb) as given (subject text, reads text)
    on conflict do nothing`.execute(executor);
};

/** Whose tags depend on the facts of any of these. */
export const findDependents = async (
  executor: QueryExecutorProvider,
  subjects: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await sql<{ subject: string }>`
    select distinct subject from tagging.dependency where reads = any(${[...subjects]}::text[])`.execute(executor);
  return rows.map(({ subject }) => subject);
};
