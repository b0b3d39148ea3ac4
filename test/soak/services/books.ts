import { Client } from 'pg';
import type { Entry } from './actor.ts';

interface Row {
  id: string;
  state: string;
  touchpoints: number;
  appointments: string[];
}

const APPLICATIONS = `
  select id, state,
    (select count(*)::int from transactions.touchpoint where application_id = application.id) as touchpoints,
    (select coalesce(array_agg(id || ' ' || state order by id), '{}') from transactions.appointment
      where application_id = application.id) as appointments
  from transactions.application where service = $1`;

/** As many counters as the office has at once, by the contract: `capacity`. */
const SLOTS = `
  select office || ' ' || starts_at as slot, count(*)::int as count, count(distinct number)::int as numbers
  from transactions.appointment where service = $1 and state in ('BOOKED', 'MOVED') group by office, starts_at`;

const expectedOf = ({ id, isSubmitted, appointment }: Entry): Row => ({
  id,
  state: isSubmitted ? 'SUBMITTED' : 'DRAFT',
  touchpoints: 1 + Number(isSubmitted) + (appointment === null ? 0 : 1 + Number(appointment.isCancelled)),
  appointments: appointment === null ? [] : [`${appointment.id} ${appointment.isCancelled ? 'CANCELLED' : 'BOOKED'}`],
});

/** What the store holds of the service beside what was acknowledged: lost, done twice, or too many in a slot. */
export const auditBooks = async (
  databaseUrl: string,
  service: string,
  capacity: number,
  entries: readonly Entry[],
): Promise<string[]> => {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<Row>(APPLICATIONS, [service]);
    const held = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
    const expected = new Map(entries.map((entry) => [entry.id, JSON.stringify(expectedOf(entry))]));
    const slots = await client.query<{ slot: string; count: number; numbers: number }>(SLOTS, [service]);
    return [
      ...[...expected]
        .filter(([id, row]) => held.get(id) !== row)
        .map(([id, row]) => `acknowledged ${row}, held ${held.get(id) ?? 'nothing'}`),
      ...[...held].filter(([id]) => !expected.has(id)).map(([, row]) => `held, and never acknowledged: ${row}`),
      ...slots.rows
        .filter(({ count, numbers }) => count > capacity || numbers !== count)
        .map((row) => `slot ${JSON.stringify(row)} with ${capacity} places`),
    ];
  } finally {
    await client.end();
  }
};
