import { sql } from 'kysely';
import { lockSubjects } from '../../kit/feed/outbox.ts';
import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import type { AppointmentRow, SlotRow } from '../rows.ts';
import type { AppointmentState } from '../schema.generated.ts';
import { SCHEMA, type TransactionsDB } from './database.ts';

const STANDING = ['BOOKED', 'MOVED'] as const;

const COLUMNS = [
  'id',
  'application_id as application',
  'applicant',
  'service',
  'office',
  'starts_at as from',
  'ends_at as until',
  'state',
  'number',
  'version',
] as const;

/** At most so many past appointments are told of one applicant. */
const PAST = 100;

/** Appointments of these applicants that stand and are not over, the next first. */
export const findUpcoming = (
  executor: Executor<TransactionsDB>,
  applicants: readonly string[],
  now: string,
): Promise<AppointmentRow[]> =>
  executor
    .selectFrom('appointment')
    .where('applicant', '=', anyOf(applicants))
    .where('state', 'in', STANDING)
    .where('ends_at', '>', now)
    .orderBy('starts_at')
    .orderBy('id')
    .select(COLUMNS)
    .execute();

/** All appointments of these applicants, the latest first. */
export const findAppointments = async (
  executor: Executor<TransactionsDB>,
  applicants: readonly string[],
): Promise<AppointmentRow[]> => {
  const { rows } = await sql<AppointmentRow>`
    select a.id, a.application_id as application, a.applicant, a.service, a.office, a.starts_at as "from",
      a.ends_at as until, a.state, a.number, a.version
    from unnest(${[...applicants]}::text[]) as asked (owner)
    cross join lateral (
      select * from ${sql.table(`${SCHEMA}.appointment`)} held where held.applicant = asked.owner
      order by held.starts_at desc, held.id limit ${PAST}
    ) a order by a.starts_at desc, a.id`.execute(executor);
  return rows;
};

/** The one appointment of each of these applications that stands; ended ones are past and stay as they are. */
export const findStandingOf = (
  executor: Executor<TransactionsDB>,
  applications: readonly string[],
  now: string,
): Promise<AppointmentRow[]> =>
  executor
    .selectFrom('appointment')
    .distinctOn('application_id')
    .where('application_id', '=', anyOf(applications))
    .where('state', 'in', STANDING)
    .where('ends_at', '>', now)
    .orderBy('application_id')
    .orderBy('starts_at')
    .select(COLUMNS)
    .execute();

export const findAppointment = async (executor: Executor<TransactionsDB>, id: string): Promise<AppointmentRow | null> =>
  (await executor.selectFrom('appointment').where('id', '=', id).select(COLUMNS).executeTakeFirst()) ?? null;

/** How many stand at these times in these offices, by `office from`; a time at which nobody does is left out. */
export const countStanding = async (
  executor: Executor<TransactionsDB>,
  slots: readonly Pick<SlotRow, 'office' | 'from'>[],
): Promise<{ slot: string; count: number }[]> => {
  const { rows } = await sql<{ slot: string; count: number }>`
    select asked.office || ' ' || asked.start as slot, count(*)::int as count
    from unnest(${slots.map(({ office }) => office)}::text[], ${slots.map(({ from }) => from)}::text[]) as asked (office, start)
    join ${sql.table(`${SCHEMA}.appointment`)} a
      on a.office = asked.office and a.starts_at = asked.start::timestamptz and a.state in ('BOOKED', 'MOVED')
    group by asked.office, asked.start`.execute(executor);
  return rows;
};

/**
 * Holds a slot until the transaction ends, so that nobody else counts it meanwhile. Resolves to the numbers that are given
 * out for it; as many as there are, as many places are taken.
 */
export const holdSlot = async (
  executor: Executor<TransactionsDB>,
  { office, from }: Pick<SlotRow, 'office' | 'from'>,
): Promise<(string | null)[]> => {
  await lockSubjects(executor, SCHEMA, [`slot:${office} ${from}`]);
  const rows = await executor
    .selectFrom('appointment')
    .where('office', '=', office)
    .where('starts_at', '=', from)
    .where('state', 'in', STANDING)
    .select('number')
    .execute();
  return rows.map(({ number }) => number);
};

export type NewAppointment = Omit<AppointmentRow, 'state' | 'version'>;

export const insertAppointment = (
  executor: Executor<TransactionsDB>,
  { application, from, until, ...row }: NewAppointment,
): Promise<AppointmentRow> =>
  executor
    .insertInto('appointment')
    .values({ ...row, application_id: application, starts_at: from, ends_at: until, state: 'BOOKED' })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();

export interface AppointmentChange {
  state: AppointmentState;
  slot?: Pick<AppointmentRow, 'office' | 'from' | 'until' | 'number'>;
}

/** Changes an appointment that stands at this version; null when it does not by now. */
export const changeAppointment = async (
  executor: Executor<TransactionsDB>,
  { id, version }: Pick<AppointmentRow, 'id' | 'version'>,
  { state, slot }: AppointmentChange,
): Promise<AppointmentRow | null> => {
  const moved =
    slot === undefined ? {} : { office: slot.office, starts_at: slot.from, ends_at: slot.until, number: slot.number };
  const row = await executor
    .updateTable('appointment')
    .set({ state, ...moved })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', 'in', STANDING)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row ?? null;
};
