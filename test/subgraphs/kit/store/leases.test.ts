import { expect, test } from '@jest/globals';
import { createLeaseQueue, type LeaseQueueOptions } from '../../../../subgraphs/kit/store/leases.ts';

const createQueue = (options: Partial<LeaseQueueOptions> = {}) => {
  const queue = createLeaseQueue({ resource: 'the store', slots: 1, bulkSlots: 1, timeoutMs: 60_000, ...options });
  const order: string[] = [];
  /** Asks for a slot, notes when it was given, and gives it back. */
  const pass = async (holder: string, priority?: 'bulk') => {
    const release = await queue.acquire({ holder, ...(priority && { priority }) });
    order.push(holder);
    release();
  };
  return { queue, order, pass };
};

test('a reader passes before a load that came earlier', async () => {
  const { queue, order, pass } = createQueue();
  const release = await queue.acquire({ holder: 'first' });
  const passed = Promise.all([pass('load', 'bulk'), pass('reader')]);
  release();
  await passed;
  expect(order).toEqual(['reader', 'load']);
});

test('a load that has waited a tenth of the timeout takes its turn', async () => {
  const { queue, order, pass } = createQueue({ timeoutMs: 10_000 });
  const release = await queue.acquire({ holder: 'first' });
  const load = pass('load', 'bulk');
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  const reader = pass('reader');
  release();
  await Promise.all([load, reader]);
  expect(order).toEqual(['load', 'reader']);
});

test('loads leave the slots that are not theirs to readers', async () => {
  const { queue, order, pass } = createQueue({ slots: 2 });
  const release = await queue.acquire({ holder: 'first load', priority: 'bulk' });
  const load = pass('second load', 'bulk');
  await pass('reader');
  expect(order).toEqual(['reader']);
  release();
  await load;
  expect(order).toEqual(['reader', 'second load']);
});

test('whoever waits too long is told who holds the slot; a load may wait twelve times as long', async () => {
  const { queue } = createQueue({ timeoutMs: 20 });
  await queue.acquire({ holder: 'first' });
  await expect(queue.acquire({ holder: 'second' })).rejects.toThrow(
    /^second waited 20 ms for the store, held by first since /,
  );
  await expect(queue.acquire({ holder: 'load', priority: 'bulk' })).rejects.toThrow(/^load waited 240 ms/);
});

test('a closed queue refuses whoever waits and whoever comes', async () => {
  const { queue } = createQueue();
  await queue.acquire({ holder: 'first' });
  const waiting = queue.acquire({ holder: 'second' });
  queue.close(new Error('over'));
  await expect(waiting).rejects.toThrow('over');
  await expect(queue.acquire({ holder: 'third' })).rejects.toThrow('over');
});
