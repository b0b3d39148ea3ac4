import { civilDay } from '../../schema/civil-day.ts';
import { AppError, badInput } from '../../schema/errors.ts';
import type { Executor } from '../kit/store/store.ts';
import { takes } from './catalogue-queries.ts';
import type { OfficeEntry } from './catalogue/service-catalogue.ts';
import type { Context } from './context.ts';
import { addDays } from './days.ts';
import { countStanding, findClosures, holdSlot, type TransactionsDB } from './repository.ts';
import type { SlotRow } from './rows.ts';
import { BOOKABLE_DAYS, isShut, openSlots, parseSlotId, slotsOn, toSlotId, type Closure } from './slots.ts';

/** So many free slots are named in place of one that is not. */
const NEXT = 3;
/** Within so many days. */
const NEXT_WITHIN_DAYS = 7;

/** A slot with the number that is called for it. */
export interface TakenSlot extends SlotRow {
  number: string;
}

interface Place {
  slot: SlotRow;
  office: OfficeEntry;
  day: string;
}

/** What a slot id names, of a service. Throws BAD_USER_INPUT when there is no such slot, or none that can be booked. */
const findPlace = ({ services, today, now }: Context, field: string, id: string, service: string): Place => {
  const named = parseSlotId(id);
  const office = services.offices.get(named?.office ?? '');
  const entry = services.services.get(service);
  const day = civilDay(new Date(named?.from ?? 0));
  const slot =
    office !== undefined && entry !== undefined && takes(office, entry)
      ? slotsOn(office, service, day).find(({ from }) => from === named?.from)
      : undefined;
  if (office === undefined || slot === undefined) throw badInput(field, 'SLOT', 'There is no such slot.');
  if (named?.service !== service) throw badInput(field, 'SERVICE', 'This slot is for another service.');
  if (Date.parse(slot.from) <= now().getTime()) throw badInput(field, 'PAST', 'This slot has begun.');
  if (day > addDays(today, BOOKABLE_DAYS)) {
    throw badInput(field, 'TOO_FAR', `Slots are open ${BOOKABLE_DAYS} days ahead.`);
  }
  return { slot, office, day };
};

/** Ids of the next free slots of the same office and service. */
const findNext = async (
  { today, now }: Context,
  executor: Executor<TransactionsDB>,
  { slot, office, day }: Place,
  closures: readonly Closure[],
): Promise<string[]> => {
  const last = addDays(today, BOOKABLE_DAYS + 1);
  const end = addDays(day, NEXT_WITHIN_DAYS);
  const until = end < last ? end : last;
  const open = openSlots({ office, service: slot.service, from: day, until, closures, now: now() });
  const later = open.filter(({ from }) => from > slot.from);
  const counts = await countStanding(executor, later);
  const taken = new Map(counts.map((each) => [each.slot, each.count]));
  return later
    .filter(({ from, capacity }) => (taken.get(`${office.code} ${from}`) ?? 0) < capacity)
    .slice(0, NEXT)
    .map(toSlotId);
};

/** The lowest number that is free: the time and a place in the queue, `0930-02`. */
const toNumber = ({ from }: SlotRow, given: readonly (string | null)[]): string => {
  const clock = new Date(Date.parse(from) + 8 * 3_600_000).toISOString().slice(11, 16).replace(':', '');
  for (let place = 1; ; place += 1) {
    const number = `${clock}-${String(place).padStart(2, '0')}`;
    if (!given.includes(number)) return number;
  }
};

/**
 * Takes a place in a slot, which is the caller's alone until the transaction ends. Throws BAD_USER_INPUT with `field` for
 * what is no slot, CONFLICT with the next free ones when it is taken or the office is shut.
 */
export const takeSlot = async (
  context: Context,
  executor: Executor<TransactionsDB>,
  { field, id, service }: { field: string; id: string; service: string },
): Promise<TakenSlot> => {
  const place = findPlace(context, field, id, service);
  const { slot, office, day } = place;
  const closures = await findClosures(executor, [office.code], context.today);
  const refuse = async (reason: string, message: string): Promise<never> => {
    const next = await findNext(context, executor, place, closures);
    throw new AppError('CONFLICT', message, { field, reason, next });
  };
  if (isShut(office, day, closures)) return refuse('SHUT', 'The office is shut on this day.');
  const given = await holdSlot(executor, slot);
  if (given.length >= slot.capacity) return refuse('TAKEN', 'This slot was taken meanwhile.');
  return { ...slot, number: toNumber(slot, given) };
};
