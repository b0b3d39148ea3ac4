import { beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type RawBuilder } from 'kysely';
import { adoptOutbox } from '../../../../subgraphs/kit/feed/adopt-outbox.ts';
import type { Lane } from '../../../../subgraphs/kit/feed/change.ts';
import { readOutbox, readPositions, writePositions } from '../../../../subgraphs/kit/feed/outbox-reader.ts';
import { NOTHING, toSequence } from '../../../../subgraphs/kit/feed/sequence.ts';
import { eachEngine } from '../../../support/stores.ts';
import { aChange, createRegistry, type TestRegistry } from './registry.ts';

/** Far beyond what any test server has counted to. */
const FAR = 4_000_000_000_000n;

describe('an outbox from another cluster', () => {
  eachEngine((database) => {
    let registry: TestRegistry;
    beforeEach(async () => {
      registry = await createRegistry(database());
    });

    const adopt = () =>
      registry.store.transaction({ holder: 'test' }, (executor) => adoptOutbox(executor, registry.schema));
    const stands = (group: string, lane: Lane, sequence: string) =>
      registry.store.read({ holder: 'test' }, (executor) =>
        writePositions(executor, registry.schema, [{ group, lane, sequence }]),
      );
    /** Gives rows, by id, the transaction ids of the other cluster. */
    const restore = (xids: Readonly<Record<number, bigint>>) =>
      registry.store.transaction({ holder: 'test' }, async (executor) => {
        for (const [id, xid] of Object.entries(xids)) {
          await sql`update ${sql.id(registry.schema, 'outbox')} set xid = ${String(xid)}::xid8 where id = ${id}`.execute(
            executor,
          );
        }
      });
    const positions = async () =>
      Object.fromEntries(
        (await registry.store.read({ holder: 'test' }, (executor) => readPositions(executor, registry.schema))).map(
          ({ group, lane, sequence }) => [`${group}:${lane}`, sequence],
        ),
      );
    /** Subjects that a group would still be given. */
    const waiting = async (lane: Lane, after: string) => {
      const requests = { own: { after: NOTHING, limit: 100 }, bulk: { after: NOTHING, limit: 100 } };
      requests[lane].after = after;
      const { events } = await registry.store.read({ holder: 'test' }, (executor) =>
        readOutbox(executor, registry.schema, requests),
      );
      return events[lane].map(({ affects }) => affects[0]);
    };
    const value = async <T>(expression: RawBuilder<T>): Promise<T | undefined> => {
      const { rows } = await registry.store.read({ holder: 'test' }, (executor) =>
        sql<{ value: T }>`select ${expression} as value`.execute(executor),
      );
      return rows[0]?.value;
    };
    /** Transactions of other suites on the same server hold the horizon back, until they end. */
    const horizonPasses = async () => {
      const now = (await value(sql<string>`pg_current_xact_id()::text`)) ?? '0';
      for (let tries = 0; tries < 400; tries += 1) {
        if (await value(sql<boolean>`pg_snapshot_xmin(pg_current_snapshot()) > ${now}::xid8`)) return;
        await sleep(25);
      }
    };
    const write = async (...subjects: string[]) => {
      await registry.write(...subjects.map((subject) => aChange({ affects: [subject] })));
      await horizonPasses();
    };

    it('is not taken for one when it is not', async () => {
      await write('c1_a', 'c1_b');
      const [first] = await registry.store.read({ holder: 'test' }, async (executor) => {
        const { events } = await readOutbox(executor, registry.schema, {
          own: { after: NOTHING, limit: 1 },
          bulk: { after: NOTHING, limit: 1 },
        });
        return events.own;
      });
      await stands('group', 'own', first?.sequence ?? '');
      const before = await positions();
      expect(await adopt()).toBeNull();
      expect(await positions()).toEqual(before);
    });

    it('is put before all that is written from now on, and each group goes back to what it had not handled', async () => {
      await write('c1_1', 'c1_2', 'c1_3', 'c1_4');
      // Row 3 was written by an older transaction than row 2.
      await restore({ 1: FAR, 2: FAR + 9n, 3: FAR + 5n, 4: FAR + 12n });
      await stands('brisk', 'own', toSequence(String(FAR + 12n), 4));
      await stands('slow', 'own', toSequence(String(FAR + 5n), 3));
      await stands('new', 'own', NOTHING);
      await stands('brisk', 'bulk', toSequence(String(FAR + 2n), 2));
      await write('c1_5');

      expect(await adopt()).toBe(5);
      const held = await positions();
      // Row 5 was written here already; whoever had handled the rest gets it alone.
      expect(await waiting('own', held['brisk:own'] ?? '')).toEqual(['c1_5']);
      // Row 3 comes again: at least once, and in order.
      expect(await waiting('own', held['slow:own'] ?? '')).toEqual(['c1_2', 'c1_3', 'c1_4', 'c1_5']);
      expect(await waiting('own', held['new:own'] ?? '')).toEqual(['c1_1', 'c1_2', 'c1_3', 'c1_4', 'c1_5']);
      await registry.write(aChange({ affects: ['c1_bulk'], lane: 'bulk' }));
      await horizonPasses();
      expect(await waiting('bulk', held['brisk:bulk'] ?? '')).toEqual(['c1_bulk']);
      expect(await adopt()).toBeNull();
    });

    it('is known by its positions when every row was pruned', async () => {
      await stands('group', 'own', toSequence(String(FAR), 70));
      expect(await adopt()).toBe(0);
      await write('c1_first');
      expect(await waiting('own', (await positions())['group:own'] ?? '')).toEqual(['c1_first']);
    });
  });
});
