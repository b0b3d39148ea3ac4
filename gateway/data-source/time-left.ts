import { SubgraphTimeout } from './subgraph-timeout.ts';

/** Milliseconds that a subgraph has: its own limit within what is left until `deadline` (on `performance.now()`'s clock). */
export const timeLeft = (deadline: number | undefined, limit: number): number => {
  if (deadline === undefined) return limit;
  const left = deadline - performance.now();
  if (left <= 0) throw new SubgraphTimeout(0);
  return Math.min(left, limit);
};
