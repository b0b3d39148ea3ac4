import cors from '@fastify/cors';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { AppError } from '../schema/errors.ts';
import { toFormatted } from './errors.ts';

export interface HttpAppOptions {
  maxBody: number;
  /** At once; what comes beyond is closed. */
  maxConnections: number;
  trustProxy: readonly string[];
  corsOrigins: readonly string[];
  log: Logger;
  /** Milliseconds in which a body must be here. */
  bodyTimeout?: number;
}

const REQUEST_HEADERS = [
  'authorization',
  'content-type',
  'apollo-require-preflight',
  'traceparent',
  'x-onefile-acting-for',
  'x-onefile-purpose',
  'x-onefile-case',
];

const toAppError = (error: FastifyError, maxBody: number, log: Logger): AppError => {
  const status = error.statusCode ?? 500;
  if (status === 413) {
    return new AppError('BAD_USER_INPUT', `The body is larger than ${maxBody} bytes.`, {
      field: 'body',
      reason: 'TOO_LARGE',
    });
  }
  if (status >= 400 && status < 500) {
    return new AppError('BAD_USER_INPUT', 'The body cannot be read.', { field: 'body', reason: 'FORMAT' });
  }
  const errorId = randomUUID();
  log.error({ err: error, errorId }, 'request failed');
  return new AppError('INTERNAL', 'Something went wrong.', { errorId });
};

/** Whoever sends a request without end keeps a connection and memory: all of it must be here in time, but for drops. */
const refuseSlowBodies = (app: FastifyInstance, ms: number): void => {
  const deadlines = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  const clear = (request: FastifyRequest, _reply: unknown, done: () => void) => {
    clearTimeout(deadlines.get(request));
    done();
  };
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.method === 'POST' && !request.url.startsWith('/ingest/')) {
      deadlines.set(
        request,
        setTimeout(() => request.raw.destroy(), ms),
      );
    }
    done();
  });
  app.addHook('preValidation', clear);
  app.addHook('onResponse', clear);
};

/** Fastify with the limits that hold on every route, and errors in GraphQL's shape. */
export const createHttpApp = async ({
  maxBody,
  maxConnections,
  trustProxy,
  corsOrigins,
  log,
  bodyTimeout = 30_000,
}: HttpAppOptions): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: false,
    bodyLimit: maxBody,
    trustProxy: trustProxy.length === 0 ? false : [...trustProxy],
    forceCloseConnections: 'idle',
    // A drop that is pushed comes in as fast as the registry takes it in; headers have Node's own minute.
    requestTimeout: 3_600_000,
    // A load balancer keeps its connections for a minute; whoever closes first loses a request.
    keepAliveTimeout: 72_000,
  });
  app.server.maxConnections = maxConnections;
  refuseSlowBodies(app, bodyTimeout);
  await app.register(cors, {
    origin: corsOrigins.length === 0 ? false : [...corsOrigins],
    methods: ['GET', 'POST'],
    allowedHeaders: REQUEST_HEADERS,
    maxAge: 600,
  });
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('x-content-type-options', 'nosniff');
  });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    return reply
      .code(status >= 400 && status < 500 ? status : 500)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ errors: [toFormatted(toAppError(error, maxBody, log))] }));
  });
  return app;
};

/** Stops taking requests, lets those under way finish, and after `patience` ms cuts them off. */
export const drain = async (app: FastifyInstance, patience = 10_000): Promise<void> => {
  const cutOff = setTimeout(() => app.server.closeAllConnections(), patience);
  // A kept connection whose last answer goes out after closing began is idle then, and nobody else would close it.
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearTimeout(cutOff);
    clearInterval(sweep);
  }
};
