import type { Day } from '../../subgraphs/kit/civil/day.ts';
import { putSubject, type SubjectSet } from './subject-set.ts';

/** One tag on one subject, by numbers. */
export interface Edge {
  readonly tag: number;
  readonly since: Day;
  readonly until: Day;
  readonly isCertain: boolean;
}

/**
 * Edges of numbered subjects in typed arrays, a column a tag: who holds a tag is read from its own edges alone, one after
 * another. The edges of one subject are a list from column to column.
 */
export interface EdgeColumns {
  /** The subject's edges in place of those of before. */
  replace(subject: number, edges: readonly Edge[]): void;
  /** In the order in which they were given. */
  edgesOf(subject: number): readonly Edge[];
  /** Whether the subject holds the tag on the day, with certainty. */
  holds(subject: number, tag: number, day: Day): boolean;
  /** Puts into the set whoever holds the tag on the day, with certainty. */
  collect(tag: number, day: Day, set: SubjectSet): void;
  /** Moves the live edges of at most one sparse block to the end of its column and frees it; false when there is none. */
  cleanOne(): boolean;
  readonly live: number;
  readonly bytes: number;
}

/** Edges lie in blocks of this many, so that a column grows and is cleaned without ever being copied as a whole. */
const BLOCK = 1 << 13;
const EVER = 2_147_483_647;
/** A block is worth cleaning when it holds fewer live edges than this share. */
const SPARSE = 0.5;
const NOWHERE = -1;

const IN = 1;
const UNKNOWN = 2;
/** What was held before. */
const DEAD = 0;

interface Block {
  readonly subject: Int32Array;
  readonly since: Int32Array;
  readonly until: Int32Array;
  readonly state: Uint8Array;
  /** Column and place of the subject's next edge. */
  readonly nextTag: Uint16Array;
  readonly nextPlace: Int32Array;
  used: number;
  live: number;
}
const BYTES_PER_EDGE = 19;

/** Edges of one tag. A place is the number of a block times its size, and where in the block. */
interface Column {
  readonly blocks: (Block | undefined)[];
  /** Number of the block that is being filled. */
  filling: number;
}

/** Column and place of the first edge of so many subjects. */
interface Heads {
  readonly tag: Uint16Array;
  readonly place: Int32Array;
}
const BYTES_PER_HEAD = 6;

const clamp = (day: Day): number => Math.max(-EVER, Math.min(EVER, day));
const toDay = (stored: number): Day => (stored === EVER ? Infinity : stored === -EVER ? -Infinity : stored);

const createBlock = (): Block => ({
  subject: new Int32Array(BLOCK),
  since: new Int32Array(BLOCK),
  until: new Int32Array(BLOCK),
  state: new Uint8Array(BLOCK),
  nextTag: new Uint16Array(BLOCK),
  nextPlace: new Int32Array(BLOCK),
  used: 0,
  live: 0,
});

const createHeads = (): Heads => ({ tag: new Uint16Array(BLOCK), place: new Int32Array(BLOCK).fill(NOWHERE) });

