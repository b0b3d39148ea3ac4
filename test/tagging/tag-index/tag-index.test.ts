import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Link, LinkKind } from '../../../tagging/tag-store/tag-store.ts';
import {
  createTagIndex,
  type IndexedSet,
  type IndexedTag,
  type TagIndex,
} from '../../../tagging/tag-index/tag-index.ts';
import { countSubjects, forEachSubject } from '../../../tagging/tag-index/subject-set.ts';
import { seeded } from '../../../tagging/industry/training/seeded.ts';

const TAGS = ['elderly', 'minor', 'insured', 'veteran', 'new_citizen'];
const DISTRICTS = ['310101', '310104', '310115'];
const IDS = Array.from({ length: 40 }, (_, index) =>
  index % 4 === 3 ? `9131010${String(index).padStart(11, '0')}` : `c1_${String(index)}`,
);
const FIRST = 10_000;

const end = (day: number | null, ever: number) => day ?? ever;
const tag = fc
  .record({
    tag: fc.constantFrom(...TAGS, 'not_published'),
    since: fc.option(fc.integer({ min: FIRST, max: FIRST + 40 })),
    length: fc.option(fc.integer({ min: 1, max: 30 })),
    state: fc.constantFrom('IN' as const, 'IN' as const, 'UNKNOWN' as const),
  })
  .map(({ tag: code, since, length, state }): IndexedTag => {
    const from = end(since, -Infinity);
    return { tag: code, since: from, until: length === null ? Infinity : (since ?? FIRST) + length, state };
  });
const link = fc
  .record({
    // What is used is a service, and a service is no subject.
    target: fc.oneof(
      fc.record({
        kind: fc.constantFrom<LinkKind>('HOLDS', 'PARENT_OF'),
        to: fc.constantFrom(...IDS, 'somebody-else'),
      }),
      fc.record({
        kind: fc.constant<LinkKind>('USED'),
        to: fc.constantFrom('HOUSEHOLD_REGISTER', 'MARRIAGE_REGISTER'),
      }),
    ),
    since: fc.integer({ min: FIRST, max: FIRST + 20 }),
    length: fc.option(fc.integer({ min: 1, max: 30 })),
  })
  .map(({ target, since, length }): Link => ({
    ...target,
    since,
    until: length === null ? Infinity : since + length,
    share: null,
  }));
const set = fc.record({
  subject: fc.constantFrom(...IDS),
  kind: fc.constantFrom('CITIZEN' as const, 'ENTERPRISE' as const),
  district: fc.option(fc.constantFrom(...DISTRICTS)),
  // One tag of a subject does not overlap itself.
  tags: fc.uniqueArray(tag, { selector: ({ tag: code }) => code, maxLength: 5 }),
  links: fc.array(link, { maxLength: 3 }),
});
const step = fc.oneof(
  { weight: 12, arbitrary: set.map((given) => ({ kind: 'replace' as const, given })) },
  { weight: 1, arbitrary: fc.constantFrom(...IDS).map((subject) => ({ kind: 'erase' as const, subject })) },
  { weight: 2, arbitrary: fc.constant({ kind: 'clean' as const }) },
);

/** The same by the simplest means. */
const createModel = () => {
  const held = new Map<string, IndexedSet>();
  const erased = new Set<string>();
  const holds = (given: IndexedSet, code: string, day: number) =>
    TAGS.includes(code) &&
    given.tags.some((each) => each.tag === code && each.state === 'IN' && each.since <= day && day < each.until);
  return {
    held,
    replace: (given: IndexedSet): boolean => {
      if (erased.has(given.subject) || (held.get(given.subject)?.fence ?? -1) >= given.fence) return false;
      held.set(given.subject, given);
      return true;
    },
    erase: (subject: string) => {
      held.delete(subject);
      erased.add(subject);
      for (const [id, given] of held) held.set(id, { ...given, links: given.links.filter(({ to }) => to !== subject) });
    },
    holders: (code: string, day: number) =>
      [...held.values()].filter((given) => holds(given, code, day)).map(({ subject }) => subject),
    count: (every: readonly string[], none: readonly string[], day: number) =>
      [...held.values()].filter(
        (given) => every.every((code) => holds(given, code, day)) && !none.some((code) => holds(given, code, day)),
      ).length,
    reach: (from: string, kinds: readonly LinkKind[], hops: number, day: number) => {
      const far = new Map([[from, 0]]);
      for (let hop = 1; hop <= hops; hop += 1) {
        for (const [id, distance] of [...far]) {
          if (distance !== hop - 1) continue;
          const leads = (each: Link) => kinds.includes(each.kind) && each.since <= day && day < each.until;
          const forth =
            held
              .get(id)
              ?.links.filter(leads)
              .map(({ to }) => to) ?? [];
          const back = [...held.values()].filter(({ links }) => links.some((each) => each.to === id && leads(each)));
          for (const to of [...forth, ...back.map(({ subject }) => subject)]) if (!far.has(to)) far.set(to, hop);
        }
      }
      far.delete(from);
      return far;
    },
  };
};

