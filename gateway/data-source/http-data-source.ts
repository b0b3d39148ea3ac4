import type { GraphQLDataSource } from '@apollo/gateway';

import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { SubgraphResponse } from '../apollo-types.ts';
import type { OperationContext } from '../operation-context.ts';
import { createJsonPost, type JsonAnswer } from './json-post.ts';
import { timeLeft } from './time-left.ts';

export interface HttpDataSourceOptions {
  name: string;
  url: string;
  /** Milliseconds that one answer of this subgraph may take. */
  timeout?: number;
  connections?: number;
  maxBytes?: number;
}

export interface HttpDataSource extends GraphQLDataSource<Partial<OperationContext>> {
  close(): Promise<void>;
}

/** A socket that the subgraph closed while it was idle here. */
const STALE_SOCKET_CODES: ReadonlySet<unknown> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

const headersOf = (context: Partial<OperationContext>): Record<string, string> => {
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' };
  if (context.seal !== undefined) headers['x-onefile-viewer'] = context.seal;
  if (context.operationId !== undefined) headers['x-onefile-operation'] = context.operationId;
  if (context.traceparent !== undefined) headers['traceparent'] = context.traceparent;
  return headers;
};

const parseObject = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
};

const codeOfStatus = (status: number): { code?: string } =>
  status === 401 ? { code: 'UNAUTHENTICATED' } : status === 403 ? { code: 'FORBIDDEN' } : {};

/** GraphQL over HTTP: a JSON body with data or errors is the answer, whatever the status says. */
const toResponse = (url: string, { status, text }: JsonAnswer): SubgraphResponse => {
  const body = parseObject(text);
  const isOk = status >= 200 && status < 300;
  if (body !== null && (isOk || 'data' in body || Array.isArray(body['errors']))) return body;
  if (isOk) throw new Error(`Expected a JSON object from ${url}, but got ${text.length} characters of something else.`);
  throw new GraphQLError(`${status} from a subgraph`, {
    extensions: { ...codeOfStatus(status), response: { url, status, body: body ?? text.slice(0, 1_000) } },
  });
};

/**
 * A subgraph over HTTP/1.1 on a pool of kept connections. Rejects with SubgraphTimeout, with the connection's error,
 * or with a GraphQLError for an answer that is no GraphQL; `answerInItsPlace` makes partial answers of these.
 */
export const createHttpDataSource = (options: HttpDataSourceOptions): HttpDataSource => {
  const { url, timeout = 5_000, connections = 64, maxBytes = 16 * 1024 * 1024 } = options;
  const http = createJsonPost({ url, connections, maxBytes });
  const escapedQueries = new LRUCache<string, string>({ max: 2_000 });

  const escaped = (query: string): string => {
    let text = escapedQueries.get(query);
    if (text === undefined) escapedQueries.set(query, (text = JSON.stringify(query)));
    return text;
  };

  return {
    async process(options) {
      const { request } = options;
      const context = options.context as Partial<OperationContext>;
      const query = request.query ?? '';
      const body =
        `{"query":${escaped(query)},"variables":${JSON.stringify(request.variables ?? {})}` +
        `${request.operationName === undefined ? '' : `,"operationName":${JSON.stringify(request.operationName)}`}}`;
      const headers = headersOf(context);
      const send = () => http.post(body, headers, timeLeft(context.deadline, timeout));
      const answer = await send().catch((error: unknown) => {
        const isStale = error instanceof Error && STALE_SOCKET_CODES.has((error as NodeJS.ErrnoException).code);
        if (!isStale || query.startsWith('mutation')) throw error;
        return send();
      });
      return toResponse(url, answer);
    },
    close: () => http.close(),
  };
};
