/** A stream of random draws that depends on its keys alone. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  /** A whole number from `first` to `last`, both included. */
  between(first: number, last: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Around `middle`, within ± `spread`, likelier in the middle. */
  around(middle: number, spread: number): number;
}

/** splitmix32: one step of the state, mixed to 32 bits. */
const mix = (state: number): number => {
  let mixed = state ^ (state >>> 16);
  mixed = Math.imul(mixed, 0x21f0aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
};

/** Whole number of 32 bits that depends on all keys and their order. */
export const hashOf = (...keys: readonly number[]): number => {
  let hash = 0x9e3779b9;
  for (const key of keys) {
    hash = mix((hash ^ (key >>> 0)) + 0x9e3779b9);
    const high = Math.floor(key / 0x100000000);
    if (high !== 0) hash = mix(hash ^ high);
  }
  return hash;
};

/** A stream by keys, such as (seed, kind of stream, number of the household): sfc32, seeded by splitmix32. */
export const createRandom = (...keys: readonly number[]): Random => {
  const seed = hashOf(...keys);
  let a = mix(seed + 0x9e3779b9);
  let b = mix(seed + 0x3c6ef372);
  let c = mix(seed + 0xdaa66d2b);
  let counter = 1;
  const draw = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) draw();
  const next = (): number => draw() / 0x100000000;
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (first, last) => first + below(last - first + 1),
    chance: (probability) => next() < probability,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from.');
      return picked;
    },
    around: (middle, spread) => middle + (next() + next() - 1) * spread,
  };
};

/** Picks by weight: compiled once, drawn often. */
export const createWeighted = <T>(entries: readonly (readonly [T, number])[]): ((random: Random) => T) => {
  const sums: number[] = [];
  let total = 0;
  for (const [, weight] of entries) sums.push((total += weight));
  return (random) => {
    const drawn = random.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > drawn) high = middle;
      else low = middle + 1;
    }
    const picked = entries[low];
    if (picked === undefined) throw new Error('There is nothing to pick from.');
    return picked[0];
  };
};
