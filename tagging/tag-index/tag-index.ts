import { LRUCache } from 'lru-cache';
import type { Day } from '../../subgraphs/kit/civil/day.ts';
import type { SubjectKind } from '../engine/rule.ts';
import type { HeldTag, Link, LinkKind, TagSet } from '../tag-store/tag-store.ts';
import { createChangeLog } from './change-log.ts';
import { countPairs } from './count-pairs.ts';
import { createEdgeColumns, type Edge } from './edge-columns.ts';
import {
  countSubjects,
  createSubjectSet,
  forEachSubject,
  intersect,
  putSubject,
  subtract,
  type SubjectSet,
} from './subject-set.ts';

/** A tag on a subject, without its evidence: that is read from the store. */
export type IndexedTag = Omit<HeldTag, 'evidence' | 'version'>;

/** What the index holds of a subject. */
export type IndexedSet = Omit<TagSet, 'tags'> & { readonly tags: readonly IndexedTag[] };

/** A step of a walk over links: from whom, to whom, and when it holds. */
export interface Reached {
  readonly subject: string;
  readonly hops: number;
  /** Ids from the first step to the last. */
  readonly path: readonly string[];
}

/** Somebody at the other end of a link, on [since, until). */
export interface Neighbour {
  readonly subject: string;
  readonly since: Day;
  readonly until: Day;
}

/**
 * The read model of all tags and links, in memory. Questions about many subjects never wait for the store; answers are as of
 * any day, and count only what is certain.
 */
export interface TagIndex {
  /** Takes over a subject's set; one whose fence is below that of what is held is passed over. False: it was. */
  replace(set: IndexedSet): boolean;
  erase(subject: string, fence: number): void;
  /** Drops what is held of a subject, as if it had never been heard of. */
  forget(subject: string): void;
  /** Every tag of the subject, past and future ones too; null when the subject is not held. */
  find(subject: string): IndexedSet | null;
  /** Who holds the tag on the day. */
  holders(tag: string, day: Day): SubjectSet;
  /** All subjects of a kind, of a district where one is named. */
  subjects(kind: SubjectKind, district?: string): SubjectSet;
  /** Of how many subjects all of the first tags hold on the day, and none of the second. */
  countHolding(every: readonly string[], none: readonly string[], day: Day): number;
  /** Of each pair of tags, of how many subjects both hold on the day; of each tag with itself, how many hold it. */
  coOccurrences(day: Day): ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Everybody within so many links, in either direction, that hold on the day; the nearest first. */
  reach(subject: string, kinds: readonly LinkKind[], hops: number, day: Day): readonly Reached[];
  /** All that is held, in pages of so many subjects. What changes between two pages comes as it is then. */
  pages(size: number): Iterable<readonly IndexedSet[]>;
  /** Who is tied to the subject by links of these kinds, in either direction, and when. */
  neighbours(subject: string, kinds: readonly LinkKind[]): readonly Neighbour[];
  idOf(subject: number): string;
  /** Sums a number of each subject of a set, modulo 2³². */
  sumOf(set: SubjectSet, numberOf: (id: string) => number): number;
  /** Frees memory of what was replaced, a block of at most 8,192 edges at a time; false when there is nothing to free. */
  clean(): boolean;
  readonly size: { readonly subjects: number; readonly edges: number; readonly bytes: number };
}

/** Sets of holders are kept, up to so many bytes together, and follow what changed since when they are asked for again. */
const KEPT_BYTES = 64 * 1024 * 1024;
/** Beyond so many changes a set is made anew. */
const FOLLOWED_CHANGES = 1 << 14;

/** Who holds a tag on a day, as it was after so many changes. */
interface KeptSet {
  readonly set: SubjectSet;
  after: number;
}

interface Held {
  readonly id: string;
  kind: SubjectKind;
  district: string | null;
  fence: number;
  links: readonly Link[];
  isErased: boolean;
  /** What `sumOf` was told of it. */
  key: number | null;
}

