import type { Relation } from '../../subgraphs/kit/directory/directory.ts';
import { toCivilOrNull, toDay, type Day } from '../../subgraphs/kit/civil/day.ts';
import type { Context } from '../context.ts';
import type { BeliefOf } from '../derivation/ledger.ts';
import type { Rule } from '../engine/rule.ts';
import { toHeldTagId } from '../held-tag-id.ts';
import type { ContestRow, HeldTagRow } from '../rows.ts';
import type { Evidence } from '../tag-store/tag-store.ts';
import { findRule } from './find-rule.ts';

export interface TagArguments {
  readonly kinds?: readonly Rule['kind'][] | null;
  readonly at?: string | null;
  readonly knownAt?: string | null;
  readonly includeFuture: boolean;
}

/** Under fourteen: the guardian acts in everything (PIPL 31). */
const CHILD = 'child';
/** Whose own tags they are: who is shown everything, and sees what others do not use. */
const OWN: ReadonlySet<Relation> = new Set(['SELF', 'REPRESENTED']);

const isOn = ({ since, until }: BeliefOf, day: Day): boolean => since <= day && day < until;

const actsFor = (relation: Relation): boolean => OWN.has(relation) || relation === 'WARD';

/** Whether this viewer may see a tag of a sensitive kind on this subject, by what is believed of it now. */
const seesSensitive = ({ viewer }: Context, relation: Relation, rule: Rule, beliefs: readonly BeliefOf[]): boolean => {
  if (viewer.client === 'widget') return false;
  if (OWN.has(relation)) return true;
  if (relation === 'WARD')
    return beliefs.some((belief) => belief.tag === CHILD && belief.state === 'IN' && isOn(belief, toDay(viewer.today)));
  return viewer.role === 'staff' && viewer.purpose !== null && rule.purposes.includes(viewer.purpose);
};

/** Staff see of what decides what is granted to them besides. */
const seesEvidence = ({ access, catalogue, viewer }: Context, subject: string, { item }: Evidence): boolean => {
  if (viewer.role !== 'staff') return true;
  const found = item === null ? undefined : catalogue.items.get(item);
  return found !== undefined && access.sees(subject, { coordinate: found.coordinate, index: found.index });
};

interface Regarded {
  readonly belief: BeliefOf;
  readonly rule: Rule;
  readonly relation: Relation;
  readonly contest: ContestRow | undefined;
  readonly isStale: boolean;
}

const toRow = (context: Context, { belief, rule, relation, contest, isStale }: Regarded): HeldTagRow => {
  const { subject, tag, since, until, state, version } = belief;
  // The records behind a guardian's tag are the ward's: staff read them on the ward's own file, as far as that is granted.
  const isOfWard = rule.kind === 'GUARDIAN' && context.viewer.role === 'staff';
  const evidence = isOfWard ? [] : belief.evidence.filter((each) => seesEvidence(context, subject, each));
  return {
    id: toHeldTagId(belief),
    subject,
    tag,
    since: toCivilOrNull(since),
    until: toCivilOrNull(until),
    state,
    version,
    evidence,
    isHidden: evidence.length < belief.evidence.length,
    contested: contest?.state ?? null,
    // Staff read it of the contest, as far as that is granted.
    decision: actsFor(relation) ? (contest?.reason ?? null) : null,
    stale: isStale,
  };
};

/** The tags of a subject that this viewer may see, of those asked for. */
export const findHeldTags = async (
  context: Context,
  type: 'Citizen' | 'Enterprise',
  subject: string,
  { kinds = null, at = null, knownAt = null, includeFuture }: TagArguments,
): Promise<readonly HeldTagRow[]> => {
  const day = toDay(at ?? context.today);
  const [beliefs, current, contests, stale, relation] = await Promise.all([
    context.beliefs(knownAt).load(subject),
    // What was believed at an instant and is withdrawn lets nobody in.
    context.beliefs(null).load(subject),
    context.contests.load(subject),
    context.stale.load(subject),
    // To oneself one needs no directory, which may be behind.
    context.access.knownRelation(type, subject) ?? context.access.relate(type, subject),
  ]);
  const contestOf = new Map(contests.map((contest) => [contest.heldTag, contest]));
  const fitting = current.filter((belief) => contestOf.get(toHeldTagId(belief))?.state !== 'REMOVED');
  return beliefs.flatMap((belief): HeldTagRow[] => {
    const rule = findRule(context, belief.tag);
    if (rule === null || (kinds !== null && !kinds.includes(rule.kind))) return [];
    if (!isOn(belief, day) && !(includeFuture && belief.since > day)) return [];
    if (rule.sensitive !== undefined && !seesSensitive(context, relation, rule, fitting)) return [];
    const contest = contestOf.get(toHeldTagId(belief));
    // What is contested is used for nothing; who acts for the subject sees what became of it.
    if (contest !== undefined && contest.state !== 'KEPT' && !actsFor(relation)) return [];
    return [toRow(context, { belief, rule, relation, contest, isStale: stale !== null })];
  });
};
