import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { toDay } from '../../../subgraphs/kit/civil/day.ts';
import type { AskFacts, FactAnswer } from '../../../subgraphs/kit/facts/read-facts.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { createChangeHandler, itemsOfFacts } from '../../../tagging/derivation/follow-changes.ts';
import { findBeliefsOf } from '../../../tagging/derivation/ledger.ts';
import { enqueue, findDeadLetters, measureQueue, revive } from '../../../tagging/derivation/queue.ts';
import { createWorker, type Worker, type WorkerOptions } from '../../../tagging/derivation/worker.ts';
import { createSqlTagStore } from '../../../tagging/tag-store/sql-tag-store.ts';
import type { TagStore } from '../../../tagging/tag-store/tag-store.ts';
import { anEvent, quiet } from '../../subgraphs/kit/feed/harness.ts';
import { loadTagging } from '../../support/rules.ts';
import type { TaggingDB } from '../../../tagging/repository.ts';
import { eachTaggingStore } from '../each-tagging-store.ts';

type Answer = Readonly<Record<string, unknown>>;
const MOTHER = 'c1_mother';
const CHILD = 'c1_child';
const HOUR_MS = 3_600_000;

const citizen = (id: string, part: Answer = {}): Answer => ({ id, birthDate: '1988-09-21', wards: [], ...part });
const ward = (birthDate: string): Answer => ({
  kind: 'PARENT',
  since: birthDate,
  until: null,
  ward: { id: CHILD, birthDate, enrolments: [], archive: {} },
});

const deferred = () => {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
};

