import { badInput } from '../../../schema/errors.ts';
import { toDivision } from '../../kit/divisions/division.ts';
import { takes } from '../catalogue-queries.ts';
import { addDays } from '../days.ts';
import { toHoursText } from '../office-hours.ts';
import type { OfficeResolvers, SlotResolvers } from '../schema.generated.ts';
import { BOOKABLE_DAYS, openSlots, toSlotId } from '../slots.ts';

const MAX_SPAN_DAYS = 31;

export const Office: OfficeResolvers = {
  id: ({ code }) => code,
  address: ({ address, district, longitude, latitude }) => ({
    text: address,
    district: toDivision(district),
    point: { longitude, latitude },
  }),
  hours: ({ hours }) => toHoursText(hours),
  waitingMinutes: async ({ code }, _args, { waiting }) => (await waiting.load(code))?.minutes ?? null,
  slots: async (office, { service: code, from, until }, { services, closures, today, now }) => {
    const service = services.services.get(code);
    if (service === undefined || !takes(office, service)) {
      throw badInput('service', 'SERVICE', 'This office does not take such a service.');
    }
    if (until < from || until > addDays(from, MAX_SPAN_DAYS)) {
      throw badInput('until', 'RANGE', `Ask for at most ${MAX_SPAN_DAYS} days, in order.`);
    }
    const last = addDays(today, BOOKABLE_DAYS + 1);
    return openSlots({
      office,
      service: code,
      from: from < today ? today : from,
      until: until > last ? last : until,
      closures: await closures.load(office.code),
      now: now(),
    });
  },
};

export const Slot: SlotResolvers = {
  id: (slot) => toSlotId(slot),
  left: async ({ office, from, capacity }, _args, { taken }) =>
    Math.max(0, capacity - ((await taken.load(`${office} ${from}`))?.count ?? 0)),
};
