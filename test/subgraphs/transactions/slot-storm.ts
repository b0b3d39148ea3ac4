import type { SubgraphAnswer } from '../../../subgraphs/kit/execute.ts';
import { toSlotId } from '../../../subgraphs/transactions/slots.ts';
import { asCitizen } from '../../support/viewers.ts';
import { codesOf, refusalOf, type OpenTransactions } from './desk.ts';

const BOOK = 'mutation ($input: BookingInput!) { book(input: $input) { id } }';
/** Places of a slot at the office of the fixture: its counters. */
const PLACES = 2;
/** For each place so many citizens. */
const CROWD = 10;
/** So many are under way at any time, as more than there are connections: the rest would only wait for one. */
const AT_ONCE = 50;
const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
const TIMES = ['09:00', '09:30', '10:00', '10:30', '11:00', '13:00', '13:30', '14:00', '14:30', '15:00'];

const slotsFor = (citizens: number): readonly string[] =>
  DAYS.flatMap((day) =>
    TIMES.map((time) => toSlotId({ office: 'xuhui', service: 'dog-licence', from: `${day}T${time}:00+08:00` })),
  ).slice(0, citizens / (PLACES * CROWD));

const putApplications = ({ store }: OpenTransactions, citizens: number): Promise<unknown> =>
  store.transaction({ holder: 'storm' }, (executor) =>
    executor
      .insertInto('application')
      .values(
        Array.from({ length: citizens }, (_, index) => ({
          id: `storm-${index}`,
          applicant: `c1_storm-${index}`,
          service: 'dog-licence',
          handled_by: null,
          state: 'DRAFT' as const,
          state_since: '2026-11-22T02:00:00Z',
          opened_at: '2026-11-22T02:00:00Z',
          due_on: null,
          result: null,
        })),
      )
      .execute(),
  );

/**
 * Citizens (at most 1,000) after the last places, ten for each; neighbours in the crowd want the same slot. Resolves to how
 * many were booked or refused by reason, and to slots in which a number was given twice or that hold more than they may.
 */
export const storm = async (
  registry: OpenTransactions,
  citizens: number,
): Promise<Readonly<Record<string, number>>> => {
  const slots = slotsFor(citizens);
  await putApplications(registry, citizens);
  const bookOne = async (index: number): Promise<SubgraphAnswer> => {
    const slot = slots[Math.floor((index * slots.length) / citizens)];
    const input = { application: `storm-${index}`, slot, requestKey: 'storm' };
    const ask = () => registry.as(asCitizen(`c1_storm-${index}`), BOOK, { input });
    // Whoever waits too long for a connection is told so, and asks again with the same key.
    let answer = await ask();
    while (codesOf(answer).includes('UNAVAILABLE')) answer = await ask();
    return answer;
  };
  const outcomes: Record<string, number> = {};
  let next = 0;
  const keepAsking = async () => {
    while (next < citizens) {
      const answer = await bookOne(next++);
      const outcome = answer.errors === undefined ? 'booked' : String(refusalOf(answer)?.['reason']);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepAsking));
  const held = await registry.store.read({ holder: 'storm' }, (executor) =>
    executor
      .selectFrom('appointment')
      .where('application_id', 'like', 'storm-%')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.count<number>('number').distinct().as('numbers')])
      .groupBy('starts_at')
      .execute(),
  );
  return {
    ...outcomes,
    doubled: held.filter(({ count, numbers }) => count !== numbers).length,
    overfull: held.filter(({ count }) => count > PLACES).length,
  };
};
