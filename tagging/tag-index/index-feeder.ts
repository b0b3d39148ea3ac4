import { SUBJECT_ERASED, type ChangeEvent } from '../../subgraphs/kit/feed/change.ts';
import type { FeedLog } from '../../subgraphs/kit/feed/feed.ts';
import type { Store } from '../../subgraphs/kit/store/store.ts';
import { readFence } from '../derivation/fence.ts';
import { findContesting, type TaggingDB } from '../repository.ts';
import { dropCheckpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import type { TagSet, TagStore } from '../tag-store/tag-store.ts';
import { readSuspended, withoutSuspended } from './suspended.ts';
import { insist } from '../insist.ts';
import type { TagIndex } from './tag-index.ts';

/** What is told of tags: whoever keeps an index or a cache of them reads the subject anew. */
export const TAGS_CHANGED = 'tags.changed';
const OWN = 'tagging';
const HOLDER = { holder: 'tagging.index', priority: 'bulk' } as const;
const SUBJECTS_AT_ONCE = 500;
const CLEAN_EVERY_MS = 20;
/** Below every fence. */
const NOTHING_WRITTEN = -1;
/** Above every fence: nothing late brings back whoever is erased. */
const LAST_FENCE = Number.MAX_SAFE_INTEGER;

export interface IndexFeederOptions {
  readonly index: TagIndex;
  readonly tags: TagStore;
  readonly store: Store<TaggingDB>;
  readonly log: FeedLog;
  /** Called for each page of what the store holds. */
  readonly onRead?: (sets: readonly TagSet[]) => Promise<void>;
  /** Where the index is put down, so that another start reads only what was written since. */
  readonly checkpoint?: { readonly file: string; readonly settledMs: number };
}

/** Keeps an index as the store is, without what is contested. */
export interface IndexFeeder {
  /**
   * Reads everything, or from a checkpoint on what was written since; resolves when the index holds it. What changes meanwhile
   * is taken over as it comes.
   */
  fill(): Promise<void>;
  /** Takes over sets that were just written. */
  take(sets: readonly TagSet[]): Promise<void>;
  /** Reads these subjects anew. */
  refresh(subjects: readonly string[]): Promise<void>;
  /** A handler of the feed, for every process that keeps an index. */
  follow(events: readonly ChangeEvent[]): Promise<void>;
  readonly isFilled: boolean;
  /** Gives up filling, if it has not ended. */
  abandon(): void;
  stop(): Promise<void>;
}

/** Work that is done one piece after the other. */
const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take: <Result>(work: () => Promise<Result>): Promise<Result> => {
      const turn = last.then(work, work);
      last = turn.catch(() => {});
      return turn;
    },
    over: () => last,
  };
};

