import { sql, type RawBuilder } from 'kysely';

/** Subjects may be merged in a row; more than this is a mistake in the registry. */
const MERGES_AT_MOST = 8;

/**
 * SQL: the directory of the registry has the person living, or the enterprise supervised, in this district on that day. Of
 * several homes the first in force counts, else the one that ended last; a merged file has those of the file it was merged into.
 */
export const livesIn = (
  schema: string,
  subject: RawBuilder<string>,
  district: string | null,
  today: string,
): RawBuilder<boolean> => {
  const directory = sql.table(`${schema}.subject_directory`);
  return sql<boolean>`${district}::text = (
    with recursive file as (
      select held.subject, held.merged_into, held.entry, 0 as merges
      from ${directory} as held where held.subject = ${subject}
      union all
      select held.subject, held.merged_into, held.entry, file.merges + 1
      from file join ${directory} as held on held.subject = file.merged_into
      where file.merged_into <> file.subject and file.merges < ${MERGES_AT_MOST}
    ), survivor as (select entry from file order by merges desc limit 1)
    select district from (
      select entry ->> 'district' as district, true as is_open, 0 as rank, null as until
      from survivor where entry ->> 'kind' = 'enterprise'
      union all
      select home ->> 'district', coalesce(home ->> 'until' > ${today}::text, true), rank, home ->> 'until'
      from survivor, json_array_elements(survivor.entry -> 'districts') with ordinality as homes (home, rank)
      where survivor.entry ->> 'kind' = 'citizen' and home ->> 'since' <= ${today}::text
    ) as places
    order by is_open desc, case when is_open then rank end, until desc, rank desc
    limit 1
  )`;
};
