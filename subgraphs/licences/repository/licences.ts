import { sql, type RawBuilder } from 'kysely';
import { anyOf } from '../../kit/store/sql.ts';
import type { Executor } from '../../kit/store/store.ts';
import { KINDS } from '../kinds.ts';
import { findLicenceKind } from '../licence-kind.ts';
import type { LicenceHolder, LicenceRow } from '../rows.ts';
import type { Attribute, LicenceStatus } from '../schema.generated.ts';
import { toHolder } from '../subjects.ts';
import { SCHEMA, type LicencesDB } from './database.ts';
import { statusOn } from './status-on.ts';

export const LICENCE = sql.table(`${SCHEMA}.licence`);

/** A licence as it is stored, with its status on a day. */
export interface Stored {
  id: string;
  kind: string;
  number: string | null;
  holder: string;
  office: string | null;
  issued_on: string;
  valid_from: string;
  valid_until: string | null;
  attributes: Readonly<Record<string, string>> | null;
  status: LicenceStatus;
  since: string;
}

/** Columns of `Stored`, of a licence `l` and its status `s`. */
export const STORED: RawBuilder<unknown> = sql`l.id, l.kind, l.number, l.holder, l.office, l.issued_on,
  coalesce(l.valid_from, l.issued_on) as valid_from, l.valid_until, l.attributes, s.status, s.since`;

/** In the order in which the kind names them. */
const toAttributes = (kind: string, values: Stored['attributes']): Attribute[] =>
  (KINDS.get(kind)?.attributes ?? []).flatMap(({ code, name, nameEn }) => {
    const value = values?.[code];
    return value === undefined ? [] : [{ code, name, nameEn, value }];
  });

export const toLicence = (row: Stored): LicenceRow => {
  const kind = findLicenceKind(row.kind);
  return {
    id: row.id,
    kind,
    number: row.number,
    issuer: kind?.issuer ?? null,
    issuingOffice: row.office,
    issuedOn: row.issued_on,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    status: row.status,
    statusSince: row.since,
    attributes: toAttributes(row.kind, row.attributes),
    holder: toHolder(row.holder),
    holderId: row.holder,
  };
};

/** These licences, with their status on the day; unknown ones are left out. */
export const findLicencesByIds = async (
  executor: Executor<LicencesDB>,
  ids: readonly string[],
  today: string,
): Promise<LicenceRow[]> => {
  const { rows } = await sql<Stored>`
    select ${STORED} from ${LICENCE} l cross join lateral (${statusOn(today)}) s
    where l.id = any(${[...ids]}::text[])`.execute(executor);
  return rows.map(toLicence);
};

/** Who holds these licences. */
export const findHolders = (executor: Executor<LicencesDB>, ids: readonly string[]): Promise<LicenceHolder[]> =>
  executor.selectFrom('licence').where('id', '=', anyOf(ids)).select(['id', 'holder as holderId']).execute();