eachTaggingStore((opened) => {
  const { rules, documents, types, files } = loadTagging();
  let store: Store<TaggingDB>;
  let tags: TagStore;
  /** What the registries hold. */
  let registries: Map<string, Answer>;

  beforeAll(async () => {
    store = opened();
    tags = createSqlTagStore(store);
    await tags.publish(files.map(({ rule: { tag, kind, subject, parents } }) => ({ tag, kind, subject, parents })));
  }, 60_000);

  beforeEach(async () => {
    registries = new Map();
    await store.transaction({ holder: 'test' }, async (executor) => {
      await sql`truncate tagging.queue, tagging.dead_letter, tagging.dependency, tagging.derived, tagging.belief,
        tagging.subject, tagging.held, tagging.link`.execute(executor);
    });
  });

  const answer = (subjects: readonly string[]): FactAnswer => ({
    data: { citizens: subjects.map((subject) => registries.get(subject) ?? null) },
    errors: subjects.flatMap((subject, index) =>
      registries.has(subject)
        ? []
        : [{ message: 'none', path: ['citizens', index], extensions: { code: 'NOT_FOUND' } }],
    ),
  });
  const ask: AskFacts = (_, variables) => Promise.resolve(answer((variables.subjects ?? []) as string[]));

  const openWorker = (part: Partial<WorkerOptions<TaggingDB>> = {}): Worker =>
    createWorker({ store, tags, rules, documents, ask, onWritten: () => Promise.resolve(), log: quiet, ...part });
  const queue = (subjects: readonly string[], lane: 'own' | 'bulk' = 'own') =>
    store.transaction({ holder: 'test' }, (executor) =>
      enqueue(
        executor,
        subjects.map((subject) => ({ subject, kind: 'CITIZEN' })),
        lane,
      ),
    );
  const waiting = () => store.read({ holder: 'test' }, measureQueue).then((queued) => queued.waiting);
  const heldBy = async (subject: string, tag: string): Promise<string[]> =>
    ((await tags.find([subject])).get(subject)?.tags ?? [])
      .filter((held) => held.tag === tag)
      .map(({ since }) => String(since - toDay('1970-01-01')));
  const bornOn = (birthDate: string) => [String(toDay(birthDate))];
  const hasty = { timing: { retryMs: 1, attempts: 3 } };
  const drain = async (worker: Worker, patience = 50) => {
    for (let turn = 0; turn < patience && (await waiting()) > 0; turn += 1) {
      await worker.turn();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  describe('the worker', () => {
    it('derives whoever is queued, tells so, and leaves the queue empty', async () => {
      registries.set(
        MOTHER,
        citizen(MOTHER, { residence: { district: { code: '310104' } }, wards: [ward('2021-03-08')] }),
      );
      await queue([MOTHER]);
      const told: string[] = [];
      const worker = openWorker({
        onWritten: (_, versions) => {
          told.push(...[...versions].map(([subject, version]) => `${subject} ${String(version)}`));
          return Promise.resolve();
        },
      });
      expect(await worker.turn()).toBe(1);
      const held = (await tags.find([MOTHER])).get(MOTHER);
      expect(held).toMatchObject({ kind: 'CITIZEN', district: '310104' });
      expect(held?.tags.map(({ tag }) => tag)).toContain('guardian_of_school_entrant');
      expect(told).toEqual([`${MOTHER} 1`]);
      expect(await waiting()).toBe(0);
      // The same facts again change nothing, and nobody is told.
      await queue([MOTHER]);
      await worker.turn();
      expect(told).toHaveLength(1);
    });

    it('takes a subject again that changed while it was read', async () => {
      registries.set(MOTHER, citizen(MOTHER, { birthDate: '1980-01-01' }));
      await queue([MOTHER]);
      const worker = openWorker({
        ask: async (_, variables) => {
          const before = answer(variables.subjects as string[]);
          if (registries.get(MOTHER)?.birthDate === '1980-01-01') {
            registries.set(MOTHER, citizen(MOTHER, { birthDate: '1981-01-01' }));
            await queue([MOTHER]);
          }
          return before;
        },
      });
      await worker.turn();
      expect(await heldBy(MOTHER, 'child')).toEqual(bornOn('1980-01-01'));
      expect(await waiting()).toBe(1);
      await worker.turn();
      expect(await heldBy(MOTHER, 'child')).toEqual(bornOn('1981-01-01'));
      expect(await waiting()).toBe(0);
    });

    it('lets an own act pass before a bulk load', async () => {
      const many = Array.from({ length: 30 }, (_, index) => `c1_many_${String(index)}`);
      for (const each of [...many, MOTHER]) registries.set(each, citizen(each));
      await queue(many, 'bulk');
      await queue([MOTHER], 'own');
      await openWorker({ timing: { batch: 10 } }).turn();
      expect(await heldBy(MOTHER, 'child')).toHaveLength(1);
      expect(await waiting()).toBe(30);
    });

    it('writes nothing late over what another read after it', async () => {
      registries.set(MOTHER, citizen(MOTHER, { birthDate: '1980-01-01' }));
      await queue([MOTHER]);
      const paused = deferred();
      const hasRead = deferred();
      const slow = openWorker({
        timing: { leaseMs: 1 },
        ask: async (_, variables) => {
          const stale = answer(variables.subjects as string[]);
          hasRead.resolve();
          await paused.promise;
          return stale;
        },
      });
      const late = slow.turn();
      await hasRead.promise;
      registries.set(MOTHER, citizen(MOTHER, { birthDate: '1990-01-01' }));
      await queue([MOTHER]);
      await drain(openWorker());
      paused.resolve();
      await late;
      expect(await heldBy(MOTHER, 'child')).toEqual(bornOn('1990-01-01'));
      const beliefs = await store.read({ holder: 'test' }, (executor) => findBeliefsOf(executor, [MOTHER]));
      expect(beliefs.find(({ tag }) => tag === 'child')?.since).toBe(toDay('1990-01-01'));
      expect(await waiting()).toBe(0);
    });

    it('takes over what a killed worker had', async () => {
      registries.set(MOTHER, citizen(MOTHER));
      await queue([MOTHER]);
      const killed = openWorker({ timing: { leaseMs: 30 }, ask: () => new Promise(() => {}) });
      void killed.turn();
      await new Promise((resolve) => setTimeout(resolve, 60));
      await drain(openWorker());
      expect(await heldBy(MOTHER, 'child')).toHaveLength(1);
    });

    it('keeps the old tags of whose facts are refused, tries again, and gives up with the reason', async () => {
      registries.set(MOTHER, citizen(MOTHER));
      registries.set(CHILD, citizen(CHILD));
      await queue([MOTHER, CHILD]);
      const refusing =
        (code: string): AskFacts =>
        (_, variables) => {
          const subjects = (variables.subjects ?? []) as string[];
          const errors = subjects.flatMap((subject, index) =>
            subject === MOTHER ? [{ message: 'down', path: ['citizens', index, 'archive'], extensions: { code } }] : [],
          );
          return Promise.resolve({ ...answer(subjects), errors });
        };
      await openWorker().turn();
      await queue([MOTHER, CHILD]);
      // A subgraph that is down is waited for, however long.
      const waitingFor = openWorker({ ...hasty, ask: refusing('UNAVAILABLE') });
      for (let turn = 0; turn < 10; turn += 1) {
        await waitingFor.turn();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(await waiting()).toBe(1);
      await drain(openWorker({ ...hasty, ask: refusing('INTERNAL') }));
      expect(await heldBy(MOTHER, 'child')).toHaveLength(1);
      const isStale = await store.read({ holder: 'test' }, async (executor) => {
        const { rows } = await sql<{ subject: string }>`
          select subject from tagging.derived where stale_since is not null`.execute(executor);
        return rows.map(({ subject }) => subject);
      });
      expect(isStale).toEqual([MOTHER]);
      expect(await store.read({ holder: 'test' }, (executor) => findDeadLetters(executor, 10))).toEqual([
        { subject: MOTHER, kind: 'CITIZEN', attempts: 3, reason: 'INTERNAL citizens.0.archive down' },
      ]);
      expect(await store.transaction({ holder: 'test' }, revive)).toBe(1);
      await drain(openWorker());
      expect(await store.read({ holder: 'test' }, (executor) => findDeadLetters(executor, 10))).toEqual([]);
      expect(await waiting()).toBe(0);
    });

    it('waits out an outage, however long, and gives nobody up for it', async () => {
      const many = Array.from({ length: 9 }, (_, index) => `c1_many_${String(index)}`);
      for (const each of many) registries.set(each, citizen(each));
      await queue(many);
      const down = openWorker({ ...hasty, ask: () => Promise.reject(new Error('connect ECONNREFUSED')) });
      for (let turn = 0; turn < 10; turn += 1) {
        await down.turn();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(await waiting()).toBe(9);
      await drain(openWorker(hasty));
      expect(await waiting()).toBe(0);
      expect((await tags.find(many)).size).toBe(9);
    });

    it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
      'finds the one that spoils the question for all, at place %i',
      async (place) => {
        const many = Array.from({ length: 9 }, (_, index) => `c1_many_${String(index)}`);
        const spoiler = `c1_many_${String(place)}`;
        for (const each of many) registries.set(each, citizen(each));
        await queue(many);
        const poisoned: AskFacts = (query, variables) =>
          ((variables.subjects ?? []) as string[]).includes(spoiler)
            ? Promise.reject(new Error('too big'))
            : ask(query, variables);
        const worker = openWorker({ ...hasty, ask: poisoned });
        await worker.turn();
        // Whoever stood beside it is tagged at once, and has failed of nothing.
        expect((await tags.find(many)).size).toBe(8);
        await drain(worker, 100);
        const dead = await store.read({ holder: 'test' }, (executor) => findDeadLetters(executor, 10));
        expect(dead.map(({ subject, reason }) => `${subject}: ${reason}`)).toEqual([`${spoiler}: too big`]);
        expect(await waiting()).toBe(0);
      },
    );

    it('believes what it has tagged, when the first try got no further than the tags', async () => {
      const both = [MOTHER, CHILD];
      for (const each of both) registries.set(each, citizen(each));
      await queue(both);
      let tries = 0;
      const worker = openWorker({
        record: () => {
          tries += 1;
          return tries === 1 ? Promise.reject(new Error('deadlock detected')) : Promise.resolve();
        },
      });
      await worker.turn();
      expect(tries).toBeGreaterThan(1);
      expect((await tags.find(both)).size).toBe(2);
      const beliefs = await store.read({ holder: 'test' }, (executor) => findBeliefsOf(executor, both));
      expect(new Set(beliefs.map(({ subject }) => subject))).toEqual(new Set(both));
      expect(await waiting()).toBe(0);
    });

    it('empties what is held of whom the registries do not know', async () => {
      registries.set(MOTHER, citizen(MOTHER));
      await queue([MOTHER]);
      const worker = openWorker();
      await worker.turn();
      registries.delete(MOTHER);
      await queue([MOTHER]);
      await worker.turn();
      expect((await tags.find([MOTHER])).get(MOTHER)?.tags).toEqual([]);
    });

    it('runs by itself until it is stopped, as many as there are', async () => {
      const many = Array.from({ length: 300 }, (_, index) => `c1_many_${String(index)}`);
      for (const each of many) registries.set(each, citizen(each));
      const workers = [
        openWorker({ timing: { batch: 20, idleMs: 5 } }),
        openWorker({ timing: { batch: 20, idleMs: 5 } }),
      ];
      for (const worker of workers) worker.start();
      await queue(many, 'bulk');
      for (const worker of workers) worker.nudge();
      for (let tries = 0; tries < 2_000 && (await waiting()) > 0; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 10));
      await Promise.all(workers.map((worker) => worker.stop()));
      expect((await tags.find(many)).size).toBe(300);
    }, 60_000);
  });

  describe('a change in a registry', () => {
    const handle = (...events: Parameters<typeof anEvent>[1][]) =>
      createChangeHandler({ store, tags, items: itemsOfFacts([types.CITIZEN, types.ENTERPRISE]), onQueued: () => {} })(
        events.map((event, index) => anEvent(index + 1, event)),
      );
    const queued = () =>
      store.read({ holder: 'test' }, async (executor) => {
        const { rows } = await sql<{ subject: string }>`select subject from tagging.queue order by subject`.execute(
          executor,
        );
        return rows.map(({ subject }) => subject);
      });

    it('queues whom it names and who depends on them: the guardian of a child', async () => {
      registries.set(MOTHER, citizen(MOTHER, { wards: [ward('2021-03-08')] }));
      await queue([MOTHER]);
      await openWorker().turn();
      await handle({ kind: 'citizen.changed', affects: [CHILD], items: ['Citizen.birthDate'] });
      expect(await queued()).toEqual([CHILD, MOTHER]);
    });

    it('forgets whoever is erased, what was believed as well, and queues who depended on them', async () => {
      registries.set(MOTHER, citizen(MOTHER, { wards: [ward('2021-03-08')] }));
      registries.set(CHILD, citizen(CHILD));
      await queue([MOTHER, CHILD]);
      await openWorker().turn();
      await handle({ kind: 'subject.erased', affects: [CHILD], items: [] });
      expect(await queued()).toEqual([MOTHER]);
      expect(await tags.find([CHILD])).toEqual(new Map());
      const everBelieved = await store.read({ holder: 'test' }, async (executor) => {
        const { rows } = await sql`select from tagging.belief where subject = ${CHILD}`.execute(executor);
        return rows.length;
      });
      expect(everBelieved).toBe(0);
      // One that was reading meanwhile comes late.
      await queue([CHILD]);
      await openWorker().turn();
      expect(await tags.find([CHILD])).toEqual(new Map());
    });

    it('queues nobody for a reading, for an item that no tag needs, or for what is no subject', async () => {
      await handle(
        { kind: 'file.read', affects: [CHILD], items: ['Citizen.birthDate'] },
        { kind: 'citizen.changed', affects: [CHILD], items: ['Citizen.phone'] },
        { kind: 'office.changed', affects: ['office:310101'], items: [] },
      );
      expect(await queued()).toEqual([]);
    });
  });

  describe('the ledger', () => {
    it('says what was believed at an instant, and keeps what did not change', async () => {
      registries.set(MOTHER, citizen(MOTHER, { birthDate: '1980-01-01', sex: 'FEMALE' }));
      await queue([MOTHER]);
      const worker = openWorker();
      await worker.turn();
      const before = await store.read({ holder: 'test' }, (executor) => findBeliefsOf(executor, [MOTHER]));
      await new Promise((resolve) => setTimeout(resolve, 20));
      const between = new Date().toISOString();
      await new Promise((resolve) => setTimeout(resolve, 20));
      registries.set(MOTHER, citizen(MOTHER, { birthDate: '1980-01-01', sex: 'MALE' }));
      await queue([MOTHER]);
      await worker.turn();
      const [now, then] = await store.read({ holder: 'test' }, async (executor) => [
        await findBeliefsOf(executor, [MOTHER]),
        await findBeliefsOf(executor, [MOTHER], between),
      ]);
      expect(then.map(({ tag }) => tag)).toEqual(before.map(({ tag }) => tag));
      expect(then.map(({ tag }) => tag)).toContain('woman');
      expect(now.map(({ tag }) => tag)).not.toContain('woman');
      const child = now.find(({ tag }) => tag === 'child');
      expect(child?.knownFrom).toBe(before.find(({ tag }) => tag === 'child')?.knownFrom);
      const longAgo = new Date(Date.now() - HOUR_MS).toISOString();
      expect(await store.read({ holder: 'test' }, (executor) => findBeliefsOf(executor, [MOTHER], longAgo))).toEqual(
        [],
      );
    });
  });
});
