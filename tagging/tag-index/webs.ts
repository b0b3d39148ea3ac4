import type { Wanted } from '../derivation/queue.ts';
import { findKind } from '../derivation/subject.ts';
import type { RuleSet } from '../engine/rule-set.ts';
import type { TagSet } from '../tag-store/tag-store.ts';
import { findReaching } from './reach-tag.ts';
import type { IndexedSet, TagIndex } from './tag-index.ts';

/** What ties subjects together so that the tags of one depend on those of others. */
export interface Webs {
  /** Whose tags may change because of these sets without what is suspended, which the index does not hold yet. */
  findTorn(sets: readonly TagSet[]): readonly Wanted[];
  /** Whose tags may depend on those of these subjects, as the index holds them. */
  findAround(subjects: readonly string[]): readonly Wanted[];
}

type Seen = Pick<IndexedSet | TagSet, 'links' | 'tags'>;
const NOTHING: Seen = { links: [], tags: [] };

/** The same for the same rows, in whatever order and however often each. */
const textOf = (rows: readonly (readonly unknown[])[]): string =>
  [...new Set(rows.map((row) => row.join(' ')))].sort().join('\n');

/** Of rules that reach over the graph: whoever could reach a subject before, or can now. The way may lead through anybody. */
export const createWebs = (index: TagIndex, rules: RuleSet): Webs => {
  const queries = [...rules.CITIZEN, ...rules.ENTERPRISE].flatMap(({ reaches }) => reaches);
  const edges = new Set<string>(queries.flatMap((query) => query.edges));
  const asked = new Set(queries.map(({ tag }) => tag));

  /** What others see of a subject over the graph: its links, and the tags that they reach for. A store gives them in an order of its own. */
  const seenOf = ({ links, tags }: Seen): readonly [links: string, tags: string] => [
    textOf(links.filter(({ kind }) => edges.has(kind)).map(({ kind, to, since, until }) => [kind, to, since, until])),
    textOf(tags.filter(({ tag }) => asked.has(tag)).map(({ tag, since, until, state }) => [tag, since, until, state])),
  ];

  /** Only of a kind whose rules reach: an owner on the way is derived from its own facts. */
  const toWanted = (subject: string): Wanted[] => {
    const kind = findKind(subject);
    return kind !== null && rules[kind].some(({ reaches }) => reaches.length > 0) ? [{ subject, kind }] : [];
  };
  const reaching = (subject: string) => findReaching(index, subject, queries);

  const tornBy = (set: TagSet): readonly string[] => {
    const [linksBefore, tagsBefore] = seenOf(index.find(set.subject) ?? NOTHING);
    const [links, tags] = seenOf(set);
    if (links === linksBefore) return tags === tagsBefore ? [] : [...reaching(set.subject)];
    // It was derived over its links of before.
    const joined = set.links.filter(({ kind }) => edges.has(kind)).flatMap(({ to }) => [to, ...reaching(to)]);
    return [set.subject, ...reaching(set.subject), ...joined];
  };

  return {
    findTorn: (sets) => (queries.length === 0 ? [] : [...new Set(sets.flatMap(tornBy))].flatMap(toWanted)),
    findAround: (subjects) => [...new Set(subjects.flatMap((subject) => [...reaching(subject)]))].flatMap(toWanted),
  };
};
