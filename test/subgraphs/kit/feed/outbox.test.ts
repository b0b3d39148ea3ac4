import { beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { passFence } from '../../../../subgraphs/kit/feed/fence.ts';
import { appendChanges, hasTold, lockSubjects, writeChanges } from '../../../../subgraphs/kit/feed/outbox.ts';
import { dropKitTables } from '../../../../subgraphs/kit/feed/outbox-migration.ts';
import {
  pruneOutbox,
  readOutbox,
  readPositions,
  writePositions,
} from '../../../../subgraphs/kit/feed/outbox-reader.ts';
import { NOTHING, toSequence } from '../../../../subgraphs/kit/feed/sequence.ts';
import { eachEngine } from '../../../support/stores.ts';
import { anEvent, until } from './harness.ts';
import { aChange, createRegistry, type TestRegistry } from './registry.ts';

const fromTheStart = { own: { after: NOTHING, limit: 100 }, bulk: { after: NOTHING, limit: 100 } };

eachEngine((database) => {
  let registry: TestRegistry;
  beforeEach(async () => {
    registry = await createRegistry(database());
  });
  const readOnce = (requests = fromTheStart) =>
    registry.store.read({ holder: 'test' }, (executor) => readOutbox(executor, registry.schema, requests));
  /** Reads until so many are there: other databases' transactions hold the horizon of the whole server back. */
  const read = async (count: number, requests = fromTheStart) => {
    await until(`${count} changes`, async () => {
      const { events } = await readOnce(requests);
      return events.own.length + events.bulk.length >= count;
    });
    return readOnce(requests);
  };

  describe('the outbox', () => {
    it.each([0, 1, 150])('knows of a transaction that tells %d changes whether it told any', async (count) => {
      const changes = Array.from({ length: count }, () => aChange());
      const { store } = registry;
      expect(
        await store.transaction({ holder: 'test' }, async (executor) => {
          await writeChanges(store, executor, changes);
          return hasTold(executor);
        }),
      ).toBe(count > 0);
    });

    it('gives changes back as they were written, in their order', async () => {
      const entry = {
        kind: 'enterprise',
        subject: '91310104MA1FPAA18P',
        district: '310104',
        alive: true,
        representatives: [],
        handlers: [],
        holders: [],
      } as const;
      const whole = aChange({
        affects: ['91310104MA1FPAA18P', 'c1_lin'],
        items: [],
        operationId: 'op',
        traceId: 'trace',
        directory: entry,
        payload: { purpose: 'x', n: [1] },
      });
      const ids = await registry.write(
        whole,
        ...Array.from({ length: 50 }, (_, index) => aChange({ affects: [`c1_${index}`], lane: 'bulk' })),
      );
      expect(ids).toEqual([...ids].sort((one, other) => one - other));
      const { events, age } = await read(51);
      expect(events.own).toEqual([
        {
          ...whole,
          registry: registry.schema,
          schemaVersion: 1,
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
          sequence: expect.stringMatching(/^\d{20}\.\d{19}$/),
        },
      ]);
      expect(events.bulk.map(({ affects }) => affects[0])).toEqual(
        Array.from({ length: 50 }, (_, index) => `c1_${index}`),
      );
      expect(age.own).toBeLessThan(2_000);
    });

    it('holds the same of many changes as of each of them', async () => {
      const payload = { text: 'a\\b\t"汉"\n', list: ['{}', '\\N'] };
      const changes = Array.from({ length: 100 }, (_, at) =>
        aChange({
          affects: [`c1_${at}`, 'with "quotes", \\ and {braces}'],
          operationId: 'a\tb',
          traceId: null,
          payload,
        }),
      );
      await registry.store.transaction({ holder: 'test' }, (executor) =>
        writeChanges(registry.store, executor, changes),
      );
      await registry.write(...changes);
      const { events } = await read(200, { ...fromTheStart, own: { after: NOTHING, limit: 200 } });
      const told = events.own.map((event) => ({ ...event, sequence: '', at: '' }));
      expect(told.slice(0, 100)).toEqual(told.slice(100));
      expect(told[0]).toMatchObject(changes[0] ?? {});
    });

    it('reads on after a position, no more than asked', async () => {
      await registry.write(...Array.from({ length: 5 }, () => aChange()));
      const first = await read(2, { ...fromTheStart, own: { after: NOTHING, limit: 2 } });
      const rest = await read(3, {
        ...fromTheStart,
        own: { after: first.events.own.at(-1)?.sequence ?? '', limit: 100 },
      });
      expect([first.events.own.length, rest.events.own.length]).toEqual([2, 3]);
      expect(
        await readOnce({ own: { after: rest.events.own.at(-1)?.sequence ?? '', limit: 9 }, bulk: fromTheStart.bulk }),
      ).toMatchObject({ events: { own: [], bulk: [] } });
    });

    it('writes nothing for no change, and nothing when the transaction fails', async () => {
      expect(await registry.write()).toEqual([]);
      const failing = registry.store.transaction({ holder: 'test' }, async (executor) => {
        await appendChanges(executor, registry.schema, [aChange()]);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await registry.count('outbox')).toBe(0);
    });

    it('moves positions forward only', async () => {
      const at = (id: number) => [{ group: 'g', lane: 'own' as const, sequence: toSequence('9', id) }];
      const write = (id: number) =>
        registry.store.transaction({ holder: 'test' }, (executor) => writePositions(executor, registry.schema, at(id)));
      await write(5);
      await write(3);
      expect(
        await registry.store.read({ holder: 'test' }, (executor) => readPositions(executor, registry.schema)),
      ).toEqual(at(5));
    });

    it('prunes a lane up to a position, once the retention is over', async () => {
      await registry.write(aChange(), aChange(), aChange(), aChange({ lane: 'bulk' }));
      const { events } = await read(4);
      const order = { lane: 'own' as const, through: events.own[1]?.sequence ?? '', limit: 100 };
      const prune = (retentionMs: number) =>
        registry.store.read({ holder: 'test' }, (executor) =>
          pruneOutbox(executor, registry.schema, { ...order, retentionMs }),
        );
      expect(await prune(60_000)).toBe(0);
      expect(await prune(0)).toBe(2);
      expect(await registry.count('outbox')).toBe(2);
    });

    it('drops its tables again', async () => {
      await registry.store.transaction({ holder: 'test' }, (executor) => dropKitTables(executor, registry.schema));
      await expect(registry.count('outbox')).rejects.toThrow();
    });
  });

  describe('passFence', () => {
    const pass = (...events: ReturnType<typeof anEvent>[]) =>
      registry.store.transaction({ holder: 'test' }, async (executor) =>
        (await passFence(executor, registry.schema, 'tagging', events)).map(({ sequence }) => sequence),
      );

    it('lets only the newest of a subject pass, and nothing older afterwards', async () => {
      const [one, two, three] = [anEvent(1), anEvent(2), anEvent(3)] as const;
      expect(await pass(one, two)).toEqual([two.sequence]);
      expect(await pass(one)).toEqual([]);
      expect(await pass(two)).toEqual([]);
      expect(await pass(three)).toEqual([three.sequence]);
    });

    it('goes by the row id, which is drawn under the subject’s lock, and not by the transaction id', async () => {
      const later = anEvent(6, { sequence: toSequence('100', 6) });
      const earlier = anEvent(5, { sequence: toSequence('101', 5) });
      expect(await pass(earlier)).toEqual([earlier.sequence]);
      expect(await pass(later)).toEqual([later.sequence]);
    });

    it('keeps subjects and registries apart', async () => {
      expect(await pass(anEvent(9))).toHaveLength(1);
      expect(await pass(anEvent(1, { affects: ['c1_zhou'] }), anEvent(1, { registry: 'enterprises' }))).toHaveLength(2);
    });
  });

  it('lets one transaction at a time work on a subject', async () => {
    if (registry.store.engine === 'pglite') return;
    const order: string[] = [];
    const work = (name: string, subjects: string[], ms: number) =>
      registry.store.transaction({ holder: name }, async (executor) => {
        await lockSubjects(executor, registry.schema, subjects);
        order.push(`${name} begins`);
        await sleep(ms);
        order.push(`${name} ends`);
      });
    const first = work('first', ['c1_lin', 'c1_zhou'], 200);
    await until('the first has begun', () => order.length === 1);
    await Promise.all([first, work('second', ['c1_zhou', 'c1_lin'], 0), work('stranger', ['c1_chen'], 0)]);
    expect(order).toEqual([
      'first begins',
      'stranger begins',
      'stranger ends',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });
});
