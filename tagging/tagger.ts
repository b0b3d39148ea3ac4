import { join } from 'node:path';
import { Gauge, type Registry } from 'prom-client';
import { unavailable } from '../schema/errors.ts';
import type { AskFacts } from '../subgraphs/kit/facts/read-facts.ts';
import { appendChanges } from '../subgraphs/kit/feed/outbox.ts';
import type { ChangeEvent } from '../subgraphs/kit/feed/change.ts';
import type { Feed } from '../subgraphs/kit/feed/feed.ts';
import type { ConsumerParts } from '../subgraphs/kit/definition.ts';
import type { Store } from '../subgraphs/kit/store/store.ts';
import { createChangeHandler, itemsOfFacts } from './derivation/follow-changes.ts';
import { findDerived, findHighestFence } from './derivation/ledger.ts';
import { listPublished, publishRules } from './derivation/publish-rules.ts';
import { liftFence } from './derivation/fence.ts';
import { enqueue, enqueueUnderived, measureQueue, type Wanted } from './derivation/queue.ts';
import { createWebs } from './tag-index/webs.ts';
import { createWorker, type WorkerTiming } from './derivation/worker.ts';
import { insist } from './insist.ts';
import type { TaggingDB } from './repository.ts';
import type { TaggingRules } from './rules.ts';
import { createIndexFeeder, TAG_ITEMS, TAGS_CHANGED, type IndexFeeder } from './tag-index/index-feeder.ts';
import { reachTag } from './tag-index/reach-tag.ts';
import { readSuspended, withoutSuspended } from './tag-index/suspended.ts';
import { createTagIndex, type TagIndex } from './tag-index/tag-index.ts';
import type { TagStore } from './tag-store/tag-store.ts';

export interface TaggerOptions {
  readonly tagging: TaggingRules;
  readonly feed: Feed;
  /** Asks the supergraph as `system`. */
  readonly ask: AskFacts;
  /** Opens the store of what is believed now, on the tables of the subgraph or elsewhere. */
  readonly openTags: (store: Store<TaggingDB>) => Promise<TagStore>;
  readonly timing?: Partial<WorkerTiming>;
}

/** What goes on beside the subgraph: changes are followed, tags derived, and the index kept. */
export interface Tagger {
  readonly index: TagIndex;
  /** Opens the store, publishes the rules, fills the index and derives, until the returned function is called. */
  start(parts: ConsumerParts<TaggingDB>): () => Promise<void>;
  /** Of the consumer group that queues whoever a change touches. It waits until the store is open. */
  handle(events: readonly ChangeEvent[]): Promise<void>;
  /** Reads these subjects anew, after something was said of their tags. */
  refresh(subjects: readonly string[]): Promise<void>;
  /** Throws UNAVAILABLE until the index is filled. */
  checkReady(): void;
  addMetrics(metrics: Registry): void;
}

const HOLDER = { holder: 'tagging.tagger' } as const;
/** Whatever was begun so long ago is written: a batch is held for a minute at most. */
const SETTLED_MS = 600_000;
/** By then the index of every process has followed what another wrote. */
const FOLLOWED_BY_MS = 2_000;

/** What a tagger has while it runs. */
interface Running {
  readonly feeder: IndexFeeder;
  readonly handle: (events: readonly ChangeEvent[]) => Promise<void>;
  readonly measure: () => Promise<Measures>;
  readonly requeue: (subjects: readonly Wanted[]) => Promise<void>;
}

interface Measures {
  readonly waiting: number;
  readonly oldest: number;
  readonly dead: number;
}

