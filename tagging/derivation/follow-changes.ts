import type { FactType, RecordFact } from '../../subgraphs/kit/facts/fact-type.ts';
import { SUBJECT_ERASED, SUBJECT_MERGED, type ChangeEvent, type Lane } from '../../subgraphs/kit/feed/change.ts';
import type { Store } from '../../subgraphs/kit/store/store.ts';
import type { TagStore } from '../tag-store/tag-store.ts';
import { findDependents } from './dependencies.ts';
import { takeFence } from './fence.ts';
import { eraseBeliefs } from './ledger.ts';
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
  readonly tags: TagStore;
  /** What `itemsOfFacts` gives. */
  readonly items: ReadonlySet<string>;
  /** Called when something is in the queue. */
  readonly onQueued: () => void;
}

/** Reading a file changes nothing in it. */
const READ = 'file.read';
/** What tagging tells itself comes of what it was told. */
const OWN = 'tagging';

const HOLDER = { holder: 'tagging.follow-changes' } as const;

/**
 * Puts into the queue whoever a change touches: those it names, before and after, and those whose tags depend on their facts.
 * Whoever is erased is forgotten, with what was believed. It resolves when that is durable.
 */
export const createChangeHandler =
  <DB>({ store, tags, items, onQueued }: FollowChangesOptions<DB>) =>
  async (events: readonly ChangeEvent[]): Promise<void> => {
    const relevant = events.filter(
      (event) =>
        event.kind !== READ &&
        event.registry !== OWN &&
        (event.kind === SUBJECT_ERASED ||
          event.kind === SUBJECT_MERGED ||
          event.items.length === 0 ||
          event.items.some((item) => items.has(item))),
    );
    if (relevant.length === 0) return;
    const erased = relevant.filter(({ kind }) => kind === SUBJECT_ERASED).map(({ affects: [subject] }) => subject);
    for (const subject of erased) await tags.erase(subject, await store.read(HOLDER, takeFence));
    await store.transaction(HOLDER, async (executor) => {
      for (const lane of ['own', 'bulk'] as const) {
        const touched = touchedIn(relevant, lane);
        if (touched.length === 0) continue;
        const concerned = [...touched, ...(await findDependents(executor, touched))];
        await enqueue(executor, concerned.filter((subject) => !erased.includes(subject)).flatMap(toWanted), lane);
      }
      for (const subject of erased) await eraseBeliefs(executor, subject);
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
