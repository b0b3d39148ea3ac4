/** A set of numbered subjects, one bit each. */
export interface SubjectSet {
  readonly words: Uint32Array;
}

const BITS = 32;

/** For subjects 0 to `capacity` − 1. */
export const createSubjectSet = (capacity: number): SubjectSet => ({
  words: new Uint32Array(Math.ceil(capacity / BITS)),
});

export const putSubject = ({ words }: SubjectSet, subject: number, isIn: boolean): void => {
  const at = subject >>> 5;
  const bit = 1 << (subject & 31);
  words[at] = isIn ? (words[at] ?? 0) | bit : (words[at] ?? 0) & ~bit;
};

/** As long as the longer of both; where one ends, its subjects are not in it. */
export const intersect = (one: SubjectSet, other: SubjectSet): SubjectSet => combine(one, other, (a, b) => a & b);
/** Those of the first that are not in the second. */
export const subtract = (one: SubjectSet, other: SubjectSet): SubjectSet => combine(one, other, (a, b) => a & ~b);

const combine = (one: SubjectSet, other: SubjectSet, join: (a: number, b: number) => number): SubjectSet => {
  const words = new Uint32Array(Math.max(one.words.length, other.words.length));
  for (let at = 0; at < words.length; at += 1) words[at] = join(one.words[at] ?? 0, other.words[at] ?? 0);
  return { words };
};

export const countSubjects = ({ words }: SubjectSet): number => {
  let count = 0;
  for (const word of words) count += bitsOf(word);
  return count;
};

/** How many subjects are in both. */
export const countBoth = ({ words: one }: SubjectSet, { words: other }: SubjectSet): number => {
  let count = 0;
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) count += bitsOf((one[at] ?? 0) & (other[at] ?? 0));
  return count;
};

/** Number of bits that are set (Hacker's Delight, 5-1). */
const bitsOf = (word: number): number => {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

export const forEachSubject = ({ words }: SubjectSet, found: (subject: number) => void): void => {
  words.forEach((word, at) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) found(at * BITS + 31 - Math.clz32(rest & -rest));
  });
};
