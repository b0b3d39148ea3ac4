import type { Facts } from '../../subgraphs/kit/facts/fact-type.ts';
import type { SubjectKind } from './rule.ts';
import { momentAt, type Scope } from './scope.ts';
import { IN, OUT, type Timeline } from './timeline.ts';

/** The day from which a subject of each kind is no more. */
const ENDS = { CITIZEN: 'deathDate', ENTERPRISE: 'closedOn' } as const;

/** The days on which a subject is there; null while it has no end. That it has begun, each rule says for itself. */
export const lifetimeOf = (kind: SubjectKind, scope: Scope): ((record: Facts) => Timeline | null) => {
  const end = momentAt(scope, ENDS[kind], ['outlives']);
  return (record) => {
    const day = end?.of(record) ?? null;
    if (day === null) return null;
    return [
      { from: -Infinity, state: IN, grounds: [] },
      { from: day, state: OUT, grounds: [] },
    ];
  };
};
