import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { enqueue, take } from '../../../tagging/derivation/queue.ts';
import type { TaggingDB } from '../../../tagging/repository.ts';
import { eachTaggingStore } from '../each-tagging-store.ts';

const HOLDER = { holder: 'test' } as const;

eachTaggingStore((opened) => {
  let store: Store<TaggingDB>;
  beforeAll(() => {
    store = opened();
  });
  beforeEach(() =>
    store.transaction(HOLDER, async (executor) => {
      await sql`truncate tagging.queue`.execute(executor);
    }),
  );

  const queue = (subject: string, delayMs = 0) =>
    store.transaction(HOLDER, (executor) => enqueue(executor, [{ subject, kind: 'CITIZEN' }], 'bulk', delayMs));
  const takeOne = async () =>
    (
      await store.transaction(HOLDER, (executor) =>
        take(executor, { kind: 'CITIZEN', lane: 'bulk', limit: 1, leaseMs: 60_000 }),
      )
    ).map(({ subject }) => subject);

  it('leaves whoever changes while it waits at its place', async () => {
    await queue('c1_first');
    await queue('c1_second');
    await queue('c1_first');
    expect(await takeOne()).toEqual(['c1_first']);
    expect(await takeOne()).toEqual(['c1_second']);
  });

  it('lets nobody be taken before a delay is over, though it waited without one', async () => {
    await queue('c1_waiting');
    await queue('c1_waiting', 400);
    expect(await takeOne()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await takeOne()).toEqual(['c1_waiting']);
  });
});
