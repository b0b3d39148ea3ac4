import type { RetentionTerm } from '../subgraphs/kit/definition.ts';

/** How long what was believed before stays, so that an officer can say why something was decided then, and what was contested. */
export const retention: readonly RetentionTerm[] = [
  { table: 'belief', column: 'known_until', term: 'P10Y' },
  { table: 'contest', column: 'decided_at', term: 'P10Y', where: "state = 'KEPT'" },
];
