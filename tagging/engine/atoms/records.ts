import type { Day } from '../../../subgraphs/kit/civil/day.ts';
import type { Facts } from '../../../subgraphs/kit/facts/fact-type.ts';
import { conditionAt, groundOfItem, recordsAt, type Evaluate, type Place, type Run, type Scope } from '../scope.ts';
import { always, both, layer, OUT, spansOf, UNKNOWN, type Label, type Span } from '../timeline.ts';
import { spanOf } from './spans.ts';

/** Which records of a list count, and for how long each. */
interface Counted {
  readonly list: string;
  readonly where?: string | undefined;
  readonly label?: Label | undefined;
  readonly atLeast: number;
  /** Of a record, by the type of the list: its first day and the first day after, null where they are not known. */
  readonly term: (scope: Scope) => (record: Facts) => readonly [from: Day | null, until: Day | null];
  /** Of all records of the list: the day on which each is succeeded by another. */
  readonly successions?: (scope: Scope) => (records: readonly Facts[]) => readonly Day[];
  /** What must hold of the record itself. */
  readonly holds?: (scope: Scope) => Evaluate;
}

/** Compiles what holds while at least so many records of a list hold; `word` is the key under which the list is named. */
export const compileRecords = (scope: Scope, word: string, counted: Counted, at: Place): Evaluate => {
  const records = recordsAt(scope, counted.list, [...at, word]);
  const where = conditionAt(records.scope, counted.where, [...at, 'where']);
  const term = counted.term(records.scope);
  const holds = counted.holds?.(records.scope);
  const successions = counted.successions?.(records.scope);
  const { item } = records.type;
  const label = counted.label ?? null;
  const absent = [groundOfItem(item, label)];
  const unknown = always(UNKNOWN, absent);
  const none = always(OUT, absent);

  const spansOfRecord = (record: Facts, run: Run, succeeded: Day): readonly Span[] => {
    const counts = where === null || where.evaluate(record);
    if (counts === false) return NONE;
    const [from, until] = endedBy(term(record), succeeded);
    const id = typeof record.id === 'string' ? record.id : null;
    const span = spanOf(from, until, counts === true, (begin, end) => ({
      item,
      label,
      record: id,
      value: null,
      from: begin,
      until: end,
    }));
    if (span === null) return NONE;
    return holds === undefined ? [span] : spansOf(both(layer([span], 1, []), holds(record, run)));
  };

  return (record, run) => {
    const found = records.of(record);
    if (found === null) return unknown;
    if (found.length < counted.atLeast) return none;
    const ends = found.length > 1 ? successions?.(found) : undefined;
    const spans: Span[] = [];
    found.forEach((each, index) => {
      for (const span of spansOfRecord(each, run, ends?.[index] ?? Infinity)) spans.push(span);
    });
    return spans.length < counted.atLeast ? none : layer(spans, counted.atLeast, absent);
  };
};

/** A term that another record ends: not at all where that came before its first day. */
const endedBy = ([from, until]: readonly [Day | null, Day | null], day: Day): readonly [Day | null, Day | null] => {
  if (day === Infinity || until === null ? day === Infinity : until <= day) return [from, until];
  return from !== null && from > day ? [from, from] : [from, day];
};

const NONE: readonly Span[] = [];
