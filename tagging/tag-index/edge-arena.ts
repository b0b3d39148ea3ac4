import type { Day } from '../../subgraphs/kit/civil/day.ts';

/** One tag on one subject, by numbers. */
export interface Edge {
  readonly tag: number;
  readonly since: Day;
  readonly until: Day;
  readonly isCertain: boolean;
}

/** Edges lie in blocks of this many, so that the arena grows and is cleaned without ever being copied as a whole. */
const BLOCK = 1 << 16;
const EVER = 2_147_483_647;
/** A block is worth cleaning when it holds fewer live edges than this share. */
const SPARSE = 0.5;

interface Block {
  readonly subject: Int32Array;
  readonly tag: Uint16Array;
  readonly since: Int32Array;
  readonly until: Int32Array;
  readonly state: Uint8Array;
  used: number;
  live: number;
}

const IN = 1;
const UNKNOWN = 2;
/** What was held before. */
const DEAD = 0;

/**
 * Edges of numbered subjects in typed arrays: 15 bytes an edge. What is held of a subject lies together; replacing it marks
 * the old edges dead and writes the new ones at the end.
 */
export interface EdgeArena {
  replace(subject: number, edges: readonly Edge[]): void;
  edgesOf(subject: number): readonly Edge[];
  /** Calls back for each subject that holds the tag on the day, with certainty. A subject may come once at most. */
  forEachHolder(tag: number, day: Day, found: (subject: number) => void): void;
  /** Whether the subject holds the tag on the day, with certainty. */
  holds(subject: number, tag: number, day: Day): boolean;
  /** Calls back for each edge that holds on the day, with certainty. */
  forEachOn(day: Day, found: (subject: number, tag: number) => void): void;
  /** Moves the live edges of at most one sparse block to the end and frees it; false when there is none. */
  cleanOne(): boolean;
  readonly live: number;
  readonly bytes: number;
}

const clamp = (day: Day): number => Math.max(-EVER, Math.min(EVER, day));
const toDay = (stored: number): Day => (stored === EVER ? Infinity : stored === -EVER ? -Infinity : stored);

const createBlock = (): Block => ({
  subject: new Int32Array(BLOCK),
  tag: new Uint16Array(BLOCK),
  since: new Int32Array(BLOCK),
  until: new Int32Array(BLOCK),
  state: new Uint8Array(BLOCK),
  used: 0,
  live: 0,
});
const BYTES_PER_EDGE = 15;

/** Where the edges of one subject lie. */
interface Slice {
  readonly block: Block;
  readonly from: number;
  readonly length: number;
}

export const createEdgeArena = (): EdgeArena => {
  const slices: (Slice | undefined)[] = [];
  let blocks: Block[] = [createBlock()];
  let live = 0;

  const blockFor = (length: number): Block => {
    const last = blocks.at(-1);
    if (last !== undefined && last.used + length <= BLOCK) return last;
    if (length > BLOCK) throw new RangeError(`A subject has at most ${String(BLOCK)} tags, got ${String(length)}.`);
    const block = createBlock();
    blocks.push(block);
    return block;
  };

  const forget = (subject: number) => {
    const slice = slices[subject];
    if (slice === undefined) return;
    slice.block.state.fill(DEAD, slice.from, slice.from + slice.length);
    slice.block.live -= slice.length;
    live -= slice.length;
    slices[subject] = undefined;
  };

  const replace = (subject: number, edges: readonly Edge[]) => {
    forget(subject);
    if (edges.length === 0) return;
    const block = blockFor(edges.length);
    const from = block.used;
    edges.forEach(({ tag, since, until, isCertain }, index) => {
      const at = from + index;
      block.subject[at] = subject;
      block.tag[at] = tag;
      block.since[at] = clamp(since);
      block.until[at] = clamp(until);
      block.state[at] = isCertain ? IN : UNKNOWN;
    });
    block.used += edges.length;
    block.live += edges.length;
    live += edges.length;
    slices[subject] = { block, from, length: edges.length };
  };

  const edgesOf = (subject: number): readonly Edge[] => {
    const slice = slices[subject];
    if (slice === undefined) return [];
    const { block, from, length } = slice;
    return Array.from({ length }, (_, index) => ({
      tag: block.tag[from + index] ?? 0,
      since: toDay(block.since[from + index] ?? 0),
      until: toDay(block.until[from + index] ?? 0),
      isCertain: block.state[from + index] === IN,
    }));
  };

  return {
    replace,
    edgesOf,
    forEachHolder: (wanted, day, found) => {
      for (const { subject, tag, since, until, state, used } of blocks) {
        for (let at = 0; at < used; at += 1) {
          if (tag[at] === wanted && state[at] === IN && (since[at] ?? 0) <= day && day < (until[at] ?? 0))
            found(subject[at] ?? 0);
        }
      }
    },
    holds: (subject, tag, day) => {
      const slice = slices[subject];
      if (slice === undefined) return false;
      const { block, from, length } = slice;
      for (let at = from; at < from + length; at += 1) {
        if (block.tag[at] !== tag || block.state[at] !== IN) continue;
        if ((block.since[at] ?? 0) <= day && day < (block.until[at] ?? 0)) return true;
      }
      return false;
    },
    forEachOn: (day, found) => {
      for (const { subject, tag, since, until, state, used } of blocks) {
        for (let at = 0; at < used; at += 1) {
          if (state[at] === IN && (since[at] ?? 0) <= day && day < (until[at] ?? 0))
            found(subject[at] ?? 0, tag[at] ?? 0);
        }
      }
    },
    cleanOne: () => {
      const sparse = blocks.find((block, at) => at < blocks.length - 1 && block.live < block.used * SPARSE);
      if (sparse === undefined) return false;
      const subjects = new Set<number>();
      for (let at = 0; at < sparse.used; at += 1) if (sparse.state[at] !== DEAD) subjects.add(sparse.subject[at] ?? 0);
      for (const subject of subjects) replace(subject, edgesOf(subject));
      blocks = blocks.filter((block) => block !== sparse);
      return true;
    },
    get live() {
      return live;
    },
    get bytes() {
      return blocks.length * BLOCK * BYTES_PER_EDGE;
    },
  };
};
