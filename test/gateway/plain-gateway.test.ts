import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql, type FormattedExecutionResult } from 'graphql';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog } from '../../schema/log.ts';
import { createPlainGateway, type PlainGateway } from '../../gateway/plain-gateway.ts';
import { federate } from '../support/federation.ts';
import { scenarios } from './fast-path/scenarios.ts';

const serve = async (
  answer: (query: string, variables: Record<string, unknown>) => Promise<{ status: number; body: string }>,
) => {
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const { query, variables } = JSON.parse(text) as { query: string; variables: Record<string, unknown> };
      void answer(query, variables).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
};

describe('any supergraph over HTTP', () => {
  const scenario = scenarios['nulls, errors and violations'];
  const servers: Server[] = [];
  let gateway: PlainGateway;
  let address: string;
  let answerOfB: { status: number; body: string } | null = null;
  beforeAll(async () => {
    const { supergraphSdl, schemas } = federate(scenario?.subgraphs ?? {});
    let sdl = supergraphSdl;
    for (const [name, schema] of Object.entries(schemas)) {
      const { server, url } = await serve(async (source, variableValues) => {
        if (name === 'b' && answerOfB !== null) return answerOfB;
        return { status: 200, body: JSON.stringify(await graphql({ schema, source, variableValues })) };
      });
      servers.push(server);
      sdl = sdl.replace(`http://${name}.invalid/graphql`, url);
    }
    gateway = await createPlainGateway({ supergraphSdl: sdl, log: createLog('silent', 'gateway') });
    address = await gateway.app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await gateway.stop();
    servers.forEach((server) => server.close());
  });

  const ask = async (query: string) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, ...((await response.json()) as FormattedExecutionResult) };
  };

  it('passes errors on as the subgraphs word them', async () => {
    for (let times = 0; times < 2; times++) {
      const { status, data, errors } = await ask('{ me { nick town } }');
      expect({ status, data }).toEqual({ status: 200, data: { me: { nick: 'n1', town: null } } });
      expect(errors?.map(({ message }) => message)).toEqual(['no town']);
    }
    expect(gateway.counts.fast).toBeGreaterThan(0);
  });

  it('lets everybody introspect', async () => {
    expect((await ask('{ __schema { queryType { name } } }')).data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
  });

  it('keeps the GraphQL answer of a status that is not 200', async () => {
    answerOfB = { status: 500, body: '{"data":{"me":{"town":"Songjiang"}},"errors":[{"message":"half"}]}' };
    const { data, errors } = await ask('{ me { nick town } }');
    expect(data).toEqual({ me: { nick: 'n1', town: 'Songjiang' } });
    expect(errors?.[0]?.message).toBe('half');
  });

  it('reports a status without a GraphQL answer', async () => {
    answerOfB = { status: 503, body: 'gone' };
    const { data, errors } = await ask('{ me { nick town } }');
    expect(data).toEqual({ me: { nick: 'n1', town: null } });
    expect(errors?.[0]).toMatchObject({ extensions: { response: { status: 503 } } });
  });
});
