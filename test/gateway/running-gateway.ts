import type { GraphQLDataSource } from '@apollo/gateway';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { GraphQLFormattedError } from 'graphql';
import { readConfig } from '../../gateway/config.ts';
import { createDevelopmentIssuer, type DevelopmentIssuer } from '../../gateway/issuer/issuer.ts';
import { createLog } from '../../schema/log.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../../gateway/server.ts';
import { createSealer } from '../../schema/seal.ts';
import { createSmallGraph } from './small-graph.ts';

export interface Answer {
  status: number;
  headers: Headers;
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
}

export interface TestGateway {
  gateway: Gateway;
  issuer: DevelopmentIssuer;
  /** Names of subgraphs, one for each time that one was asked. */
  asked: string[];
  /** Lines of the log. */
  logged: string[];
  folder: string;
  url: string;
  send(path: string, init?: RequestInit): Promise<Response>;
  post(body: object, headers?: Record<string, string>): Promise<Answer>;
  ask(query: string, token?: string, headers?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

/** The whole gateway before the small graph, with an issuer and data of its own. */
export const startTestGateway = async (
  environment: Record<string, string> = {},
  options: Partial<GatewayOptions> & { change?: (name: string, source: GraphQLDataSource) => GraphQLDataSource } = {},
): Promise<TestGateway> => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-gateway-'));
  const config = readConfig({
    ONEFILE_DATA: folder,
    NODE_ENV: 'test',
    ONEFILE_TODAY: '2026-11-22',
    PORT: '0',
    ...environment,
  });
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const clock = options.clock ?? (() => new Date());
  const graph = createSmallGraph();
  const asked: string[] = [];
  const logged: string[] = [];
  const gateway = await createGateway({
    config,
    supergraphSdl: graph.supergraphSdl,
    seal: await createSealer(await exportJWK(privateKey), clock),
    log: createLog(config.LOG_LEVEL, 'gateway', { write: (line) => void logged.push(line) }),
    dataSource: ({ name }) => {
      const source = graph.dataSource(name);
      const counted: GraphQLDataSource = {
        process(request) {
          asked.push(name);
          // The identity exchange has a seal and no context beside; the small graph opens no seals.
          const context = 'viewer' in (request.context as object) ? request.context : { viewer: { role: 'system' } };
          return source.process({ ...request, context });
        },
      };
      return options.change?.(name, counted) ?? counted;
    },
    ...options,
  });
  const issuer = await createDevelopmentIssuer({
    dataFolder: folder,
    port: 4000,
    audience: config.OIDC_AUDIENCE,
    isProduction: false,
  });
  const url = (await gateway.listen()).replace('localhost', '127.0.0.1');
  const send: TestGateway['send'] = (path, init) => fetch(`${url}${path}`, init);
  const post: TestGateway['post'] = async (body, headers = {}) => {
    const response = await send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
    return { status: response.status, headers: response.headers, ...answer };
  };
  return {
    gateway,
    issuer,
    asked,
    logged,
    folder,
    url,
    send,
    post,
    ask: (query, token, headers = {}) =>
      post({ query }, { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers }),
    async stop() {
      await gateway.stop();
      await rm(folder, { recursive: true });
    },
  };
};
