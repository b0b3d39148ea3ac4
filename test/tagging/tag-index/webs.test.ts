import { describe, expect, it } from '@jest/globals';
import { reachTag } from '../../../tagging/tag-index/reach-tag.ts';
import { createTagIndex, type IndexedSet, type TagIndex } from '../../../tagging/tag-index/tag-index.ts';
import { createWebs } from '../../../tagging/tag-index/webs.ts';
import type { Link, TagSet } from '../../../tagging/tag-store/tag-store.ts';
import { loadTagging } from '../../support/rules.ts';

const [A, B, C, D] = ['91310104MA1FPAA18P', '91310115MA1K3CC37X', '91310105MA1FWBB23B', '91310109132508770N'] as const;
const OWNER = 'c1_owner';
const LISTED = 'seriously_unlawful';
const holds = (to: string, since = 0, until = Infinity): Link => ({ kind: 'HOLDS', to, since, until, share: 50 });
const setOf = (subject: string, links: readonly Link[], part: Partial<IndexedSet> = {}): IndexedSet => ({
  subject,
  kind: subject.startsWith('c1_') ? 'CITIZEN' : 'ENTERPRISE',
  district: null,
  fence: 1,
  tags: [],
  links,
  ...part,
});
const listed = (since: number, until: number): IndexedSet['tags'] => [{ tag: LISTED, since, until, state: 'IN' }];
const toTagSet = (set: IndexedSet): TagSet => ({
  ...set,
  tags: set.tags.map((tag) => ({ ...tag, version: 1, evidence: [] })),
});
const QUERY = { edges: ['HOLDS' as const], hops: 3, tag: LISTED };

describe('a web of ownership', () => {
  const { rules } = loadTagging();
  const indexOf = (...sets: readonly IndexedSet[]): TagIndex => {
    const index = createTagIndex([LISTED]);
    for (const set of sets) index.replace(set);
    return index;
  };
  const tornBy = (index: TagIndex, set: IndexedSet) =>
    createWebs(index, rules)
      .findTorn([toTagSet(set)])
      .map(({ subject, kind }) => `${kind} ${subject}`)
      .sort();

  it('is torn by a tag that others reach for, among enterprises alone: through their owners, whose tags do not ask', () => {
    const index = indexOf(setOf(OWNER, [holds(A), holds(B)]), setOf(A, [holds(C)]), setOf(B, []), setOf(C, []));
    expect(tornBy(index, setOf(A, [holds(C)], { fence: 2, tags: listed(5, 9) }))).toEqual(
      [B, C].map((subject) => `ENTERPRISE ${subject}`).sort(),
    );
  });

  it('is torn by a link that comes or goes, on both of its sides, and is derived anew over it', () => {
    const index = indexOf(setOf(A, [holds(B)]), setOf(B, []), setOf(C, [holds(D)]), setOf(D, []));
    expect(tornBy(index, setOf(A, [holds(C)], { fence: 2 }))).toEqual(
      [A, B, C, D].map((id) => `ENTERPRISE ${id}`).sort(),
    );
  });

  it('asks around when a tag is contested', () => {
    const index = indexOf(setOf(OWNER, [holds(A), holds(B)]), setOf(A, [], { tags: listed(0, 9) }), setOf(B, []));
    expect(createWebs(index, rules).findAround([A])).toEqual([{ subject: B, kind: 'ENTERPRISE' }]);
  });

  it('is not torn by what nobody reaches for', () => {
    const index = indexOf(setOf(A, [holds(B)]), setOf(B, []));
    expect(tornBy(index, setOf(A, [holds(B)], { fence: 2, district: '310104' }))).toEqual([]);
  });

  it('is not torn by links that a store gives in another order, or a registry twice', () => {
    const index = indexOf(setOf(A, [holds(C), holds(B)]), setOf(B, []), setOf(C, []));
    expect(tornBy(index, setOf(A, [holds(B), holds(C), holds(B)], { fence: 2 }))).toEqual([]);
  });

  it('is torn by an owner of two enterprises, and the owner is not taken for one', () => {
    const index = indexOf(setOf(A, []), setOf(B, []));
    expect(tornBy(index, setOf(OWNER, [holds(A), holds(B)]))).toEqual([A, B].map((id) => `ENTERPRISE ${id}`).sort());
  });

  it('is reached for as long as every link of the way and the tag hold', () => {
    const index = indexOf(
      setOf(A, [holds(B, 0, 20)]),
      setOf(B, [holds(C, 10)]),
      setOf(C, [], { tags: listed(15, 30) }),
    );
    const spans = reachTag(index)(A)(QUERY);
    expect(spans.map(({ from, until }) => [from, until])).toEqual([[15, 20]]);
    expect(spans[0]?.grounds[0]).toMatchObject({ record: C, item: 'Enterprise.investments' });
    expect(reachTag(index)(A)({ ...QUERY, hops: 1 })).toEqual([]);
  });
});
