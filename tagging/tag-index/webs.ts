import type { Wanted } from '../derivation/queue.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { SubjectKind } from '../engine/rule.ts';
import type { TagSet } from '../tag-store/tag-store.ts';
import { findReaching } from './reach-tag.ts';
import type { IndexedSet, TagIndex } from './tag-index.ts';

/** What ties subjects together so that the tags of one depend on those of others. */
export interface Webs {
  /** Whose tags may change because of these sets, which the index does not hold yet. */
  findTorn(kind: SubjectKind, sets: readonly TagSet[]): readonly Wanted[];
}

/** Of rules that reach over the graph: whoever could reach a subject before, or can now. */
export const createWebs = (index: TagIndex, rules: RuleSet): Webs => {
  const queries = {
    CITIZEN: rules.CITIZEN.flatMap(({ reaches }) => reaches),
    ENTERPRISE: rules.ENTERPRISE.flatMap(({ reaches }) => reaches),
  };
  /** What of a set others can see over the graph: its links, and the tags that are asked for. */
  const seenOf = (kind: SubjectKind, { links, tags }: IndexedSet | TagSet): string => {
    const edges = new Set<string>(queries[kind].flatMap((query) => query.edges));
    const asked = new Set(queries[kind].map(({ tag }) => tag));
    return JSON.stringify([
      links.filter((link) => edges.has(link.kind)).map(({ kind, to, since, until }) => [kind, to, since, until]),
      tags.filter(({ tag }) => asked.has(tag)).map(({ tag, since, until, state }) => [tag, since, until, state]),
    ]);
  };

  return {
    findTorn: (kind, sets) => {
      if (queries[kind].length === 0) return [];
      const torn = new Set<string>();
      for (const set of sets) {
        const before = index.find(set.subject);
        if (before !== null && seenOf(kind, before) === seenOf(kind, set)) continue;
        for (const subject of findReaching(index, set.subject, queries[kind])) torn.add(subject);
        for (const { to } of set.links) {
          if (to === set.subject || index.find(to)?.kind !== kind) continue;
          torn.add(to);
          for (const subject of findReaching(index, to, queries[kind])) torn.add(subject);
        }
      }
      return [...torn].map((subject) => ({ subject, kind }));
    },
  };
};
