import { addDays } from './days.ts';
import { WEEKDAYS, type OfficeEntry } from './catalogue/service-catalogue.ts';
import type { SlotRow } from './rows.ts';

/** How far ahead slots are open, in days. */
export const BOOKABLE_DAYS = 60;

/** Days on which an office is shut, `since` on and before `until`. */
export interface Closure {
  since: string;
  until: string;
}

const MINUTE_MS = 60_000;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const weekdayOf = (day: string) => {
  const sunday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return WEEKDAYS[(sunday + 6) % 7] ?? 'MON';
};

/** Whether an office is shut on a civil day, by the catalogue or by what it told since. */
export const isShut = ({ closed }: OfficeEntry, day: string, closures: readonly Closure[]): boolean =>
  closed.includes(day) || closures.some(({ since, until }) => since <= day && day < until);

/** The slots of an office on a civil day, in order: whole ones within its opening hours. A pure function of the catalogue. */
export const slotsOn = (office: OfficeEntry, service: string, day: string): SlotRow[] => {
  const midnight = Date.parse(`${day}T00:00:00+08:00`);
  const at = (minutes: number) => new Date(midnight + minutes * MINUTE_MS).toISOString();
  const { code, counters: capacity, slotMinutes } = office;
  return (office.hours[weekdayOf(day)] ?? []).flatMap(({ from, until }) => {
    const first = minutesOf(from);
    const count = Math.floor((minutesOf(until) - first) / slotMinutes);
    return Array.from({ length: count }, (_, index) => {
      const start = first + index * slotMinutes;
      return { office: code, service, from: at(start), until: at(start + slotMinutes), capacity };
    });
  });
};

export interface SlotSearch {
  office: OfficeEntry;
  service: string;
  /** Civil days, half-open. */
  from: string;
  until: string;
  closures: readonly Closure[];
  now: Date;
}

/** Slots that have not begun, on days on which the office is open. */
export const openSlots = ({ office, service, from, until, closures, now }: SlotSearch): SlotRow[] => {
  const found: SlotRow[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) {
    if (!isShut(office, day, closures)) found.push(...slotsOn(office, service, day));
  }
  return found.filter((slot) => Date.parse(slot.from) > now.getTime());
};

const PREFIX = 's1_';

/** One id for one (office, service, time), whoever asks. */
export const toSlotId = ({ office, service, from }: Pick<SlotRow, 'office' | 'service' | 'from'>): string =>
  PREFIX + Buffer.from(JSON.stringify([office, service, Date.parse(from) / MINUTE_MS])).toString('base64url');

/** What an id names, whether or not there is such a slot; null for what is no id. */
export const parseSlotId = (id: string): Pick<SlotRow, 'office' | 'service' | 'from'> | null => {
  if (!id.startsWith(PREFIX)) return null;
  const named = parseJson(Buffer.from(id.slice(PREFIX.length), 'base64url').toString('utf8'));
  if (!Array.isArray(named)) return null;
  const [office, service, minutes] = named as readonly unknown[];
  if (typeof office !== 'string' || typeof service !== 'string' || !Number.isSafeInteger(minutes)) return null;
  const from = new Date(Number(minutes) * MINUTE_MS);
  if (Number.isNaN(from.getTime())) return null;
  const slot = { office, service, from: from.toISOString() };
  return toSlotId(slot) === id ? slot : null;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};
