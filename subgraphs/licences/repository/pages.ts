import { sql, type RawBuilder } from 'kysely';
import type { Page } from '../../kit/paging.ts';
import type { Executor } from '../../kit/store/store.ts';
import type { LicenceRow } from '../rows.ts';
import type { LicencesDB } from './database.ts';
import { LICENCE, STORED, toLicence, type Stored } from './licences.ts';
import { statusOn } from './status-on.ts';

/** Which licences of a holder a list is to have. */
export interface LicenceFilter {
  /** Null: of every kind. */
  kinds: readonly string[] | null;
  /** In their term and valid on this day; null: all. */
  validOn: string | null;
}

const meets = ({ kinds, validOn }: LicenceFilter): RawBuilder<unknown> => sql`
  ${kinds === null ? sql`true` : sql`l.kind = any(${[...kinds]}::text[])`}
  ${
    validOn === null
      ? sql``
      : sql`and coalesce(l.valid_from, l.issued_on) <= ${validOn}::date
          and (l.valid_until is null or l.valid_until > ${validOn}::date)
          and (select on_day.status from (${statusOn(validOn)}) on_day) = 'VALID'`
  }`;

/** A page of licences for each holder, the latest issued first; the keyset is (day of issue, id). One row more tells that there are more. */
export const findLicencePages = async (
  executor: Executor<LicencesDB>,
  holders: readonly string[],
  filter: LicenceFilter,
  page: Page,
  today: string,
): Promise<LicenceRow[]> => {
  const [issuedOn, id] = page.after ?? [];
  const { rows } = await sql<Stored>`
    select found.* from unnest(${[...holders]}::text[]) as asked (holder)
    cross join lateral (
      select ${STORED} from ${LICENCE} l cross join lateral (${statusOn(today)}) s
      where l.holder = asked.holder and ${meets(filter)}
      ${
        page.after === null
          ? sql``
          : sql`and (l.issued_on < ${issuedOn}::date or (l.issued_on = ${issuedOn}::date and l.id > ${id}::text))`
      }
      order by l.issued_on desc, l.id limit ${page.first + 1}
    ) found
    order by found.holder, found.issued_on desc, found.id`.execute(executor);
  return rows.map(toLicence);
};

/** How many licences each holder's list has. */
export const countLicences = async (
  executor: Executor<LicencesDB>,
  holders: readonly string[],
  filter: LicenceFilter,
): Promise<{ holderId: string; count: number }[]> => {
  const { rows } = await sql<{ holderId: string; count: number }>`
    select l.holder as "holderId", count(*)::int as count from ${LICENCE} l
    where l.holder = any(${[...holders]}::text[]) and ${meets(filter)} group by l.holder`.execute(executor);
  return rows;
};
