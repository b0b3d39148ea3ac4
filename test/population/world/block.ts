import type { Day } from '../days.ts';
import { createRandom, type Random } from '../random.ts';
import { createHomes, type Homes } from './homes.ts';
import { pickDistrict } from './places.ts';
import { createRegisters, type Registers } from './registers.ts';
import type { District, Guardianship, Marriage, Person, Premise } from './model.ts';

/** People of one block of the city. Families marry inside their block, so that a block is all that memory holds. */
export const BLOCK_SIZE = 128;

export interface Block {
  readonly number: number;
  readonly seed: number;
  readonly today: Day;
  readonly district: District;
  /** How many people the block is to have. */
  readonly size: number;
  readonly people: Person[];
  readonly premises: Premise[];
  readonly marriages: Marriage[];
  readonly guardianships: Guardianship[];
  /** Places kept for those who are still to arrive. */
  awaited: number;
  /** What is to happen on a day, if those concerned are still there then. */
  readonly plans: { readonly day: Day; readonly act: () => void }[];
  readonly homes: Homes;
  readonly registers: Registers;
  /** The stream of one kind of events of the block. */
  random(kind: Stream): Random;
}

/** Kinds of streams; each draws by itself, so that a change to one leaves the others as they were. */
export const STREAMS = [
  'families',
  'places',
  'studies',
  'work',
  'homes',
  'enterprises',
  'money',
  'licences',
  'documents',
  'taxes',
  'journeys',
  'check-ups',
  'health',
  'traffic',
  'affairs',
  'records',
] as const;
export type Stream = (typeof STREAMS)[number];

export const createBlock = (seed: number, number: number, size: number, today: Day): Block => {
  const random = (kind: Stream): Random => createRandom(seed, number, STREAMS.indexOf(kind));
  const places = random('places');
  const district = pickDistrict(places);
  const premises: Premise[] = [];
  const homes = createHomes(places, district, number, premises);
  return {
    number,
    seed,
    today,
    district,
    size,
    people: [],
    premises,
    marriages: [],
    guardianships: [],
    awaited: 0,
    plans: [],
    homes,
    registers: createRegisters(number),
    random,
  };
};

/** How many more people the block can take beside those who are awaited. */
export const roomIn = ({ size, people, awaited }: Block): number => size - people.length - awaited;
