import { expect, test } from '@jest/globals';
import { createLeaseQueue, LeaseTimeoutError } from '../../../../subgraphs/kit/store/leases.ts';

const createQueue = (options: { slots?: number; bulkSlots?: number; timeoutMs?: number } = {}) =>
  createLeaseQueue({ resource: 'the store', slots: 1, bulkSlots: 1, timeoutMs: 500, ...options });

const settle = () => new Promise((resolve) => setTimeout(resolve, 10));

test('admits first come, first served', async () => {
  const queue = createQueue();
  const order: string[] = [];
  const giveBack = await queue.acquire({ holder: 'held' });
  const comers = ['a', 'b', 'c'].map(async (holder) => {
    const done = await queue.acquire({ holder });
    order.push(holder);
    done();
  });
  giveBack();
  await Promise.all(comers);
  expect(order).toEqual(['a', 'b', 'c']);
});

test('lets interactive leases pass before bulk ones that came earlier', async () => {
  const queue = createQueue();
  const order: string[] = [];
  const giveBack = await queue.acquire({ holder: 'held' });
  const come = async (holder: string, priority: 'interactive' | 'bulk') => {
    const done = await queue.acquire({ holder, priority });
    order.push(holder);
    done();
  };
  const comers = [come('load', 'bulk'), come('reader', 'interactive'), come('another', 'interactive')];
  giveBack();
  await Promise.all(comers);
  expect(order).toEqual(['reader', 'another', 'load']);
});

test('gives a bulk lease its turn once it has waited for a tenth of the timeout', async () => {
  const queue = createQueue({ timeoutMs: 200 });
  const order: string[] = [];
  const giveBack = await queue.acquire({ holder: 'held' });
  const come = async (holder: string, priority: 'interactive' | 'bulk') => {
    const done = await queue.acquire({ holder, priority });
    order.push(holder);
    done();
  };
  const load = come('load', 'bulk');
  await new Promise((resolve) => setTimeout(resolve, 120));
  const reader = come('reader', 'interactive');
  giveBack();
  await Promise.all([load, reader]);
  expect(order).toEqual(['load', 'reader']);
});

test('refuses who waited too long, naming the holder', async () => {
  const queue = createQueue({ timeoutMs: 50 });
  await queue.acquire({ holder: 'personal.citizens' });
  const waiting = queue.acquire({ holder: 'personal.people' });
  await expect(waiting).rejects.toThrow(LeaseTimeoutError);
  await expect(waiting).rejects.toThrow(
    /^personal\.people waited 50 ms for the store, held by personal\.citizens since 20\d\d-/,
  );
});

test('does not admit one that has given up waiting', async () => {
  const queue = createQueue({ timeoutMs: 50 });
  const giveBack = await queue.acquire({ holder: 'first' });
  await expect(queue.acquire({ holder: 'late' })).rejects.toThrow('waited');
  giveBack();
  (await queue.acquire({ holder: 'next' }))();
});

test('keeps slots for interactive leases that bulk ones cannot take', async () => {
  const queue = createQueue({ slots: 2, bulkSlots: 1 });
  const loaded = await queue.acquire({ holder: 'load', priority: 'bulk' });
  let second = false;
  void queue.acquire({ holder: 'another load', priority: 'bulk' }).then(() => (second = true));
  await settle();
  expect(second).toBe(false);
  const giveBack = await queue.acquire({ holder: 'reader' });
  giveBack();
  await settle();
  expect(second).toBe(false);
  loaded();
  await settle();
  expect(second).toBe(true);
});

test('takes a slot back only once', async () => {
  const queue = createQueue();
  const giveBack = await queue.acquire({ holder: 'first' });
  giveBack();
  await queue.acquire({ holder: 'second' });
  giveBack();
  let third = false;
  void queue.acquire({ holder: 'third' }).then(
    () => (third = true),
    () => undefined,
  );
  await settle();
  expect(third).toBe(false);
  queue.close(new Error('over'));
});

test('refuses everybody with the reason when it closes', async () => {
  const queue = createQueue();
  await queue.acquire({ holder: 'first' });
  const waiting = queue.acquire({ holder: 'second' });
  queue.close(new Error('The store is closed.'));
  await expect(waiting).rejects.toThrow('The store is closed.');
  await expect(queue.acquire({ holder: 'third' })).rejects.toThrow('The store is closed.');
});
