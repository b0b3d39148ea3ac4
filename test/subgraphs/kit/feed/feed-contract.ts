import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeEvent } from '../../../../subgraphs/kit/feed/change.ts';
import type { Feed } from '../../../../subgraphs/kit/feed/feed.ts';
import { anEvent, createOutbox, until, type Outbox } from './harness.ts';

/** What every feed does. `create` gives a feed that nobody else uses. */
export function describeFeed(create: () => Promise<Feed>): void {
  describe('as every feed', () => {
    let feed: Feed;
    let outbox: Outbox;
    beforeEach(async () => {
      feed = await create();
      outbox = createOutbox(feed);
      outbox.start();
    });
    afterEach(async () => {
      await outbox.stop();
      await feed.close();
    });

    const collect = () => {
      const seen: ChangeEvent[] = [];
      const handler = async (events: readonly ChangeEvent[]) => void seen.push(...events);
      return { seen, handler, ids: () => seen.map(({ sequence }) => Number(sequence.slice(-6))) };
    };
    const positionOf = async (group: string) =>
      (await feed.channel('personal').positions()).find((held) => held.group === group && held.lane === 'own')
        ?.sequence;

    it('hands every change to every group, whole and as it was written', async () => {
      const [one, other] = [collect(), collect()];
      feed.subscribe('one', one.handler);
      feed.subscribe('other', other.handler);
      const event = anEvent(1, { payload: { purpose: 'pension-review' }, operationId: 'op', traceId: 'trace' });
      outbox.write(event);
      await until('both have it', () => one.seen.length === 1 && other.seen.length === 1);
      expect(one.seen).toEqual([event]);
    });

    it('hands over what was published before a group first subscribed', async () => {
      outbox.write(anEvent(1), anEvent(2));
      await sleep(60);
      const late = collect();
      feed.subscribe('late', late.handler);
      await until('the late group has both', () => late.seen.length >= 2);
      expect(late.ids()).toEqual([1, 2]);
    });

    it('keeps the order of a subject over many subjects', async () => {
      const group = collect();
      feed.subscribe('group', group.handler);
      const events = Array.from({ length: 600 }, (_, index) => anEvent(index + 1, { affects: [`c1_${index % 40}`] }));
      outbox.write(...events);
      await until('all are there', () => group.seen.length === 600);
      for (let subject = 0; subject < 40; subject += 1) {
        const own = group.seen.filter(({ affects }) => affects[0] === `c1_${subject}`).map(({ sequence }) => sequence);
        expect(own).toEqual([...own].sort());
      }
    });

    it('hands the own lane over before a bulk load that came first', async () => {
      const order: string[] = [];
      feed.subscribe('group', async (events) => {
        order.push(...events.map(({ lane }) => lane));
        await sleep(20);
      });
      const bulk = Array.from({ length: 5_000 }, (_, index) =>
        anEvent(index + 1, { lane: 'bulk', affects: [`c1_${index}`] }),
      );
      outbox.write(...bulk);
      await until('the load has begun', () => order.length > 0);
      outbox.write(anEvent(9_000));
      await until('the own change came', () => order.includes('own'));
      expect(order.length).toBeLessThan(3_000);
      await until('the load came too', () => order.length === 5_001, 20_000);
    });

    it('hands the same events over again when the handler threw', async () => {
      const group = collect();
      let failures = 2;
      feed.subscribe('group', async (events) => {
        if (failures > 0) {
          failures -= 1;
          throw new Error('the database is away');
        }
        await group.handler(events);
      });
      outbox.write(anEvent(1), anEvent(2));
      await until('they came in the end', () => group.seen.length >= 2);
      expect(group.ids()).toEqual([1, 2]);
    });

    it('moves a group’s position only when its handler is done', async () => {
      let release: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (release = resolve));
      let entered = false;
      feed.subscribe('group', async () => {
        entered = true;
        await gate;
      });
      outbox.write(anEvent(1));
      await until('the handler is at work', () => entered);
      await sleep(300);
      expect((await positionOf('group')) ?? '').not.toBe(anEvent(1).sequence);
      release();
      await until('the position moved', async () => (await positionOf('group')) === anEvent(1).sequence);
    });

    it('continues after a member stopped and another came, without loss', async () => {
      const group = collect();
      const first = feed.subscribe('group', group.handler);
      outbox.write(anEvent(1));
      await until('the first came', () => group.seen.length === 1);
      await first.stop();
      outbox.write(anEvent(2));
      await sleep(50);
      feed.subscribe('group', group.handler);
      await until('the second came', () => group.ids().includes(2));
    });

    it('knows no lag before it heard of a registry, is fresh when idle, and grows while nothing comes in', async () => {
      await outbox.stop();
      const subscription = feed.subscribe('group', async () => undefined, { registries: ['personal'] });
      expect(subscription.lag()).toBe(Infinity);
      outbox.start();
      await until('fresh', () => subscription.lag() < 500);
      await sleep(700);
      expect(subscription.lag()).toBeLessThan(600);
      expect(subscription.lag('enterprises')).toBe(Infinity);
      await outbox.stop();
      await sleep(900);
      expect(subscription.lag()).toBeGreaterThan(600);
      outbox.start();
      await until('fresh again', () => subscription.lag() < 500);
    });

    it('lags while a handler is stuck', async () => {
      let release: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (release = resolve));
      const subscription = feed.subscribe('group', () => gate);
      await until('fresh', () => subscription.lag() < 500);
      outbox.write(anEvent(1));
      await sleep(1_000);
      expect(subscription.lag()).toBeGreaterThan(600);
      release();
      await until('fresh again', () => subscription.lag() < 500);
    });

    it('tells every listener what happens from now on', async () => {
      outbox.write(anEvent(1));
      await sleep(100);
      const [one, other] = [collect(), collect()];
      const listening = feed.subscribeAll('cache', one.handler);
      feed.subscribeAll('cache', other.handler);
      await until('listening', () => listening.lag() < 500);
      outbox.write(anEvent(2));
      await until('both heard', () => one.ids().includes(2) && other.ids().includes(2));
      expect(one.ids()).not.toContain(1);
    });

    it('hands over what no outbox keeps', async () => {
      const group = collect();
      feed.subscribe('group', group.handler);
      const event = anEvent(1, { registry: 'tagging', kind: 'tags.changed' });
      await until('it is taken', () =>
        feed.publish([event]).then(
          () => true,
          () => false,
        ),
      );
      await until('it came', () => group.seen.length === 1);
      expect(group.seen[0]?.kind).toBe('tags.changed');
    });
  });
}
