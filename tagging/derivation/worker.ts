import { setTimeout as sleep } from 'node:timers/promises';
import type { FactDocument } from '../../subgraphs/kit/facts/fact-document.ts';
import type { Facts } from '../../subgraphs/kit/facts/fact-type.ts';
import { readFacts, type AskFacts, type FactsOf } from '../../subgraphs/kit/facts/read-facts.ts';
import type { Lane } from '../../subgraphs/kit/feed/change.ts';
import type { FeedLog } from '../../subgraphs/kit/feed/feed.ts';
import type { Executor, Store } from '../../subgraphs/kit/store/store.ts';
import { derive, type DerivationFault } from '../engine/derive.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { SubjectKind } from '../engine/rule.ts';
import type { Run } from '../engine/scope.ts';
import type { TagSet, TagStore } from '../tag-store/tag-store.ts';
import { subjectsWithin, writeDependencies } from './dependencies.ts';
import { takeFence } from './fence.ts';
import { markStale, writeBeliefs } from './ledger.ts';
import { bury, finish, postpone, take, type Taken } from './queue.ts';
import { toEmptySet, toTagSet } from './to-tag-set.ts';

export interface WorkerOptions<DB> {
  readonly store: Store<DB>;
  readonly tags: TagStore;
  readonly rules: RuleSet;
  readonly documents: Readonly<Record<SubjectKind, FactDocument>>;
  readonly ask: AskFacts;
  /** What the graph tells of a subject, for rules that ask it. */
  readonly reached?: (subject: string) => Run['reached'];
  /** Called in the transaction after which the tags count as derived, for whoever is to be told of it. */
  readonly record?: (executor: Executor<DB>, kind: SubjectKind, sets: readonly TagSet[], lane: Lane) => Promise<void>;
  /** Called when the tags of subjects are readable, with the versions of those that are other than before. */
  readonly onWritten: (sets: readonly TagSet[], versions: ReadonlyMap<string, number>) => Promise<void>;
  /** Called for each rule that threw on a subject. */
  readonly onFault?: (subject: string, fault: DerivationFault) => void;
  readonly log: FeedLog;
  readonly timing?: Partial<WorkerTiming>;
}

export interface WorkerTiming {
  /** Subjects that are derived together. */
  readonly batch: number;
  /** How long a subject is taken; longer than a batch takes. */
  readonly leaseMs: number;
  /** How long to wait before the queue is looked at again, if nobody calls. */
  readonly idleMs: number;
  /** Of the first pause before another try; doubled with each, up to a minute. */
  readonly retryMs: number;
  readonly attempts: number;
}

const TIMING: Omit<WorkerTiming, 'idleMs'> = { batch: 100, leaseMs: 60_000, retryMs: 500, attempts: 8 };
/** On an embedded store nobody else queues: whoever does calls. */
const IDLE_MS = { pglite: 1_000, postgres: 250 };
const LONGEST_PAUSE_MS = 60_000;
const KINDS: readonly SubjectKind[] = ['CITIZEN', 'ENTERPRISE'];

interface Loop {
  readonly kind: SubjectKind;
  readonly lane: Lane;
}

/**
 * What citizens do themselves waits for no batch of a bulk load, nor an enterprise for who acts for it. Of the many, facts of
 * one batch are read while another is written.
 */
const LOOPS: readonly Loop[] = [
  { kind: 'CITIZEN', lane: 'own' },
  { kind: 'ENTERPRISE', lane: 'own' },
  { kind: 'CITIZEN', lane: 'bulk' },
  { kind: 'CITIZEN', lane: 'bulk' },
  { kind: 'ENTERPRISE', lane: 'bulk' },
];

interface Attempted {
  readonly failed: readonly Taken[];
  readonly reason: string;
  /** Nobody answered: no subject's fault, and as long as it lasts. */
  readonly isOutage: boolean;
}

