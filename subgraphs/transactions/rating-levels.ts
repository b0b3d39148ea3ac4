import { addDays } from './days.ts';
import type { RatingLevel } from './schema.generated.ts';

/** Marks of the five levels 好差评, as means are reckoned from them. */
export const MARKS: Readonly<Record<RatingLevel, number>> = {
  VERY_SATISFIED: 5,
  SATISFIED: 4,
  FAIR: 3,
  DISSATISFIED: 2,
  VERY_DISSATISFIED: 1,
};

/** 差评: the two lowest levels, each of which opens a rectification (国办发〔2019〕51号 第三部分). */
export const BAD_LEVELS: readonly RatingLevel[] = ['DISSATISFIED', 'VERY_DISSATISFIED'];

export const isBad = (level: RatingLevel): boolean => BAD_LEVELS.includes(level);

/** The opinion asks for a term and fixes none; this is the one here. */
const RECTIFICATION_DAYS = 15;

/** By when a bad rating must be put right, reckoned from the civil day on which it was given. */
export const rectificationDueOn = (ratedOn: string): string => addDays(ratedOn, RECTIFICATION_DAYS);

/** Ratings are told in groups of this many, so that no single one can be told from the sums before and after it. */
export const TOLD_TOGETHER = 5;
