import type { FactType, RecordFact } from '../../subgraphs/kit/facts/fact-type.ts';
import { SUBJECT_ERASED, SUBJECT_MERGED, type ChangeEvent, type Lane } from '../../subgraphs/kit/feed/change.ts';
import type { Store } from '../../subgraphs/kit/store/store.ts';
import { findDependents } from './dependencies.ts';
import { enqueue, type Wanted } from './queue.ts';
import { findKind } from './subject.ts';

/** Items from which tags are derived. */
export const itemsOfFacts = (types: readonly RecordFact[]): ReadonlySet<string> => {
  const items = new Set<string>();
  const visit = (type: FactType): void => {
    if (type.item !== null) items.add(type.item);
    if (type.kind === 'list') visit(type.of);
    if (type.kind === 'record') Object.values(type.fields).forEach(visit);
  };
  types.forEach(visit);
  return items;
};

export interface FollowChangesOptions<DB> {
  readonly store: Store<DB>;
  /** What `itemsOfFacts` gives. */
  readonly items: ReadonlySet<string>;
  /** Called when something is in the queue. */
  readonly onQueued: () => void;
}

/** Reading a file changes nothing in it. */
const READ = 'file.read';

/**
 * Puts into the queue whoever a change touches: those it names, before and after, and those whose tags depend on their facts.
 * It resolves when that is durable.
 */
export const createChangeHandler =
  <DB>({ store, items, onQueued }: FollowChangesOptions<DB>) =>
  async (events: readonly ChangeEvent[]): Promise<void> => {
    const relevant = events.filter(
      (event) =>
        event.kind !== READ &&
        (event.kind === SUBJECT_ERASED ||
          event.kind === SUBJECT_MERGED ||
          event.items.length === 0 ||
          event.items.some((item) => items.has(item))),
    );
    if (relevant.length === 0) return;
    await store.transaction({ holder: 'tagging.follow-changes' }, async (executor) => {
      for (const lane of ['own', 'bulk'] as const) {
        const touched = touchedIn(relevant, lane);
        if (touched.length === 0) continue;
        const dependents = await findDependents(executor, touched);
        await enqueue(executor, [...touched, ...dependents].flatMap(toWanted), lane);
      }
    });
    onQueued();
  };

const touchedIn = (events: readonly ChangeEvent[], lane: Lane): string[] => [
  ...new Set(events.filter((event) => event.lane === lane).flatMap(({ affects }) => affects)),
];

const toWanted = (subject: string): Wanted[] => {
  const kind = findKind(subject);
  return kind === null ? [] : [{ subject, kind }];
};
