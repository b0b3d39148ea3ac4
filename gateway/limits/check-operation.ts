import { AppError, badInput } from '../../schema/errors.ts';
import { checkVariables } from '../../schema/texts.ts';
import type { Viewer } from '../../schema/viewer.ts';
import type { AdmittedDocument } from './documents.ts';
import type { Limits } from './limits.ts';

export interface OperationRules {
  limits: Limits;
  /** Everybody may introspect. */
  isSchemaOpen: boolean;
}

/** `system` reads facts in batches. */
const SYSTEM_FACTOR = 50;

/**
 * Checks what depends on the viewer and the variables, before any subgraph is asked. Throws FORBIDDEN for
 * introspection, BAD_USER_INPUT for an operation that is not there, a text that cannot be held or a page size, TOO_COMPLEX
 * for the cost.
 */
export const checkOperation = (
  { isIntrospecting, costOf }: AdmittedDocument,
  operationName: string | null | undefined,
  variables: Readonly<Record<string, unknown>>,
  viewer: Viewer,
  { limits, isSchemaOpen }: OperationRules,
): void => {
  const mayIntrospect = isSchemaOpen || viewer.role === 'operator' || viewer.role === 'system';
  if (isIntrospecting && !mayIntrospect) {
    throw new AppError('FORBIDDEN', 'Introspection is for operators here.', { missing: 'role:operator' });
  }
  const costWith = costOf(operationName);
  if (costWith === undefined) {
    throw badInput('operationName', 'UNKNOWN', 'operationName must name one of the operations of the document.');
  }
  checkVariables(variables);
  const cost = costWith(variables);
  const limit = viewer.role === 'system' ? limits.cost * SYSTEM_FACTOR : limits.cost;
  if (cost > limit) {
    throw new AppError('TOO_COMPLEX', `The operation may fetch ${cost} objects, and ${limit} is the limit.`, {
      reason: 'COST',
    });
  }
};