export const createIndexFeeder = ({ index, tags, store, log, onRead, checkpoint }: IndexFeederOptions): IndexFeeder => {
  let isFilled = false;
  let isStopping = false;
  let cleaning: NodeJS.Timeout | undefined;
  /** So that what was read last is what stands in the index. */
  const reading = createTurns();
  /** So that a checkpoint is written by one at a time, and none is left that was begun before an erasure. */
  const marking = createTurns();

  const put = async (sets: readonly TagSet[], suspended: ReadonlySet<string>): Promise<void> => {
    for (const set of sets) index.replace(withoutSuspended(set, suspended));
    cleaning ??= setTimeout(clean, CLEAN_EVERY_MS);
    return Promise.resolve();
  };

  /** A block at a time, so that nobody waits for more than that. */
  const clean = () => {
    cleaning = index.clean() && !isStopping ? setTimeout(clean, CLEAN_EVERY_MS) : undefined;
  };

  const suspendedOf = (subjects: readonly string[] | null): Promise<ReadonlySet<string>> =>
    store.read(HOLDER, (executor) => readSuspended(executor, subjects));

  const take = (sets: readonly TagSet[]): Promise<void> =>
    sets.length === 0
      ? Promise.resolve()
      : reading.take(async () => put(sets, await suspendedOf(sets.map(({ subject }) => subject))));

  const refresh = async (subjects: readonly string[]): Promise<void> => {
    for (let from = 0; from < subjects.length; from += SUBJECTS_AT_ONCE) {
      const some = subjects.slice(from, from + SUBJECTS_AT_ONCE);
      await reading.take(async () => put([...(await tags.find(some)).values()], await suspendedOf(some)));
    }
  };

  /** Whoever wrote a set has it already. */
  const isHeld = (subject: string, fence: unknown): boolean =>
    typeof fence === 'number' && (index.find(subject)?.fence ?? NOTHING_WRITTEN) >= fence;

  /** Reads the checkpoint the first time; resolves to the fence from which on the store is to be read. */
  const resume = async (): Promise<number> => {
    if (checkpoint === undefined || isFilled) return NOTHING_WRITTEN;
    const fence = await readCheckpoint(checkpoint.file, (sets) => {
      for (const set of sets) index.replace(set);
    });
    if (fence !== null) log.info({ ...index.size, fence }, 'the index of tags goes on from its checkpoint');
    return fence ?? NOTHING_WRITTEN;
  };

  /** A checkpoint may be of another store than this one: whom this one does not hold is forgotten. */
  const forgetUnknown = async (): Promise<void> => {
    for (const page of index.pages(SUBJECTS_AT_ONCE)) {
      const held = await tags.find(page.map(({ subject }) => subject));
      for (const set of page) if (!held.has(set.subject)) index.forget(set.subject);
    }
  };

  const readAll = async (): Promise<void> => {
    await mark();
    const suspended = await suspendedOf(null);
    const total = await tags.count();
    const fence = await resume();
    let subjects = 0;
    let told = Date.now();
    for await (const sets of tags.readAll(fence)) {
      if (isStopping) return;
      await put(sets, suspended);
      await onRead?.(sets);
      subjects += sets.length;
      if (Date.now() - told > 2_000) {
        told = Date.now();
        log.info({ subjects, of: total }, 'the index of tags is being filled');
      }
    }
    for (const subject of await tags.findErased()) index.erase(subject, LAST_FENCE);
    if (fence !== NOTHING_WRITTEN && index.size.subjects !== (await tags.count())) await forgetUnknown();
    // Contests of the meantime, and since the checkpoint.
    await refresh(await store.read(HOLDER, findContesting));
    isFilled = true;
    log.info({ ...index.size }, 'the index of tags is filled');
  };

  /** What was under way at a mark has been written, and read, when the next one comes. */
  let marked: { readonly at: number; readonly fence: number } | undefined;
  const mark = () =>
    marking.take(async () => {
      if (checkpoint === undefined) return;
      const now = Date.now();
      const before = marked;
      marked = { at: now, fence: await store.read(HOLDER, readFence) };
      if (before === undefined || !isFilled) return;
      if (now - before.at < checkpoint.settledMs) marked = before;
      else await writeCheckpoint(checkpoint.file, index, before.fence);
    });
  const timer =
    checkpoint === undefined
      ? undefined
      : setInterval(() => {
          mark().catch((error: unknown) => log.warn({ error: String(error) }, 'the index of tags was not put down'));
        }, checkpoint.settledMs).unref();

  return {
    fill: async () => {
      await insist(readAll, { otherwise: 'the index of tags cannot be filled yet', log, isStopping: () => isStopping });
    },
    take,
    refresh,
    follow: async (events) => {
      const erased = events.filter(({ kind }) => kind === SUBJECT_ERASED);
      for (const { affects } of erased) index.erase(affects[0], LAST_FENCE);
      if (erased.length > 0 && checkpoint !== undefined) {
        const { file } = checkpoint;
        await marking.take(() => dropCheckpoint(file));
      }
      const told = events.filter(({ registry, items }) => registry === OWN && items.some((item) => ITEMS.has(item)));
      await refresh([
        ...new Set(told.flatMap(({ affects, payload }) => affects.filter((id) => !isHeld(id, payload?.fence)))),
      ]);
    },
    get isFilled() {
      return isFilled;
    },
    abandon: () => {
      isStopping = true;
    },
    stop: async () => {
      isStopping = true;
      clearTimeout(cleaning);
      clearInterval(timer);
      await reading.over();
      await mark().catch(() => {});
    },
  };
};

export const TAG_ITEMS = { CITIZEN: 'Citizen.tags', ENTERPRISE: 'Enterprise.tags' } as const;
const ITEMS: ReadonlySet<string> = new Set(Object.values(TAG_ITEMS));
