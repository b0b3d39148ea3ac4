import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { eraseBeliefs, findBeliefsOf, writeBeliefs } from '../../../tagging/derivation/ledger.ts';
import type { HeldTag, TagSet } from '../../../tagging/tag-store/tag-store.ts';
import type { TaggingDB } from '../../../tagging/repository.ts';
import { eachTaggingStore } from '../each-tagging-store.ts';

const SOMEBODY = 'c1_somebody';
const HOLDER = { holder: 'test' } as const;

const tagged = (tag: string, part: Partial<HeldTag> = {}): HeldTag => ({
  tag,
  since: 10,
  until: Infinity,
  state: 'IN',
  version: 1,
  evidence: [{ item: 'Citizen.licences', record: 'l1_\t"\\', label: null, value: null, from: null, until: null }],
  ...part,
});
const setOf = (fence: number, ...tags: readonly HeldTag[]): TagSet => ({
  subject: SOMEBODY,
  kind: 'CITIZEN',
  district: null,
  fence,
  tags,
  links: [],
});

eachTaggingStore((opened) => {
  let store: Store<TaggingDB>;
  beforeAll(() => {
    store = opened();
  });
  beforeEach(() =>
    store.transaction(HOLDER, async (executor) => {
      await sql`truncate tagging.derived, tagging.belief`.execute(executor);
    }),
  );

  const write = (set: TagSet) => store.transaction(HOLDER, (executor) => writeBeliefs(store, executor, [set]));
  const believed = async () =>
    (await store.read(HOLDER, (executor) => findBeliefsOf(executor, [SOMEBODY]))).map(({ tag, since }) => [tag, since]);
  const everBelieved = () =>
    store.read(HOLDER, async (executor) => {
      const { rows } = await sql<{ tag: string; open: boolean }>`
        select tag, known_until is null as open from tagging.belief order by tag, known_until nulls first`.execute(
        executor,
      );
      return rows.map(({ tag, open }) => `${tag} ${open ? 'open' : 'closed'}`);
    });

  describe('the ledger', () => {
    it('closes what is no longer believed, opens what is new, and leaves what stays as it was read', async () => {
      expect((await write(setOf(1, tagged('elderly'), tagged('insured')))).versions).toEqual(new Map([[SOMEBODY, 1]]));
      expect((await write(setOf(2, tagged('insured'), tagged('elderly')))).versions).toEqual(new Map());
      const other = tagged('elderly', { evidence: [] });
      expect((await write(setOf(3, other, tagged('insured')))).versions).toEqual(new Map([[SOMEBODY, 2]]));
      expect(await everBelieved()).toEqual(['elderly open', 'elderly closed', 'insured open']);
      expect((await write(setOf(4))).versions).toEqual(new Map([[SOMEBODY, 3]]));
      expect(await believed()).toEqual([]);
    });

    it('writes nothing of whoever read earlier and comes later', async () => {
      await write(setOf(5, tagged('elderly')));
      const { accepted, versions } = await write(setOf(4, tagged('minor')));
      expect([accepted.size, versions.size]).toEqual([0, 0]);
      expect(await believed()).toEqual([['elderly', 10]]);
    });

    it('writes nothing any more of whoever is erased, however late it comes', async () => {
      await write(setOf(1, tagged('elderly')));
      await store.transaction(HOLDER, (executor) => eraseBeliefs(executor, SOMEBODY));
      expect((await write(setOf(9, tagged('elderly')))).accepted.size).toBe(0);
      expect(await everBelieved()).toEqual([]);
    });
  });
});
