import type { Day } from '../subgraphs/kit/civil/day.ts';
import type { Facts } from '../subgraphs/kit/facts/fact-type.ts';
import { districtOf } from './derivation/to-tag-set.ts';
import { derive, type TagInterval } from './engine/derive.ts';
import type { CompiledRule } from './engine/rule-set.ts';

export interface TrialOptions {
  /** The tag that is tried, and the day as of which. */
  readonly tag: string;
  readonly day: Day;
  /** Rules of its kind of subject without what is tried, and with it. */
  readonly before: readonly CompiledRule[];
  readonly after: readonly CompiledRule[];
}

export type Move = 'gain' | 'lose' | 'keep';
/** How many subjects gain, lose and keep a tag; and of how many, some of them among the losers, it would not be known. */
export type Moves = Readonly<Record<Move | 'unknown', number>>;

/** One subject with the interval that explains its move: of the rule tried, or where the tag is lost, of the rule before. */
export interface TrialExample {
  readonly subject: string;
  readonly move: Move;
  readonly interval: TagInterval;
}

export interface TrialReport {
  readonly subjects: number;
  /** By district (GB/T 2260), null where none is known, in their order. */
  readonly districts: ReadonlyMap<string | null, Moves>;
  /** Other tags that move with it. */
  readonly others: ReadonlyMap<string, Moves>;
  /** At most ten, those that move before those that stay. */
  readonly examples: readonly TrialExample[];
  /** Subjects on which the rule tried threw. */
  readonly faults: number;
}

/** What a rule would change, before it is published: tried on one subject after the other, in constant memory. */
export interface Trial {
  add(subject: string, facts: Facts): void;
  report(): TrialReport;
}

const EXAMPLES = 10;
const MOVES: readonly Move[] = ['gain', 'lose', 'keep'];
const NONE: Moves = { gain: 0, lose: 0, keep: 0, unknown: 0 };

export const createTrial = ({ tag, day, before, after }: TrialOptions): Trial => {
  const districts = new Map<string | null, Moves>();
  const others = new Map<string, Moves>();
  const examples: Record<Move, TrialExample[]> = { gain: [], lose: [], keep: [] };
  let subjects = 0;
  let faults = 0;

  const onDay = (intervals: readonly TagInterval[]): ReadonlyMap<string, TagInterval> =>
    new Map(
      intervals.filter(({ since, until }) => since <= day && day < until).map((interval) => [interval.tag, interval]),
    );

  const note = (
    subject: string,
    district: string | null,
    was: TagInterval | undefined,
    is: TagInterval | undefined,
  ) => {
    count(districts, district, is?.state === 'UNKNOWN' ? 'unknown' : null);
    const move = moveOf(was, is);
    const interval = move === 'lose' ? was : is;
    if (move === null || interval === undefined) return;
    count(districts, district, move);
    if (examples[move].length < EXAMPLES) examples[move].push({ subject, move, interval });
  };

  return {
    add: (subject, facts) => {
      subjects += 1;
      const tried = derive(after, facts);
      if (tried.faults.some((fault) => fault.tag === tag)) faults += 1;
      const was = onDay(derive(before, facts).intervals);
      const is = onDay(tried.intervals);
      note(subject, districtOf(facts), was.get(tag), is.get(tag));
      for (const other of new Set([...was.keys(), ...is.keys()])) {
        const move = moveOf(was.get(other), is.get(other));
        if (other !== tag && move !== null && move !== 'keep') count(others, other, move);
      }
    },
    report: () => ({
      subjects,
      districts: new Map([...districts].sort(([one], [other]) => ((one ?? '') < (other ?? '') ? -1 : 1))),
      others,
      examples: MOVES.flatMap((move) => examples[move]).slice(0, EXAMPLES),
      faults,
    }),
  };
};

const moveOf = (was: TagInterval | undefined, is: TagInterval | undefined): Move | null => {
  const held = was?.state === 'IN';
  const holds = is?.state === 'IN';
  if (held) return holds ? 'keep' : 'lose';
  return holds ? 'gain' : null;
};

const count = <K>(counts: Map<K, Moves>, key: K, move: keyof Moves | null): void => {
  const known = counts.get(key) ?? NONE;
  counts.set(key, move === null ? known : { ...known, [move]: known[move] + 1 });
};
