import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createMemoryFeed } from '../../../../subgraphs/kit/feed/memory-feed.ts';
import { describeFeed } from './feed-contract.ts';
import { anEvent, createOutbox, createRecordingLog, quiet, until } from './harness.ts';

describe('the feed in process', () => {
  describeFeed(async () => createMemoryFeed({ log: quiet, batch: 100 }));

  it('holds a bounded number of events for a stuck group while the others go on', async () => {
    const feed = createMemoryFeed({ log: quiet, capacity: 100, batch: 10 });
    const outbox = createOutbox(feed);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const stuck: string[] = [];
    const brisk: string[] = [];
    feed.subscribe('stuck', async (events) => {
      await gate;
      stuck.push(...events.map(({ sequence }) => sequence));
    });
    feed.subscribe('brisk', async (events) => void brisk.push(...events.map(({ sequence }) => sequence)));
    const events = Array.from({ length: 2_000 }, (_, index) => anEvent(index + 1, { affects: [`c1_${index}`] }));
    outbox.write(...events);
    outbox.start();
    await until('the brisk one is through', () => brisk.length === 2_000);
    expect(stuck).toHaveLength(0);
    release();
    await until('the stuck one got everything from the outbox', () => stuck.length === 2_000);
    expect(stuck).toEqual(events.map(({ sequence }) => sequence));
    expect(brisk).toHaveLength(2_000);
    await outbox.stop();
    await feed.close();
  });

  it('takes no more when nobody has room', async () => {
    const feed = createMemoryFeed({ log: quiet, capacity: 100, batch: 10 });
    const outbox = createOutbox(feed);
    feed.subscribe('stuck', () => new Promise<void>(() => undefined));
    outbox.write(...Array.from({ length: 1_000 }, (_, index) => anEvent(index + 1)));
    outbox.start();
    await sleep(200);
    expect((await outbox.carry())[0]).toBe('full');
    await outbox.stop();
  });

  it('begins where the group stood when the process ended', async () => {
    const feed = createMemoryFeed({ log: quiet });
    feed.channel('personal').restore([{ group: 'group', lane: 'own', sequence: anEvent(2).sequence }]);
    const seen: string[] = [];
    feed.subscribe('group', async (events) => void seen.push(...events.map(({ sequence }) => sequence)));
    const outbox = createOutbox(feed);
    outbox.write(anEvent(1), anEvent(2), anEvent(3));
    outbox.start();
    await until('the third came', () => seen.length > 0);
    expect(seen).toEqual([anEvent(3).sequence]);
    await outbox.stop();
    await feed.close();
  });

  it('logs an outage of a handler once, and its end', async () => {
    const log = createRecordingLog();
    const feed = createMemoryFeed({ log });
    let failures = 3;
    feed.subscribe('group', async () => {
      failures -= 1;
      if (failures >= 0) throw new Error('away');
    });
    await feed.publish([anEvent(1)]);
    await until('it works', () => log.lines.length >= 2);
    expect(log.lines).toEqual(['interrupted, trying again', 'working again']);
    await feed.close();
  });
});
