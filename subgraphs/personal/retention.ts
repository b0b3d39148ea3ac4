import type { RetentionTerm } from '../kit/definition.ts';

/** How long what has ended stays on file; what is in force stays, and so do civil-status records (for good). */
export const retention: readonly RetentionTerm[] = [
  { table: 'residence', column: 'until', term: 'P30Y' },
  { table: 'household_member', column: 'until', term: 'P30Y' },
  { table: 'premise_owner', column: 'until', term: 'P30Y' },
  { table: 'employment', column: 'until', term: 'P30Y' },
  { table: 'disability', column: 'until', term: 'P10Y' },
];
