import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Readable } from 'node:stream';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import { AppError, unavailable } from '../../schema/errors.ts';
import { maskError } from '../../schema/mask-error.ts';
import { addFeedLagMetric } from './feed/lag-metric.ts';
import { hasOutageBehind } from './store/outage.ts';
import type { Subgraph } from './subgraph.ts';

const graphqlBody = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The trace id of a W3C traceparent header. */
const traceIdOf = (traceparent: string | undefined): string | undefined => traceparent?.split('-')[1];

const header = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

export interface HttpServerOptions {
  /** At once; what comes beyond is closed. */
  maxConnections?: number;
}

/** A subgraph over HTTP: `/graphql` (always 200, for the gateway alone), `/healthz`, `/readyz`, `/metrics`. */
export const createHttpServer = (
  subgraph: Subgraph,
  log: Logger,
  { maxConnections }: HttpServerOptions = {},
): FastifyInstance => {
  const app = Fastify({ bodyLimit: MAX_BODY_BYTES, logger: false, forceCloseConnections: 'idle' });
  if (maxConnections !== undefined) app.server.maxConnections = maxConnections;
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  addFeedLagMetric(metrics, () => subgraph.findLags());
  subgraph.addMetrics?.(metrics);
  const durations = new Histogram({
    name: 'onefile_subgraph_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['subgraph', 'outcome'] as const,
    registers: [metrics],
  });

  app.setErrorHandler((cause: FastifyError, _request, reply) => {
    const { statusCode = 500 } = cause;
    if (statusCode < 500) {
      return reply
        .code(statusCode)
        .send({ errors: [{ message: 'The request cannot be read.', extensions: { code: 'BAD_USER_INPUT' } }] });
    }
    const report = (errorId: string) => log.error({ err: cause, errorId, subgraph: subgraph.name }, 'request failed');
    if (!hasOutageBehind(cause)) {
      return reply.code(500).send({ errors: [maskError({ message: cause.message }, cause, report)] });
    }
    report('outage');
    return reply.code(503).send({ errors: [unavailable().toJSON()] });
  });

  app.post('/graphql', async (request, reply) => {
    const body = graphqlBody.safeParse(request.body);
    if (!body.success)
      return reply
        .code(400)
        .send({ errors: [{ message: 'Not a GraphQL request.', extensions: { code: 'BAD_USER_INPUT' } }] });
    const end = durations.startTimer({ subgraph: subgraph.name });
    const answer = await subgraph.execute({
      query: body.data.query,
      operationName: body.data.operationName ?? undefined,
      variables: body.data.variables ?? undefined,
      headers: {
        seal: header(request.headers['x-onefile-viewer']),
        operationId: header(request.headers['x-onefile-operation']),
        traceId: traceIdOf(header(request.headers.traceparent)),
      },
    });
    end({ outcome: answer.errors === undefined ? 'ok' : 'errors' });
    return answer;
  });
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    scope.post<{ Params: { source: string } }>('/ingest/:source', async (request, reply) => {
      const body = request.body instanceof Readable ? request.body : Readable.from([]);
      try {
        const viewer = await subgraph.openSeal(header(request.headers['x-onefile-viewer']));
        const { status, report } = await subgraph.push(viewer, request.params.source, body, request.headers);
        return await reply.code(status).send(report);
      } catch (error) {
        body.resume();
        if (error instanceof AppError) return reply.code(401).send({ errors: [error.toJSON()] });
        throw error;
      }
    });
    done();
  });
  // A kept connection whose last answer goes out after closing began is idle then, and nobody else would close it.
  let sweep: NodeJS.Timeout | undefined;
  app.addHook('preClose', (done) => {
    sweep = setInterval(() => app.server.closeIdleConnections(), 50);
    done();
  });
  app.addHook('onClose', (_instance, done) => {
    clearInterval(sweep);
    done();
  });
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await subgraph.ready();
      return { status: 'ready' };
    } catch (err) {
      log.warn({ err, subgraph: subgraph.name }, 'not ready');
      return reply.code(503).send({ status: 'unready' });
    }
  });
  app.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.metrics()));
  return app;
};
