import type { Enterprise } from './enterprise.ts';
import type { History } from './history.ts';
import type { Venture } from './venture.ts';

/** An enterprise with what was recorded of it and, where somebody of its block could found it, its people. */
export interface LivedEnterprise {
  readonly enterprise: Enterprise;
  readonly history: History;
  readonly venture: Venture | null;
}
