import type { RetentionTerm } from '../kit/definition.ts';

/**
 * How long what has ended stays on file. Case files of authorities are kept for thirty years at the most unless for good
 * (国家档案局令第8号 第七条); a draft that nobody hands in is nobody's business after a year. What belongs to an application
 * goes with it.
 */
export const retention: readonly RetentionTerm[] = [
  { table: 'application', column: 'state_since', term: 'P1Y', where: "state = 'DRAFT'" },
  {
    table: 'application',
    column: 'state_since',
    term: 'P30Y',
    where: "state in ('REFUSED', 'DELIVERED', 'WITHDRAWN', 'EXPIRED')",
  },
  { table: 'appointment', column: 'ends_at', term: 'P3Y' },
  { table: 'closure', column: 'until', term: 'P1Y' },
  { table: 'waiting', column: 'told_at', term: 'P1Y' },
];