export const createTagIndex = (tags: readonly string[]): TagIndex => {
  const tagNumbers = new Map(tags.map((tag, index) => [tag, index]));
  const numbers = new Map<string, number>();
  const held: Held[] = [];
  const columns = createEdgeColumns(tags.length);
  const changes = createChangeLog(FOLLOWED_CHANGES);
  /** By id of the target: numbers of the subjects that link to it. */
  const linkedFrom = new Map<string, Set<number>>();
  const keptSets = new LRUCache<string, KeptSet>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ set }) => set.words.byteLength + 1,
  });
  let subjects = 0;

  const numberOf = (id: string, kind: SubjectKind): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const number = held.push({ id, kind, district: null, fence: -1, links: [], isErased: false, key: null }) - 1;
    numbers.set(id, number);
    return number;
  };

  const relink = (number: number, before: readonly Link[], after: readonly Link[]) => {
    for (const { to } of before) linkedFrom.get(to)?.delete(number);
    for (const { to, kind } of after) {
      // Who used a service is never asked for by the service.
      if (kind === 'USED') continue;
      const from = linkedFrom.get(to) ?? new Set();
      linkedFrom.set(to, from.add(number));
    }
  };

  const toEdge = ({ tag, since, until, state }: IndexedTag): Edge[] => {
    const number = tagNumbers.get(tag);
    return number === undefined ? [] : [{ tag: number, since, until, isCertain: state === 'IN' }];
  };

  const put = (number: number, { kind, district, fence, links, tags: given }: IndexedSet) => {
    const entry = held[number];
    if (entry === undefined) return;
    if (entry.fence < 0) subjects += 1;
    relink(number, entry.links, links);
    Object.assign(entry, { kind, district, fence, links });
    columns.replace(number, given.flatMap(toEdge));
    changes.add(number);
  };

  /** Brings a set up to date; false when that is more than making it anew, or a subject lies behind its end. */
  const follow = (kept: KeptSet, tag: number, day: Day): boolean => {
    let isWhole = true;
    const isFollowed = changes.forEachAfter(kept.after, (subject) => {
      if (subject >= kept.set.words.length * 32) isWhole = false;
      else putSubject(kept.set, subject, columns.holds(subject, tag, day));
    });
    kept.after = changes.count;
    return isFollowed && isWhole;
  };

  const holders = (tag: string, day: Day): SubjectSet => {
    const number = tagNumbers.get(tag);
    if (number === undefined) return createSubjectSet(0);
    const key = `${String(number)} ${String(day)}`;
    const known = keptSets.get(key);
    if (known !== undefined && follow(known, number, day)) return known.set;
    const set = createSubjectSet(held.length);
    columns.collect(number, day, set);
    keptSets.set(key, { set, after: changes.count });
    return set;
  };

  const everybody = (): SubjectSet => {
    const set = createSubjectSet(held.length);
    held.forEach(({ fence, isErased }, number) => putSubject(set, number, fence >= 0 && !isErased));
    return set;
  };

  /** Whoever is linked to, derived or not. */
  const neighbours = (id: string, kinds: readonly LinkKind[]): Neighbour[] => {
    const toNeighbour =
      (other: string | null) =>
      ({ kind, to, since, until }: Link): Neighbour[] =>
        kinds.includes(kind) ? [{ subject: other ?? to, since, until }] : [];
    const forth = (held[numbers.get(id) ?? -1]?.links ?? []).flatMap(toNeighbour(null));
    const back = [...(linkedFrom.get(id) ?? [])].flatMap((from) => {
      const other = held[from];
      return (other?.links ?? []).filter(({ to }) => to === id).flatMap(toNeighbour(other?.id ?? ''));
    });
    return [...forth, ...back];
  };

  const find = (subject: string): IndexedSet | null => {
    const number = numbers.get(subject);
    const entry = number === undefined ? undefined : held[number];
    if (number === undefined || entry === undefined || entry.isErased || entry.fence < 0) return null;
    const { kind, district, fence, links } = entry;
    const found = columns.edgesOf(number).map(({ tag, since, until, isCertain }): IndexedTag => ({
      tag: tags[tag] ?? '',
      since,
      until,
      state: isCertain ? 'IN' : 'UNKNOWN',
    }));
    return { subject, kind, district, fence, links, tags: found };
  };

  return {
    replace: (set) => {
      const number = numberOf(set.subject, set.kind);
      const entry = held[number];
      if (entry === undefined || entry.isErased || entry.fence > set.fence) return false;
      put(number, set);
      return true;
    },
    erase: (subject, fence) => {
      const number = numberOf(subject, 'CITIZEN');
      const entry = held[number];
      if (entry === undefined || entry.isErased) return;
      put(number, {
        subject,
        kind: entry.kind,
        district: null,
        fence: Math.max(entry.fence, fence),
        links: [],
        tags: [],
      });
      entry.isErased = true;
      subjects -= 1;
      for (const from of linkedFrom.get(subject) ?? []) {
        const other = held[from];
        if (other !== undefined) other.links = other.links.filter(({ to }) => to !== subject);
      }
      linkedFrom.delete(subject);
    },
    forget: (subject) => {
      const number = numbers.get(subject) ?? -1;
      const entry = held[number];
      if (entry === undefined || entry.isErased || entry.fence < 0) return;
      put(number, { subject, kind: entry.kind, district: null, fence: entry.fence, links: [], tags: [] });
      entry.fence = -1;
      subjects -= 1;
    },
    find,
    *pages(size) {
      for (let from = 0; from < held.length; from += size) {
        yield held.slice(from, from + size).flatMap(({ id }) => find(id) ?? []);
      }
    },
    holders,
    subjects: (kind, district) => {
      const set = createSubjectSet(held.length);
      held.forEach((entry, number) => {
        const isAsked = entry.kind === kind && (district === undefined || entry.district === district);
        putSubject(set, number, isAsked && entry.fence >= 0 && !entry.isErased);
      });
      return set;
    },
    countHolding: (every, none, day) => {
      const [first, ...others] = every.map((tag) => holders(tag, day));
      const all = others.reduce(intersect, first ?? everybody());
      return countSubjects(none.reduce((rest, tag) => subtract(rest, holders(tag, day)), all));
    },
    coOccurrences: (day) => countPairs(new Map(tags.map((tag) => [tag, holders(tag, day)]))),
    reach: (subject, kinds, hops, day) => {
      const seen = new Set([subject]);
      const reached: Reached[] = [];
      let edge: Reached[] = [{ subject, hops: 0, path: [] }];
      for (let hop = 1; hop <= hops && edge.length > 0; hop += 1) {
        const next: Reached[] = [];
        for (const { subject: from, path } of edge) {
          for (const { subject: to, since, until } of neighbours(from, kinds)) {
            if (day < since || day >= until || seen.has(to)) continue;
            seen.add(to);
            next.push({ subject: to, hops: hop, path: [...path, to] });
          }
        }
        reached.push(...next);
        edge = next;
      }
      return reached;
    },
    neighbours,
    idOf: (subject) => held[subject]?.id ?? '',
    sumOf: (set, numberOf) => {
      let sum = 0;
      forEachSubject(set, (subject) => {
        const entry = held[subject];
        if (entry !== undefined) sum = (sum + (entry.key ??= numberOf(entry.id))) | 0;
      });
      return sum >>> 0;
    },
    clean: () => columns.cleanOne(),
    get size() {
      return { subjects, edges: columns.live, bytes: columns.bytes };
    },
  };
};
