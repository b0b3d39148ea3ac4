import { AppError } from '../../schema/errors.ts';
import type { GatewayConfig } from '../config.ts';

/** How much one document, and one operation of it, may ask for. */
export interface Limits {
  tokens: number;
  depth: number;
  aliases: number;
  rootFields: number;
  directives: number;
  /** Objects, by the sizes of lists. */
  cost: number;
}

export const limitsOf = (config: GatewayConfig): Limits => ({
  tokens: config.MAX_TOKENS,
  depth: config.MAX_DEPTH,
  aliases: config.MAX_ALIASES,
  rootFields: config.MAX_ROOT_FIELDS,
  directives: config.MAX_DIRECTIVES,
  cost: config.MAX_COST,
});

/** Fields of a document with all fragments written out; above it, nothing is computed on it at all. */
export const MAX_FIELDS = 5_000;

export const tooComplex = (what: string, limit: number): AppError =>
  new AppError('TOO_COMPLEX', `The document has more than ${limit} ${what}.`, {
    reason: what.toUpperCase().replaceAll(' ', '_'),
  });
