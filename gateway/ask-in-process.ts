import type { ApolloServer } from '@apollo/server';
import { randomUUID } from 'node:crypto';
import type { Sealer } from '../schema/seal.ts';
import { publicViewer, type Viewer } from '../schema/viewer.ts';
import type { OperationContext } from './operation-context.ts';
import { continueTrace } from './operations/trace.ts';

/** Asks the supergraph from within its process, as `system`, past sign-in and rate limits; resolves to GraphQL's answer as JSON. */
export type AskInProcess = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

export interface AskInProcessOptions {
  server: Pick<ApolloServer<OperationContext>, 'executeOperation'>;
  seal: Sealer;
  /** Throws when the document is refused. */
  admit: (source: string) => unknown;
  today: () => string;
  /** Milliseconds. */
  operationTimeout: number;
}

/** Of those who ask in process, in the logs. */
const CLIENT = 'in-process';

export const createAskInProcess =
  ({ server, seal, admit, today, operationTimeout }: AskInProcessOptions): AskInProcess =>
  async (query, variables) => {
    admit(query);
    const viewer: Viewer = { ...publicViewer(today()), role: 'system', assurance: 3, subject: CLIENT };
    const contextValue: OperationContext = {
      viewer,
      seal: (await seal(viewer)).seal,
      operationId: randomUUID(),
      traceparent: continueTrace(undefined),
      deadline: performance.now() + operationTimeout,
      outcome: { kind: 'none', name: null, code: 'INTERNAL' },
    };
    const { body } = await server.executeOperation({ query, variables: { ...variables } }, { contextValue });
    if (body.kind !== 'single') return null;
    const { data = null, errors } = body.singleResult;
    return errors === undefined ? { data } : { data, errors };
  };
