import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { takeFence } from '../../../tagging/derivation/fence.ts';
import type { TaggingDB } from '../../../tagging/repository.ts';
import { createIndexFeeder, type IndexFeeder } from '../../../tagging/tag-index/index-feeder.ts';
import { createTagIndex, type TagIndex } from '../../../tagging/tag-index/tag-index.ts';
import { createSqlTagStore } from '../../../tagging/tag-store/sql-tag-store.ts';
import type { TagSet, TagStore } from '../../../tagging/tag-store/tag-store.ts';
import { anEvent, quiet } from '../../subgraphs/kit/feed/harness.ts';
import { eachTaggingStore } from '../each-tagging-store.ts';

const SETTLED_MS = 30;

eachTaggingStore((opened) => {
  let store: Store<TaggingDB>;
  let tags: TagStore;
  let folder: string;
  let reads: number[];

  beforeAll(async () => {
    store = opened();
    tags = createSqlTagStore(store);
    await tags.publish([{ tag: 'minor', kind: 'CROWD', subject: 'CITIZEN', parents: [] }]);
  }, 60_000);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-feeder-'));
    reads = [];
    await store.transaction({ holder: 'test' }, (executor) =>
      sql`truncate tagging.subject, tagging.held, tagging.link, tagging.contest`.execute(executor),
    );
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = async (subject: string, since = 0): Promise<void> => {
    const fence = await store.read({ holder: 'test' }, takeFence);
    const set: TagSet = {
      subject,
      kind: 'CITIZEN',
      district: null,
      fence,
      tags: [{ tag: 'minor', since, until: Infinity, state: 'IN', version: 1, evidence: [] }],
      links: [],
    };
    await tags.replace([set]);
  };
  const open = (of: TagStore = tags, onPage?: () => void): { index: TagIndex; feeder: IndexFeeder } => {
    const index = createTagIndex(['minor']);
    const { pages } = index;
    index.pages = function* (size) {
      for (const page of pages(size)) {
        yield page;
        onPage?.();
      }
    };
    const watched: TagStore = {
      ...of,
      readAll: async function* (fence) {
        for await (const sets of of.readAll(fence)) {
          reads.push(sets.length);
          yield sets;
        }
      },
    };
    const checkpoint = { file: join(folder, 'index.ndjson'), settledMs: SETTLED_MS };
    return { index, feeder: createIndexFeeder({ index, tags: watched, store, log: quiet, checkpoint }) };
  };
  const sinceOf = (index: TagIndex, subject: string) => index.find(subject)?.tags.map(({ since }) => since);
  const settle = () => new Promise((resolve) => setTimeout(resolve, 4 * SETTLED_MS));

  it('reads from its checkpoint on what was written since, and forgets who was erased', async () => {
    for (const subject of ['c1_a', 'c1_b', 'c1_c']) await write(subject);
    const first = open();
    await first.feeder.fill();
    await settle();
    await first.feeder.stop();
    expect(reads).toEqual([3]);
    await write('c1_b', 5);
    await write('c1_d');
    await tags.erase('c1_c', await store.read({ holder: 'test' }, takeFence));
    reads = [];
    const second = open();
    await second.feeder.fill();
    await second.feeder.stop();
    expect(reads).toEqual([2]);
    const { index } = second;
    expect(['c1_a', 'c1_b', 'c1_c', 'c1_d'].map((subject) => sinceOf(index, subject))).toEqual([
      [0],
      [5],
      undefined,
      [0],
    ]);
  });

  it('takes nothing over from the checkpoint of another store', async () => {
    await write('c1_a');
    const first = open();
    await first.feeder.fill();
    await settle();
    await first.feeder.stop();
    await store.transaction({ holder: 'test' }, (executor) =>
      sql`truncate tagging.subject, tagging.held`.execute(executor),
    );
    const second = open();
    await second.feeder.fill();
    await second.feeder.stop();
    expect(second.index.find('c1_a')).toBeNull();
    expect(second.index.size.subjects).toBe(0);
  });

  it('follows what another process wrote, and who was erased', async () => {
    await write('c1_a');
    const { index, feeder } = open();
    await feeder.fill();
    await write('c1_a', 9);
    expect(sinceOf(index, 'c1_a')).toEqual([0]);
    await feeder.follow([
      anEvent(1, { registry: 'tagging', kind: 'tags.changed', affects: ['c1_a'], items: ['Citizen.tags'] }),
    ]);
    expect(sinceOf(index, 'c1_a')).toEqual([9]);
    await feeder.follow([anEvent(2, { kind: 'subject.erased', affects: ['c1_a'], items: [] })]);
    expect(index.find('c1_a')).toBeNull();
    await feeder.stop();
  });

  it('leaves nothing of the erased in a checkpoint that was under way', async () => {
    for (let i = 0; i < 1_200; i += 1) await write(`c1_${String(i)}_`);
    let erasing: Promise<void> | undefined;
    const { feeder } = open(tags, () => {
      erasing ??= feeder.follow([anEvent(1, { kind: 'subject.erased', affects: ['c1_0_'], items: [] })]);
    });
    await feeder.fill();
    while (erasing === undefined) await settle();
    await erasing;
    for (let i = 0; i < 50; i += 1) {
      for (const file of await readdir(folder)) {
        // It may be gone, or have its last name, by the time that it is read.
        const text = await readFile(join(folder, file), 'utf8').catch(() => '');
        expect(text.includes('c1_0_')).toBe(false);
      }
    }
    await feeder.stop();
    expect(await readdir(folder)).toEqual(['index.ndjson']);
  });

  it('goes on filling when the store is back', async () => {
    await write('c1_a');
    let isDown = true;
    const shaky: TagStore = {
      ...tags,
      count: () => (isDown ? Promise.reject(new Error('connect ECONNREFUSED')) : tags.count()),
    };
    const { index, feeder } = open(shaky);
    const filling = feeder.fill();
    await settle();
    expect(feeder.isFilled).toBe(false);
    isDown = false;
    await filling;
    expect(feeder.isFilled).toBe(true);
    expect(sinceOf(index, 'c1_a')).toEqual([0]);
    await feeder.stop();
  });
});
