import type { ReachQuery, Run } from '../engine/scope.ts';
import { IN, UNKNOWN, type Label, type Span } from '../engine/timeline.ts';
import type { TagIndex } from './tag-index.ts';

/** A web of enterprises is cut off here: who is reached by so many paths is reached. */
const PATHS_AT_MOST = 2_000;
const AFFILIATE: Label = { zh: '关联企业', en: 'affiliated enterprise' };

interface Path {
  readonly subjects: readonly string[];
  readonly since: number;
  readonly until: number;
}

const subjectAt = ({ subjects }: Path): string => subjects.at(-1) ?? '';

/** Every path of so many links at most that holds as a whole on some day; no subject stands twice on one. */
const pathsFrom = (index: TagIndex, subject: string, { edges, hops }: ReachQuery): readonly Path[] => {
  const found: Path[] = [];
  let ends: Path[] = [{ subjects: [subject], since: -Infinity, until: Infinity }];
  for (let hop = 0; hop < hops && ends.length > 0 && found.length < PATHS_AT_MOST; hop += 1) {
    ends = ends.flatMap((path) =>
      index.neighbours(subjectAt(path), edges).flatMap((next): Path[] => {
        const since = Math.max(path.since, next.since);
        const until = Math.min(path.until, next.until);
        if (since >= until || path.subjects.includes(next.subject)) return [];
        return [{ subjects: [...path.subjects, next.subject], since, until }];
      }),
    );
    found.push(...ends);
  }
  return found.slice(0, PATHS_AT_MOST);
};

/** When subjects that hold a tag are within reach of a subject, as the index knows; the reached one is the evidence. */
export const reachTag =
  (index: TagIndex) =>
  (subject: string): Run['reached'] =>
  (query) =>
    pathsFrom(index, subject, query).flatMap((path) => {
      const reached = subjectAt(path);
      return (index.find(reached)?.tags ?? []).flatMap((held): Span[] => {
        const from = Math.max(path.since, held.since);
        const until = Math.min(path.until, held.until);
        if (held.tag !== query.tag || from >= until) return [];
        const ground = { item: 'Enterprise.investments', record: reached, label: AFFILIATE, value: null, from, until };
        return [{ from, until, state: held.state === 'IN' ? IN : UNKNOWN, grounds: [ground] }];
      });
    });

/** Everybody from whom a subject can be reached by one of these queries, on whatever day. */
export const findReaching = (index: TagIndex, subject: string, queries: readonly ReachQuery[]): ReadonlySet<string> =>
  new Set(queries.flatMap((query) => pathsFrom(index, subject, query).map(subjectAt)).filter((id) => id !== subject));