/** For tags 0 to `tags` − 1. */
export const createEdgeColumns = (tags: number): EdgeColumns => {
  const columns = Array.from({ length: tags }, (): Column => ({ blocks: [], filling: NOWHERE }));
  const heads: Heads[] = [];
  let live = 0;
  let blocks = 0;

  const headsOf = (subject: number): Heads => {
    const page = Math.floor(subject / BLOCK);
    while (heads.length <= page) heads.push(createHeads());
    return heads[page] as Heads;
  };
  const columnOf = (tag: number): Column => {
    const column = columns[tag];
    if (column === undefined) throw new RangeError(`There is no tag ${String(tag)}.`);
    return column;
  };
  const blockAt = (tag: number, place: number): Block => columnOf(tag).blocks[Math.floor(place / BLOCK)] as Block;

  /** A block of the column that has room, and its number. */
  const fillable = (column: Column): [block: Block, number: number] => {
    const filling = column.blocks[column.filling];
    if (filling !== undefined && filling.used < BLOCK) return [filling, column.filling];
    const block = createBlock();
    const freed = column.blocks.indexOf(undefined);
    column.filling = freed === -1 ? column.blocks.length : freed;
    column.blocks[column.filling] = block;
    blocks += 1;
    return [block, column.filling];
  };

  const append = (tag: number, subject: number, since: number, until: number, state: number): number => {
    const [block, number] = fillable(columnOf(tag));
    const at = block.used;
    block.subject[at] = subject;
    block.since[at] = since;
    block.until[at] = until;
    block.state[at] = state;
    block.used += 1;
    block.live += 1;
    return number * BLOCK + at;
  };

  /** Calls back for each edge of the subject, in order, until one answers true; the callback may kill it. */
  const someEdge = (subject: number, found: (tag: number, block: Block, at: number) => boolean): boolean => {
    const { tag: tagsOf, place: placesOf } = headsOf(subject);
    let tag = tagsOf[subject % BLOCK] ?? 0;
    let place = placesOf[subject % BLOCK] ?? NOWHERE;
    while (place !== NOWHERE) {
      const block = blockAt(tag, place);
      const at = place % BLOCK;
      if (found(tag, block, at)) return true;
      tag = block.nextTag[at] ?? 0;
      place = block.nextPlace[at] ?? NOWHERE;
    }
    return false;
  };

  const holdsAt = (block: Block, at: number, day: Day): boolean =>
    block.state[at] === IN && (block.since[at] ?? 0) <= day && day < (block.until[at] ?? 0);

  /** The one that led to the edge's old place leads to its new one. */
  const relocate = (subject: number, tag: number, from: number, to: number): void => {
    const { tag: tagsOf, place: placesOf } = headsOf(subject);
    const head = subject % BLOCK;
    if (tagsOf[head] === tag && placesOf[head] === from) placesOf[head] = to;
    else
      someEdge(subject, (_, block, at) => {
        if (block.nextTag[at] !== tag || block.nextPlace[at] !== from) return false;
        block.nextPlace[at] = to;
        return true;
      });
  };

  const clean = (tag: number, column: Column, number: number, sparse: Block): void => {
    for (let at = 0; at < sparse.used; at += 1) {
      const state = sparse.state[at] ?? DEAD;
      if (state === DEAD) continue;
      const subject = sparse.subject[at] ?? 0;
      const place = append(tag, subject, sparse.since[at] ?? 0, sparse.until[at] ?? 0, state);
      const block = blockAt(tag, place);
      block.nextTag[place % BLOCK] = sparse.nextTag[at] ?? 0;
      block.nextPlace[place % BLOCK] = sparse.nextPlace[at] ?? NOWHERE;
      relocate(subject, tag, number * BLOCK + at, place);
    }
    column.blocks[number] = undefined;
    blocks -= 1;
  };

  return {
    replace: (subject, edges) => {
      someEdge(subject, (_, block, at) => {
        block.state[at] = DEAD;
        block.live -= 1;
        live -= 1;
        return false;
      });
      const { tag: tagsOf, place: placesOf } = headsOf(subject);
      let [nextTag, nextPlace] = [0, NOWHERE];
      for (let index = edges.length - 1; index >= 0; index -= 1) {
        const { tag, since, until, isCertain } = edges[index] as Edge;
        const place = append(tag, subject, clamp(since), clamp(until), isCertain ? IN : UNKNOWN);
        const block = blockAt(tag, place);
        block.nextTag[place % BLOCK] = nextTag;
        block.nextPlace[place % BLOCK] = nextPlace;
        [nextTag, nextPlace] = [tag, place];
      }
      tagsOf[subject % BLOCK] = nextTag;
      placesOf[subject % BLOCK] = nextPlace;
      live += edges.length;
    },
    edgesOf: (subject) => {
      const edges: Edge[] = [];
      someEdge(subject, (tag, block, at) => {
        const [since, until] = [toDay(block.since[at] ?? 0), toDay(block.until[at] ?? 0)];
        edges.push({ tag, since, until, isCertain: block.state[at] === IN });
        return false;
      });
      return edges;
    },
    holds: (subject, tag, day) => someEdge(subject, (each, block, at) => each === tag && holdsAt(block, at, day)),
    collect: (tag, day, set) => {
      for (const block of columnOf(tag).blocks) {
        if (block === undefined) continue;
        const { subject, used } = block;
        for (let at = 0; at < used; at += 1) if (holdsAt(block, at, day)) putSubject(set, subject[at] ?? 0, true);
      }
    },
    cleanOne: () => {
      for (const [tag, column] of columns.entries()) {
        const number = column.blocks.findIndex(
          (block, at) => block !== undefined && at !== column.filling && block.live < block.used * SPARSE,
        );
        const sparse = column.blocks[number];
        if (sparse === undefined) continue;
        clean(tag, column, number, sparse);
        return true;
      }
      return false;
    },
    get live() {
      return live;
    },
    get bytes() {
      return blocks * BLOCK * BYTES_PER_EDGE + heads.length * BLOCK * BYTES_PER_HEAD;
    },
  };
};
