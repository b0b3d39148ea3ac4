import type { Viewer } from '../schema/viewer.ts';

/** What travels with one operation through the gateway: Apollo's `contextValue`. */
export interface OperationContext {
  viewer: Viewer;
  /** The viewer, sealed for the subgraphs. */
  seal: string;
  /** Random; the same in the logs of all tiers and in the access log. */
  operationId: string;
  /** W3C trace context, given on to the subgraphs. */
  traceparent: string;
  /** `performance.now()` at which the operation's time is up. */
  deadline: number;
  /** Filled in as the operation goes, for the log and the metrics. */
  outcome: Outcome;
}

export interface Outcome {
  kind: string;
  name: string | null;
  /** OK, PARTIAL, or the code of the first error of an answer without data. */
  code: string;
}