/** Whose facts were read for whom. */
const readsOf = (
  answered: readonly { readonly each: Taken; readonly facts: FactsOf }[],
  whose: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    answered
      .filter(({ each }) => whose.has(each.subject))
      .map(({ each, facts }) => [
        each.subject,
        facts.kind === 'KNOWN' ? subjectsWithin(facts.facts, each.subject) : [],
      ]),
  );

const idOf = ({ id, uscc }: Facts): unknown => id ?? uscc;

/** What failed together does not come back together. */
const jittered = (delayMs: number): number => delayMs * (0.5 + Math.random());

/** Derives the tags of whoever stands in the queue. Several share it; one that is killed loses nothing. */
export interface Worker {
  start(): void;
  /** Something was queued. */
  nudge(): void;
  /** Derives one batch of each kind, of the faster lane if anybody waits there; resolves to how many subjects were taken. */
  turn(): Promise<number>;
  stop(): Promise<void>;
}

export const createWorker = <DB>(options: WorkerOptions<DB>): Worker => {
  const { store, tags, rules, documents, ask, reached, record, onWritten, onFault, log } = options;
  const timing = { ...TIMING, idleMs: IDLE_MS[store.engine], ...options.timing };
  const holder = { holder: 'tagging.worker' } as const;
  let stopping = new AbortController();
  let running: Promise<void> = Promise.resolve();
  const wakers = new Set<() => void>();
  const ownTurns = new Set<Promise<number>>();

  const deriveSet = (taken: Taken, fence: number, found: FactsOf): TagSet => {
    // Who was merged into another is answered for by that one.
    if (found.kind !== 'KNOWN' || idOf(found.facts) !== taken.subject) return toEmptySet(taken, fence);
    const { intervals, faults } = derive(rules[taken.kind], found.facts, reached?.(taken.subject));
    for (const fault of faults) onFault?.(taken.subject, fault);
    return toTagSet(taken, fence, found.facts, intervals);
  };

  /** What was read is written whole: tags, then what was believed, then the way out of the queue. */
  const settle = async (kind: SubjectKind, taken: readonly Taken[], found: readonly FactsOf[], fence: number) => {
    const answered = taken.flatMap((each, index) => {
      const facts = found[index];
      return facts === undefined || facts.kind === 'REFUSED' ? [] : [{ each, facts }];
    });
    const sets = answered.map(({ each, facts }) => deriveSet(each, fence, facts));
    const accepted = await tags.replace(sets);
    const written = sets.filter(({ subject }) => accepted.has(subject));
    const { believed, versions } = await store.transaction(holder, async (executor) => {
      const { accepted: isBelieved, versions } = await writeBeliefs(store, executor, written);
      const believed = written.filter(({ subject }) => isBelieved.has(subject));
      await writeDependencies(executor, readsOf(answered, isBelieved));
      await finish(
        executor,
        answered.map(({ each }) => each),
      );
      // A batch is of one lane.
      if (believed.length > 0) await record?.(executor, kind, believed, taken[0]?.lane ?? 'bulk');
      return { believed, versions };
    });
    await onWritten(believed, versions);
    for (const [index, each] of taken.entries()) {
      const refused = found[index];
      if (refused?.kind === 'REFUSED') await putBack([each], refused.reason, refused.isOutage);
    }
  };

  /** The old tags stay, and are said to be stale, until the facts can be read. */
  const putBack = async (taken: readonly Taken[], reason: string, isOutage: boolean) => {
    const isLast = ({ attempts }: Taken) => !isOutage && attempts + 1 >= timing.attempts;
    const delayMs = (attempts: number) =>
      jittered(isOutage ? timing.retryMs : Math.min(timing.retryMs * 2 ** attempts, LONGEST_PAUSE_MS));
    await store.transaction(holder, async (executor) => {
      await markStale(
        executor,
        taken.map(({ subject }) => subject),
      );
      const waiting = taken.filter((each) => !isLast(each));
      await postpone(executor, waiting, { reason, delayMs, counts: !isOutage });
      for (const each of taken.filter(isLast)) {
        log.warn({ subject: each.subject, attempts: each.attempts + 1, reason }, 'tags not derived: dead letter');
        await bury(executor, each, reason);
      }
    });
  };

  /** Each try under a fence of its own: what a try before has half written is written over. */
  const readAndSettle = async (kind: SubjectKind, taken: readonly Taken[]) => {
    const fence = await store.read(holder, takeFence);
    const subjects = taken.map(({ subject }) => subject);
    await settle(kind, taken, await readFacts(documents[kind], ask, subjects), fence);
  };

  /** One subject may spoil the question for all: a batch that fails is halved until it is found, while anybody answers. */
  const attempt = async (kind: SubjectKind, taken: readonly Taken[]): Promise<Attempted> => {
    try {
      await readAndSettle(kind, taken);
      return { failed: [], reason: '', isOutage: false };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const isOutage = !(await isReachable());
      if (isOutage || taken.length === 1) return { failed: taken, reason, isOutage };
      const middle = Math.ceil(taken.length / 2);
      const halves = [await attempt(kind, taken.slice(0, middle)), await attempt(kind, taken.slice(middle))];
      return {
        failed: halves.flatMap(({ failed }) => failed),
        reason,
        isOutage: halves.some((half) => half.isOutage),
      };
    }
  };

  const turnOf = async (kind: SubjectKind, lane: Lane): Promise<number> => {
    const { batch: limit, leaseMs } = timing;
    // One statement, and no transaction: whoever carries changes away need not look when nothing is told.
    const taken = await store.read(holder, (executor) => take(executor, { kind, lane, limit, leaseMs }));
    if (taken.length === 0) return 0;
    const { failed, reason, isOutage } = await attempt(kind, taken);
    if (failed.length === 0) return taken.length;
    if (isOutage) log.warn({ subjects: failed.length, reason }, 'facts or tags are out of reach');
    await putBack(failed, reason, isOutage);
    return taken.length;
  };

  /** Whether the supergraph and the tags answer at all. */
  const isReachable = async (): Promise<boolean> => {
    try {
      const { errors = [] } = await ask('{ __typename }', {});
      await tags.find([]);
      return errors.length === 0;
    } catch {
      return false;
    }
  };

  const turnIn = async (lane: Lane): Promise<number> => {
    let count = 0;
    for (const kind of KINDS) count += await turnOf(kind, lane);
    return count;
  };

  const run = async ({ kind, lane }: Loop) => {
    while (!stopping.signal.aborted) {
      // Whatever is under way of the faster lane has the registries and the stores to itself, as far as it goes.
      if (lane === 'bulk') await Promise.all(ownTurns);
      let waker = () => {};
      const called = new Promise<void>((resolve) => {
        waker = resolve;
      });
      wakers.add(waker);
      const turn = turnOf(kind, lane).catch((error: unknown) => {
        log.warn({ error: String(error) }, 'the queue of tags is out of reach');
        return 0;
      });
      if (lane === 'own') ownTurns.add(turn);
      const count = await turn;
      ownTurns.delete(turn);
      if (count === 0) {
        const waiting = new AbortController();
        await Promise.race([called, sleep(timing.idleMs, undefined, { signal: waiting.signal }).catch(() => {})]);
        waiting.abort();
      }
      wakers.delete(waker);
    }
  };

  const wake = () => {
    for (const waker of wakers) waker();
    wakers.clear();
  };

  return {
    turn: async () => {
      const count = await turnIn('own');
      return count > 0 ? count : turnIn('bulk');
    },
    nudge: wake,
    start: () => {
      stopping = new AbortController();
      running = Promise.all(LOOPS.map(run)).then(() => {});
    },
    stop: async () => {
      stopping.abort();
      wake();
      await running;
    },
  };
};