export const createTagger = (options: TaggerOptions): Tagger => {
  const { files, rules, documents, types } = options.tagging;
  const index = createTagIndex(files.map(({ rule }) => rule.tag));
  const webs = createWebs(index, rules);
  const faults = new Map<string, number>();
  let running: Running | undefined;
  let toOpened: (running: Running) => void = () => {};
  let toStopped: (reason: Error) => void = () => {};
  const opened = new Promise<Running>((resolve, reject) => {
    toOpened = resolve;
    toStopped = reject;
  });
  // Nobody may be waiting when it is stopped.
  opened.catch(() => {});

  const open = async (parts: ConsumerParts<TaggingDB>): Promise<TagStore> => {
    const tags = await options.openTags(parts.store);
    try {
      await tags.publish(files.map(({ rule: { tag, kind, subject, parents } }) => ({ tag, kind, subject, parents })));
      const highest = await tags.highestFence();
      await parts.store.transaction(HOLDER, async (executor) =>
        liftFence(executor, Math.max(highest, await findHighestFence(executor))),
      );
      return tags;
    } catch (error) {
      await tags.close();
      throw error;
    }
  };

  /** Who was derived and is not in the store any more, which was emptied or put back, is derived again. */
  const requeueLost = async (store: Store<TaggingDB>): Promise<void> => {
    for (let page = await store.read(HOLDER, (executor) => findDerived(executor, '')); page.length > 0;) {
      const lost = page.filter(({ subject }) => index.find(subject) === null);
      await store.transaction(HOLDER, (executor) => enqueue(executor, lost, 'bulk'));
      const after = page.at(-1)?.subject ?? '';
      page = await store.read(HOLDER, (executor) => findDerived(executor, after));
    }
  };

  /** Puts everybody into the queue whose tags are lost, or of another rule than is published now. */
  const queueOutdated = async ({ store, log }: ConsumerParts<TaggingDB>): Promise<void> => {
    await requeueLost(store);
    const kinds = await store.transaction(HOLDER, (executor) => publishRules(executor, listPublished(options.tagging)));
    if (kinds.length > 0) log.info({ kinds }, 'rules are new or other than before: everybody is derived again');
  };

  const run = async (
    parts: ConsumerParts<TaggingDB>,
    isStopping: () => boolean,
  ): Promise<(() => Promise<void>) | null> => {
    const { store, log } = parts;
    const tags = await insist(() => open(parts), { otherwise: 'the store of tags is out of reach', log, isStopping });
    if (tags === null) return null;
    const feeder = createIndexFeeder({
      index,
      tags,
      store,
      log,
      checkpoint: { file: join(parts.dataFolder, 'tag-index.ndjson'), settledMs: SETTLED_MS },
      onRead: (sets) => store.transaction(HOLDER, (executor) => enqueueUnderived(executor, sets)),
    });
    const worker = createWorker({
      store,
      tags,
      rules,
      documents,
      ask: options.ask,
      reached: reachTag(index),
      record: async (executor, kind, sets, lane) => {
        const [first, ...others] = sets.map(({ subject }) => subject);
        if (first === undefined) return;
        const { fence } = sets[0] ?? {};
        const suspended = await readSuspended(
          executor,
          sets.map(({ subject }) => subject),
        );
        const inUse = sets.map((set) => withoutSuspended(set, suspended));
        await enqueue(executor, webs.findTorn(inUse), 'bulk', FOLLOWED_BY_MS);
        await appendChanges(executor, 'tagging', [
          {
            kind: TAGS_CHANGED,
            lane,
            affects: [first, ...others],
            items: [TAG_ITEMS[kind]],
            operationId: null,
            traceId: null,
            payload: { fence },
          },
        ]);
      },
      onWritten: (sets) => feeder.take(sets),
      onFault: (subject, { tag, message }) => {
        faults.set(tag, (faults.get(tag) ?? 0) + 1);
        log.warn({ subject, tag, message }, 'a rule threw: its tag is not known of this subject');
      },
      log,
      ...(options.timing === undefined ? {} : { timing: options.timing }),
    });
    running = {
      feeder,
      handle: createChangeHandler({
        store,
        tags,
        items: itemsOfFacts([types.CITIZEN, types.ENTERPRISE]),
        onQueued: () => worker.nudge(),
      }),
      measure: () => store.read(HOLDER, measureQueue),
      requeue: (subjects) =>
        store.transaction(HOLDER, (executor) => enqueue(executor, subjects, 'bulk', FOLLOWED_BY_MS)),
    };
    toOpened(running);
    const following = options.feed.subscribeAll('tagging.index', (events) => feeder.follow(events), {
      onGap: () => feeder.fill(),
    });
    const close = async () => {
      await following.stop();
      await worker.stop();
      await feeder.stop();
      await tags.close();
    };
    await feeder.fill();
    // An index that is not whole says of nobody that the store has lost them.
    if (isStopping()) return close;
    await insist(() => queueOutdated(parts), { otherwise: 'the queue of tags is out of reach', log, isStopping });
    if (!isStopping()) worker.start();
    return close;
  };

  return {
    index,
    start: (parts) => {
      let isStopping = false;
      const stop = run(parts, () => isStopping).catch((error: unknown) => {
        parts.log.error({ err: error }, 'tags are not derived');
        return null;
      });
      return async () => {
        isStopping = true;
        toStopped(new Error('Tagging is stopping.'));
        running?.feeder.abandon();
        await (
          await stop
        )?.();
      };
    },
    handle: async (events) => (await opened).handle(events),
    refresh: async (subjects) => {
      await running?.feeder.refresh(subjects);
      await running?.requeue(webs.findAround(subjects));
    },
    checkReady: () => {
      if (running?.feeder.isFilled !== true) throw unavailable();
    },
    addMetrics: (metrics) => addMetrics(metrics, index, faults, () => running?.measure()),
  };
};

const addMetrics = (
  metrics: Registry,
  index: TagIndex,
  faults: ReadonlyMap<string, number>,
  measure: () => Promise<Measures> | undefined,
): void => {
  const registers = [metrics];
  let measuring: Promise<Measures | undefined> | undefined;
  /** Once for all that is collected together. */
  const measureOnce = (): Promise<Measures | undefined> =>
    (measuring ??= Promise.resolve(measure()).finally(() => {
      measuring = undefined;
    }));
  new Gauge({
    name: 'onefile_tagging_queue',
    help: 'Subjects whose tags are to be derived: waiting, or dead letters.',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      const { waiting = 0, dead = 0 } = (await measureOnce()) ?? {};
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'dead' }, dead);
    },
  });
  new Gauge({
    name: 'onefile_tagging_oldest_seconds',
    help: 'Time for which the subject has waited that has waited longest.',
    registers,
    async collect() {
      this.set((await measureOnce())?.oldest ?? 0);
    },
  });
  new Gauge({
    name: 'onefile_tagging_index',
    help: 'What the index of tags holds.',
    labelNames: ['of'] as const,
    registers,
    collect() {
      for (const part of ['subjects', 'edges', 'bytes'] as const) this.set({ of: part }, index.size[part]);
    },
  });
  new Gauge({
    name: 'onefile_tagging_rule_faults',
    help: 'How often a rule threw on a subject since this process began.',
    labelNames: ['tag'] as const,
    registers,
    collect() {
      for (const [tag, count] of faults) this.set({ tag }, count);
    },
  });
};