const idsOf = (index: TagIndex, found: Parameters<typeof countSubjects>[0]): string[] => {
  const ids: string[] = [];
  forEachSubject(found, (subject) => ids.push(index.idOf(subject)));
  return ids;
};

describe('the tag index', () => {
  it('answers as the simplest model does, after any steps', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), fc.integer({ min: FIRST, max: FIRST + 60 }), (steps, day) => {
        const index = createTagIndex(TAGS);
        const model = createModel();
        steps.forEach((each, fence) => {
          // Sets of holders that were asked for before must follow what comes after.
          index.holders('minor', day);
          if (each.kind === 'clean') index.clean();
          else if (each.kind === 'erase') {
            index.erase(each.subject, fence);
            model.erase(each.subject);
          } else expect(index.replace({ ...each.given, fence })).toBe(model.replace({ ...each.given, fence }));
        });
        for (const code of [...TAGS, 'not_published'])
          expect(idsOf(index, index.holders(code, day)).sort()).toEqual(model.holders(code, day).sort());
        expect(index.countHolding(['minor', 'insured'], ['veteran'], day)).toBe(
          model.count(['minor', 'insured'], ['veteran'], day),
        );
        expect(index.countHolding([], ['elderly'], day)).toBe(model.count([], ['elderly'], day));
        for (const district of DISTRICTS)
          expect(countSubjects(index.subjects('CITIZEN', district))).toBe(
            [...model.held.values()].filter((given) => given.kind === 'CITIZEN' && given.district === district).length,
          );
        const pairs = index.coOccurrences(day);
        for (const one of TAGS)
          for (const other of TAGS) expect(pairs.get(one)?.get(other) ?? 0).toBe(model.count([one, other], [], day));
        for (const id of IDS.slice(0, 8)) {
          const reached = index.reach(id, ['HOLDS', 'PARENT_OF'], 3, day);
          expect(new Map(reached.map(({ subject, hops }) => [subject, hops]))).toEqual(
            model.reach(id, ['HOLDS', 'PARENT_OF'], 3, day),
          );
          const kept = model.held.get(id);
          const expected = kept && { ...kept, tags: kept.tags.filter((each) => TAGS.includes(each.tag)) };
          expect(index.find(id)).toEqual(expected ?? null);
        }
        expect(index.size.subjects).toBe(model.held.size);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('passes over a set whose fence is below that of what is held', () => {
    const index = createTagIndex(TAGS);
    const given = { subject: 'c1_a', kind: 'CITIZEN' as const, district: null, tags: [], links: [] };
    expect([5, 5, 4, 6].map((fence) => index.replace({ ...given, fence }))).toEqual([true, true, false, true]);
  });

  it('frees what was replaced, block by block, and loses nothing', () => {
    const index = createTagIndex(TAGS);
    const random = seeded(3);
    const tagsOf = () =>
      TAGS.map((code) => ({
        tag: code,
        since: FIRST,
        until: FIRST + Math.floor(random() * 100),
        state: 'IN' as const,
      }));
    for (let round = 0; round < 5; round += 1) {
      for (let subject = 0; subject < 20_000; subject += 1)
        index.replace({
          subject: `c1_${String(subject)}`,
          kind: 'CITIZEN',
          district: null,
          fence: round,
          links: [],
          tags: tagsOf(),
        });
    }
    const day = FIRST + 50;
    const before = TAGS.map((code) => countSubjects(index.holders(code, day)));
    const { bytes } = index.size;
    while (index.clean());
    expect(index.size.bytes).toBeLessThan(bytes / 2);
    expect(index.size.edges).toBe(100_000);
    expect(TAGS.map((code) => index.countHolding([code], [], day))).toEqual(before);
    expect(countSubjects(index.holders('minor', day + 1))).toBeGreaterThan(0);
  });
});
