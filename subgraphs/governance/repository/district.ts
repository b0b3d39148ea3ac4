import { sql, type RawBuilder } from 'kysely';

/** Subjects may be merged in a row; more than this is a mistake in the registry. */
const MERGES_AT_MOST = 8;

/**
 * SQL: the directory has the person in this district on that day. Of several homes the first in force counts, else the
 * one that ended last; a merged file has those of the file it was merged into.
 */
export const livesIn = (subject: RawBuilder<string>, district: string | null, today: string): RawBuilder<boolean> =>
  sql<boolean>`${district}::text = (
    with recursive file as (
      select held.subject, held.merged_into, held.entry, 0 as merges
      from governance.subject_directory as held where held.subject = ${subject}
      union all
      select held.subject, held.merged_into, held.entry, file.merges + 1
      from file join governance.subject_directory as held on held.subject = file.merged_into
      where file.merged_into <> file.subject and file.merges < ${MERGES_AT_MOST}
    )
    select home ->> 'district'
    from (select entry from file order by merges desc limit 1) as survivor,
      json_array_elements(survivor.entry -> 'districts') with ordinality as homes (home, rank),
      lateral (select coalesce(home ->> 'until' > ${today}::text, true) as is_open) as term
    where home ->> 'since' <= ${today}::text
    order by is_open desc, case when is_open then rank end, home ->> 'until' desc, rank desc
    limit 1
  )`;
