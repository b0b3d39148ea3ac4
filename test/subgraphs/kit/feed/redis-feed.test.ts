import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeEvent } from '../../../../subgraphs/kit/feed/change.ts';
import type { Feed } from '../../../../subgraphs/kit/feed/feed.ts';
import { createRedisFeed, type RedisFeedOptions } from '../../../../subgraphs/kit/feed/redis-feed.ts';
import { describeFeed } from './feed-contract.ts';
import { anEvent, createOutbox, createRecordingLog, quiet, until } from './harness.ts';
import { createRedisProxy, newPrefix, streamLength, wipe } from './redis-proxy.ts';
import { describeWithRedis } from '../../../support/servers.ts';

describeWithRedis('the feed over Redis', (url) => {
  let prefix: string;
  const closing: (() => Promise<void>)[] = [];
  beforeEach(() => {
    prefix = newPrefix();
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await wipe(url, prefix);
  });

  const open = (options: Partial<RedisFeedOptions> = {}): Feed => {
    const feed = createRedisFeed({ url, prefix, log: quiet, leaseMs: 500, reportMs: 150, ...options });
    closing.push(() => feed.close());
    return feed;
  };
  const fill = (feed: Feed) => {
    const outbox = createOutbox(feed);
    outbox.start();
    closing.push(() => outbox.stop());
    return outbox;
  };
  const many = (count: number, from = 1) =>
    Array.from({ length: count }, (_, index) => anEvent(from + index, { affects: [`c1_${index % 100}`] }));

  describeFeed(async () => createRedisFeed({ url, prefix: newPrefix(), log: quiet, leaseMs: 500, reportMs: 150 }));

  it('shares the partitions between two instances, and one takes over from the other', async () => {
    const outbox = fill(open());
    const seen = { one: [] as ChangeEvent[], other: [] as ChangeEvent[] };
    const [first, second] = [open(), open()];
    first.subscribe('group', async (events) => void seen.one.push(...events));
    second.subscribe('group', async (events) => void seen.other.push(...events));
    await sleep(800);
    outbox.write(...many(500));
    await until('all came', () => seen.one.length + seen.other.length >= 500);
    expect(seen.one.length).toBeGreaterThan(50);
    expect(seen.other.length).toBeGreaterThan(50);
    const subjects = (events: readonly ChangeEvent[]) => new Set(events.map(({ affects }) => affects[0]));
    expect([...subjects(seen.one)].filter((subject) => subjects(seen.other).has(subject))).toEqual([]);
    await second.close();
    seen.one.length = 0;
    outbox.write(...many(500, 501));
    await until('the first has all of them', () => seen.one.length >= 500);
    expect(new Set(seen.one.map(({ sequence }) => sequence)).size).toBe(500);
  });

  it('is told of what comes, by a relay or directly, and need not look', async () => {
    const feed = open({ pollMs: 60_000, leaseMs: 60_000 });
    const seen = { group: new Set<string>(), all: new Set<string>() };
    const note = (into: Set<string>) => async (events: readonly ChangeEvent[]) =>
      events.forEach(({ sequence }) => into.add(sequence));
    feed.subscribe('group', note(seen.group));
    feed.subscribeAll('all', note(seen.all));
    const both = (sequence: string) => () => seen.group.has(sequence) && seen.all.has(sequence);
    const outbox = fill(open());
    let last = 0;
    await until('both have begun to hear', () => {
      outbox.write(anEvent((last += 1)));
      return seen.group.size > 0 && seen.all.size > 0;
    });
    const carried = anEvent(last + 1);
    outbox.write(carried);
    await until('what a relay carries comes', both(carried.sequence));
    const published = anEvent(last + 2);
    await feed.publish([published]);
    await until('what is published comes', both(published.sequence));
  });

  it('takes over what a dead instance was handed and did not finish', async () => {
    const door = await createRedisProxy(url);
    closing.push(() => door.close());
    const outbox = fill(open());
    const doomed = open({ url: door.url });
    let entered = false;
    const stuck = doomed.subscribe('group', async () => {
      entered = true;
      await sleep(1_500);
    });
    await until('it leads', () => stuck.lag() < 500);
    outbox.write(anEvent(1), anEvent(2));
    await until('it has begun', () => entered);
    door.die();
    const seen: string[] = [];
    const heir = open().subscribe('group', async (events) => void seen.push(...events.map(({ sequence }) => sequence)));
    await until('the heir has both', () => seen.length >= 2);
    expect(seen).toEqual([anEvent(1).sequence, anEvent(2).sequence]);
    await until('the group is fresh', () => heir.lag() < 600);
  });

  it('works from the moment Redis comes, and again after it was away', async () => {
    const door = await createRedisProxy(url, false);
    closing.push(() => door.close());
    const log = createRecordingLog();
    const feed = open({ url: door.url, log });
    const seen: string[] = [];
    const subscription = feed.subscribe(
      'group',
      async (events) => void seen.push(...events.map(({ sequence }) => sequence)),
    );
    const outbox = fill(feed);
    outbox.write(anEvent(1));
    await sleep(500);
    expect(subscription.lag()).toBe(Infinity);
    door.revive();
    await until('the first came', () => seen.length === 1);
    await until('fresh', () => subscription.lag() < 500);
    door.die();
    outbox.write(anEvent(2));
    await sleep(1_000);
    expect(subscription.lag()).toBeGreaterThan(700);
    door.revive();
    await until('the second came', () => seen.includes(anEvent(2).sequence));
    await until('fresh again', () => subscription.lag() < 500);
    expect(log.lines.filter((line) => line === 'connection lost, trying again')).toHaveLength(2);
  });

  it('is filled again after it lost everything, and tells listeners that they missed something', async () => {
    const feed = open();
    const outbox = fill(feed);
    const seen: string[] = [];
    let gaps = 0;
    const subscription = feed.subscribe('group', async (events) => {
      seen.push(...events.map(({ sequence }) => sequence));
    });
    const listening = feed.subscribeAll('cache', async () => undefined, { onGap: async () => void (gaps += 1) });
    await until('both are fresh', () => subscription.lag() < 500 && listening.lag() < 500);
    outbox.write(...many(50));
    await until('they came', () => seen.length === 50);
    expect(gaps).toBe(0);
    await wipe(url, prefix);
    outbox.write(...many(50, 51));
    await until('all the others came', () => new Set(seen).size === 100);
    await until('fresh', () => subscription.lag() < 500);
    await until('the listener knows', () => gaps === 1);
  });

  it('tells a listener once of what it missed, however long it takes to make that good, and goes on meanwhile', async () => {
    const feed = open({ listenMs: 1_500 });
    const outbox = fill(feed);
    const seen: string[] = [];
    let gaps = 0;
    const listening = feed.subscribeAll(
      'cache',
      async (events) => void seen.push(...events.map(({ sequence }) => sequence)),
      {
        onGap: async () => {
          gaps += 1;
          await sleep(2_000);
          if (gaps === 1) throw new Error('the store is away');
        },
      },
    );
    await until('fresh', () => listening.lag() < 500);
    await wipe(url, prefix);
    await until('the listener knows', () => gaps === 1);
    outbox.write(anEvent(7));
    await until('it came meanwhile', () => seen.includes(anEvent(7).sequence));
    expect(gaps).toBe(1);
    expect(listening.lag()).toBe(Infinity);
    await until('tried again', () => gaps === 2);
    await until('fresh again', () => listening.lag() < 500);
    await sleep(1_000);
    expect(gaps).toBe(2);
  });

  it('removes what all groups have acknowledged, and not before', async () => {
    const feed = open({ listenMs: 200 });
    const outbox = fill(feed);
    const channel = feed.channel('personal');
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let handled = 0;
    feed.subscribe('brisk', async (events) => void (handled += events.length));
    feed.subscribe('slow', () => gate);
    outbox.write(...many(100));
    await until('the brisk one is through', () => handled === 100);
    await sleep(1_200);
    await channel.positions();
    expect(await streamLength(url, prefix)).toBe(100);
    release();
    await until('the streams are empty', async () => {
      await channel.positions();
      return (await streamLength(url, prefix)) === 0;
    });
  });

  it('takes only so much of a bulk load, while a citizen’s own act passes', async () => {
    const feed = open({ capacity: 100 });
    const outbox = createOutbox(feed);
    outbox.write(...many(400).map((event) => ({ ...event, lane: 'bulk' as const })), anEvent(900));
    await until('Redis is there', () =>
      outbox.carry().then(
        () => true,
        () => false,
      ),
    );
    for (let round = 0; round < 5; round += 1) await outbox.carry();
    expect(await outbox.carry()).toEqual(['appended', 'full']);
    expect(await streamLength(url, prefix)).toBe(101);
  });
});
