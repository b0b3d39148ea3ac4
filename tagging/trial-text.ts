import { toCivilOrNull } from '../subgraphs/kit/civil/day.ts';
import type { Ground } from './engine/timeline.ts';
import type { Moves, TrialExample, TrialReport } from './trial.ts';

const VERBS = { gain: 'gains', lose: 'loses', keep: 'keeps' } as const;
const COLUMNS = ['gain', 'lose', 'keep', 'unknown'] as const;

/** A trial as a rule's author reads it: what moves by district, what moves with it, and ten explained examples. */
export const toTrialLines = ({ subjects, districts, others, examples, faults }: TrialReport): readonly string[] => [
  `${subjects} subjects: ${toText(sumOf([...districts.values()]))}`,
  ...(faults > 0 ? [`the rule threw on ${faults} of them`] : []),
  ...[...districts].map(([district, moves]) => `${district ?? 'no district'}: ${toText(moves)}`),
  ...[...others].map(([tag, moves]) => `also ${tag}: ${toText(moves)}`),
  ...examples.map(toExample),
];

const sumOf = (all: readonly Moves[]): Moves => {
  const sum = (column: keyof Moves) => all.reduce((total, moves) => total + moves[column], 0);
  return { gain: sum('gain'), lose: sum('lose'), keep: sum('keep'), unknown: sum('unknown') };
};

const toText = (moves: Moves): string => COLUMNS.map((column) => `${moves[column]} ${column}`).join(', ');

const toExample = ({ subject, move, interval: { since, until, grounds } }: TrialExample): string =>
  `${subject} ${VERBS[move]} it, ${toTerm(since, until)}: ${grounds.map(toWhy).join('; ') || 'by the absence of records'}`;

const toTerm = (since: number, until: number): string =>
  `from ${toCivilOrNull(since) ?? 'ever'} ${toCivilOrNull(until) === null ? 'on' : `until ${toCivilOrNull(until)}`}`;

const toWhy = ({ item, label, value, record, from, until }: Ground): string =>
  [label === null ? item : label.en, value, record, `(${toTerm(from, until)})`]
    .filter((part) => part !== null)
    .join(' ');
