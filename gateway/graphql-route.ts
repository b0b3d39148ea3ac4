import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AppError } from '../schema/errors.ts';
import { toFormatted, statusOf } from './errors.ts';
import { InvalidDocument } from './limits/documents.ts';
import type { OperationContext } from './operation-context.ts';
import type { GatewayMetrics } from './operations/metrics.ts';
import { continueTrace, traceIdOf } from './operations/trace.ts';
import type { Admission } from './sign-in/admission.ts';

declare module 'fastify' {
  interface FastifyRequest {
    operation: OperationContext | null;
  }
}

export interface GraphqlRouteOptions {
  server: ApolloServer<OperationContext>;
  admitViewer: Admission;
  /** Throws when the document is refused. */
  admit: (source: string) => unknown;
  /** Milliseconds. */
  operationTimeout: number;
  metrics: GatewayMetrics;
  log: Logger;
}

const sourceOf = (request: FastifyRequest): unknown => {
  const holder = request.method === 'GET' ? request.query : request.body;
  return typeof holder === 'object' && holder !== null && 'query' in holder ? holder.query : undefined;
};

/** Answers with errors alone, in GraphQL's shape. */
export const refuse = (reply: FastifyReply, error: AppError | InvalidDocument): FastifyReply => {
  const errors = error instanceof AppError ? [toFormatted(error)] : error.errors.map((each) => each.toJSON());
  const retryAfter = errors[0]?.extensions?.['retryAfter'];
  if (typeof retryAfter === 'number') void reply.header('retry-after', retryAfter);
  const status = statusOf(errors);
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify({ errors }));
};

/** `/graphql`: who asks, may they ask so often, and is the document one to plan; then Apollo answers. */
export const addGraphqlRoute = (app: FastifyInstance, options: GraphqlRouteOptions): void => {
  const { server, admitViewer, admit, operationTimeout, metrics, log } = options;

  const answer = fastifyApolloHandler(server, {
    context: (request: FastifyRequest) =>
      request.operation === null ? Promise.reject(new Error('No operation.')) : Promise.resolve(request.operation),
  });

  app.decorateRequest('operation', null);
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    async handler(request, reply) {
      const started = performance.now();
      const outcome = { kind: 'none', name: null, code: 'INTERNAL' };
      const traceparent = continueTrace(request.headers['traceparent'] as string | undefined);
      const operationId = randomUUID();
      let role = 'unknown';
      let client = 'api';
      metrics.inFlight.inc();
      void reply.headers({ 'cache-control': 'no-store', 'x-onefile-operation': operationId });
      try {
        const { viewer, seal } = await admitViewer(request);
        ({ role, client } = viewer);
        const source = sourceOf(request);
        if (typeof source === 'string') admit(source);
        request.operation = { viewer, seal, operationId, traceparent, deadline: started + operationTimeout, outcome };
        return await answer.call(app, request, reply);
      } catch (error) {
        if (!(error instanceof AppError || error instanceof InvalidDocument)) throw error;
        outcome.code = error instanceof AppError ? error.code : 'BAD_USER_INPUT';
        return await refuse(reply, error);
      } finally {
        const seconds = (performance.now() - started) / 1_000;
        metrics.inFlight.dec();
        metrics.observe(outcome.kind, outcome.code, seconds);
        log.info({ operationId, traceId: traceIdOf(traceparent), role, client, ...outcome, seconds }, 'operation');
      }
    },
  });
};
