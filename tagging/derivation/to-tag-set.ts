import { toCivilOrNull, type Day } from '../../subgraphs/kit/civil/day.ts';
import type { Facts } from '../../subgraphs/kit/facts/fact-type.ts';
import type { TagInterval } from '../engine/derive.ts';
import type { Ground } from '../engine/timeline.ts';
import type { Evidence, HeldTag, Link, TagSet } from '../tag-store/tag-store.ts';
import type { Wanted } from './queue.ts';

/** What is stored of a subject: what its facts lead to, and whom they tie it to. */
export const toTagSet = (
  { subject, kind }: Wanted,
  fence: number,
  facts: Facts,
  intervals: readonly TagInterval[],
): TagSet => ({
  subject,
  kind,
  district: districtOf(facts),
  fence,
  tags: intervals.map(toHeldTag).sort(byTagAndDay),
  links: linksOf(facts),
});

/** What is stored of a subject of whom nothing is known any more. */
export const toEmptySet = ({ subject, kind }: Wanted, fence: number): TagSet => ({
  subject,
  kind,
  district: null,
  fence,
  tags: [],
  links: [],
});

const byTagAndDay = (one: HeldTag, other: HeldTag): number =>
  one.tag === other.tag ? one.since - other.since : one.tag < other.tag ? -1 : 1;

const toHeldTag = ({ tag, since, until, state, version, grounds }: TagInterval): HeldTag => ({
  tag,
  since,
  until,
  state,
  version,
  evidence: toEvidence(grounds),
});

/** Each record once, in the order in which they decide. */
const toEvidence = (grounds: readonly Ground[]): readonly Evidence[] => {
  const distinct = new Map<string, Evidence>();
  for (const { item, record, label, value, from, until } of grounds) {
    const evidence = { item, record, label, value, from: toCivilOrNull(from), until: toCivilOrNull(until) };
    distinct.set(JSON.stringify(evidence), evidence);
  }
  return [...distinct.values()];
};

const asRecord = (value: unknown): Facts => (typeof value === 'object' && value !== null ? (value as Facts) : {});
const asList = (value: unknown): readonly Facts[] => (Array.isArray(value) ? (value as readonly Facts[]) : []);
const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const asDay = (value: unknown, ever: Day): Day => (typeof value === 'number' ? value : ever);

/** Where a citizen lives, or an enterprise is supervised. */
export const districtOf = (facts: Facts): string | null =>
  asText(asRecord(facts.residence).district) ?? asText(facts.district);

/** A link to somebody of whom the facts have no id is none. */
const linkTo = (kind: Link['kind'], to: unknown, { since, until, share }: Facts): readonly Link[] => {
  const id = asText(to);
  if (id === null) return [];
  return [
    {
      kind,
      to: id,
      since: asDay(since, -Infinity),
      until: asDay(until, Infinity),
      share: kind === 'HOLDS' && typeof share === 'number' ? share : null,
    },
  ];
};

const ROLES: Readonly<Record<string, Link['kind']>> = { LEGAL_REPRESENTATIVE: 'REPRESENTS', SHAREHOLDER: 'HOLDS' };

const linksOf = (facts: Facts): readonly Link[] => [
  ...asList(facts.children).flatMap(({ id, birthDate, deathDate }) =>
    linkTo('PARENT_OF', id, { since: birthDate, until: deathDate }),
  ),
  ...asList(facts.marriages).flatMap((marriage) => linkTo('SPOUSE_OF', asRecord(marriage.spouse).id, marriage)),
  ...asList(facts.enterprises).flatMap((holding) => {
    const kind = ROLES[asText(holding.role) ?? ''];
    return kind === undefined ? [] : linkTo(kind, asRecord(holding.enterprise).uscc, holding);
  }),
  ...asList(facts.investments).flatMap((share) => linkTo('HOLDS', asRecord(share.enterprise).uscc, share)),
  ...asList(facts.applications).flatMap(({ service, openedAt }) => linkTo('USED', service, { since: openedAt })),
];
