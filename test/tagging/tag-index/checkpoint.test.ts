import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropCheckpoint, readCheckpoint, writeCheckpoint } from '../../../tagging/tag-index/checkpoint.ts';
import { createTagIndex, type IndexedSet } from '../../../tagging/tag-index/tag-index.ts';

const setOf = (at: number): IndexedSet => ({
  subject: `c1_${String(at)}`,
  kind: 'CITIZEN',
  district: at % 2 === 0 ? '310104' : null,
  fence: at,
  tags: [
    { tag: 'minor', since: -Infinity, until: 10 + at, state: 'UNKNOWN' },
    { tag: 'minor', since: 10 + at, until: Infinity, state: 'IN' },
  ],
  links: [{ kind: 'HOLDS', to: 'somebody', since: 1, until: Infinity, share: 12.5 }],
});

describe('a checkpoint of the index', () => {
  let folder: string;
  let file: string;
  const sets = Array.from({ length: 1_200 }, (_, at) => setOf(at));
  const read = async () => {
    const found: IndexedSet[] = [];
    const fence = await readCheckpoint(file, (page) => found.push(...page));
    return { fence, found };
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-checkpoint-'));
    file = join(folder, 'new', 'index.ndjson');
    const index = createTagIndex(['minor']);
    for (const set of sets) index.replace(set);
    index.erase('c1_7', 2_000);
    await writeCheckpoint(file, index, 1_234);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives back what the index held, and the fence, to its owner alone', async () => {
    const { fence, found } = await read();
    expect(fence).toBe(1_234);
    expect(found).toEqual(sets.filter(({ subject }) => subject !== 'c1_7'));
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(await readdir(join(folder, 'new'))).toEqual(['index.ndjson']);
  });

  it.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, -200)],
    ['altered', (text) => text.replace('c1_42"', 'c1_43"')],
    ['of another release', (text) => text.replace('"version":1', '"version":2')],
    ['empty', () => ''],
  ])('is none when it is %s', async (_, spoil) => {
    await writeFile(file, spoil(await readFile(file, 'utf8')));
    expect((await read()).fence).toBeNull();
  });

  it('is none when it is not there', async () => {
    await dropCheckpoint(file);
    await dropCheckpoint(file);
    expect(await read()).toEqual({ fence: null, found: [] });
  });
});
