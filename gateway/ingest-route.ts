import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { request as send } from 'undici';
import { AppError, badInput, notFound, unauthenticated } from '../schema/errors.ts';
import { refuse } from './graphql-route.ts';
import { continueTrace } from './operations/trace.ts';
import type { Admission } from './sign-in/admission.ts';

/** A department's drop on its way to the registry that owns it. */
export interface Push {
  /** `personal.citizens` */
  source: string;
  seal: string;
  operationId: string;
  traceparent: string;
  /** `content-type`, `content-encoding` `content-digest`, `x-onefile-manifest` and `x-onefile-file`. */
  headers: Readonly<Record<string, string>>;
  body: Readable;
}

/** Takes a drop by stream and answers with the report of it; null for a registry that there is not. */
export type PushTarget = (push: Push) => Promise<{ status: number; body: Readable | string } | null>;

const PASSED_ON = /^(content-type|content-encoding|content-length|content-digest|x-onefile-manifest|x-onefile-file)$/;
const PUSH_MS = 3_600_000;

/** Pushes to `/ingest/<source>` at the address of the subgraph that the source's name begins with. */
export const createHttpPushTarget = (urlOf: (subgraph: string) => string | undefined): PushTarget => {
  return async ({ source, seal, operationId, traceparent, headers, body }) => {
    const url = urlOf(source.slice(0, source.indexOf('.')));
    if (url === undefined) return null;
    const answer = await send(new URL(`/ingest/${source}`, url), {
      method: 'POST',
      headers: { ...headers, 'x-onefile-viewer': seal, 'x-onefile-operation': operationId, traceparent },
      body,
      headersTimeout: PUSH_MS,
      bodyTimeout: PUSH_MS,
    });
    return { status: answer.statusCode, body: answer.body };
  };
};

export interface IngestRouteOptions {
  admitViewer: Admission;
  push: PushTarget;
  log: Logger;
}

/** `POST /ingest/<source>` for department systems: role `source`, for the sources that the account is bound to. */
export const addIngestRoute = (app: FastifyInstance, { admitViewer, push, log }: IngestRouteOptions): void => {
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    scope.post<{ Params: { source: string } }>('/ingest/:source', async (request, reply) => {
      try {
        const { viewer, seal, sessionId } = await admitViewer(request);
        if (sessionId === null) throw unauthenticated();
        const { source } = request.params;
        if (!/^[a-z]+\.[a-z-]+$/.test(source)) throw badInput('source', 'FORMAT', 'A source is named registry.drop.');
        if (viewer.role !== 'source' || !viewer.sources.includes(source)) {
          throw new AppError('FORBIDDEN', 'This account may not push this source.', { missing: `source:${source}` });
        }
        const headers = Object.fromEntries(
          Object.entries(request.headers).flatMap(([name, value]) =>
            PASSED_ON.test(name) && typeof value === 'string' ? [[name, value]] : [],
          ),
        );
        const body = request.body instanceof Readable ? request.body : Readable.from([]);
        const traceparent = continueTrace(request.headers['traceparent'] as string | undefined);
        const answer = await push({ source, seal, operationId: randomUUID(), traceparent, headers, body }).catch(
          (cause: unknown) => {
            if (cause instanceof AppError) throw cause;
            log.error({ err: cause, source }, 'a push failed');
            throw new AppError('UNAVAILABLE', 'The registry cannot be reached.', { retryable: true });
          },
        );
        if (answer === null) throw notFound();
        return await reply.code(answer.status).type('application/json; charset=utf-8').send(answer.body);
      } catch (error) {
        if (error instanceof AppError) return refuse(reply, error);
        throw error;
      }
    });
    done();
  });
};
