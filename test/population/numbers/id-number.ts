import { dateOf, monthOf, yearOf, type Day } from '../days.ts';
import { hashOf } from '../random.ts';

/**
 * ID numbers (GB 11643) that can be nobody's: digits 3 and 4 of the address code are ones that GB/T 2260 has never given
 * out (in Shanghai all but 01 and 02; in every other province 91 to 99), while form, birth date and check digit hold.
 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';
const COUNTIES = 99;
const SLOTS_OF_PREFIX = COUNTIES * 500;

interface Space {
  /** Prefixes of two digits after the province's. */
  first: number;
  prefixes: number;
  /** Serials that would share a number are born on days with other remainders by this. */
  classes: number;
}
const LOCAL: Space = { first: 3, prefixes: 97, classes: 8 };
const ELSEWHERE: Space = { first: 91, prefixes: 9, classes: 64 };

/** So many serials have numbers of their own, and their marriages as well. */
export const MOST_CITIZENS = 16_000_000;

/** What a person's serial number fixes of the ID number: no two serials of one birth date, sex and province agree in it. */
export interface NumberSlot {
  prefix: string;
  sequence: number;
  /** The remainder that the birth day leaves when divided by `classes`. */
  dayClass: number;
  classes: number;
}

export const SHANGHAI = '31';

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

export const slotOf = (serial: number, province: string): NumberSlot => {
  const { first, prefixes, classes } = province === SHANGHAI ? LOCAL : ELSEWHERE;
  const slots = prefixes * SLOTS_OF_PREFIX;
  const slot = serial % slots;
  const within = slot % SLOTS_OF_PREFIX;
  return {
    prefix: `${province}${two(first + Math.floor(slot / SLOTS_OF_PREFIX))}${two(1 + (within % COUNTIES))}`,
    sequence: Math.floor(within / COUNTIES),
    dayClass: (hashOf(slot) + Math.floor(serial / slots)) % classes,
    classes,
  };
};

/** The last day until `day` on which somebody of this slot may be born. */
export const birthDayFor = (day: Day, { dayClass, classes }: NumberSlot): Day =>
  day - ((((day - dayClass) % classes) + classes) % classes);

export const checkDigitOf = (seventeen: string): string => {
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += (WEIGHTS[at] ?? 0) * (seventeen.charCodeAt(at) - 48);
  return CHECK.charAt(sum % 11);
};

export const toIdNumber = ({ prefix, sequence }: NumberSlot, born: Day, isMale: boolean): string => {
  const order = String(sequence * 2 + (isMale ? 1 : 0)).padStart(3, '0');
  const seventeen = `${prefix}${yearOf(born)}${two(monthOf(born))}${two(dateOf(born))}${order}`;
  return seventeen + checkDigitOf(seventeen);
};

/** The number that somebody had before the birth date was corrected: days off that keep it from being anybody else's. */
export const toNumberBefore = (slot: NumberSlot, born: Day, isMale: boolean): string =>
  toIdNumber(slot, born - slot.classes, isMale);
