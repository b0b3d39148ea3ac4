import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** `= any(…)`: one parameter however many keys. */
export const anyOf = (keys: readonly string[]): RawBuilder<string> => sql<string>`any(${[...keys]}::text[])`;

/** `since <= day < until`, of the one table in a query that has an interval. */
export const inForceOn = (day: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(since <= ${day}::date and (until is null or until > ${day}::date))`;

/** Keys as a relation `asked (owner)`, to which what each owns is joined laterally with a limit of its own. */
export const askedOwners = (keys: readonly string[]) =>
  sql<{ owner: string }>`unnest(${[...keys]}::text[])`.as<'asked'>(sql`asked (owner)`);
