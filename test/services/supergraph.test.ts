import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql, type GraphQLSchema } from 'graphql';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { federate } from '../support/federation.ts';
import { ask } from './client.ts';
import { runCommand, startCommand } from './command.ts';

const COMMAND = 'gateway/commands/supergraph.ts';

const serve = (schema: GraphQLSchema): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      request.on('end', () => {
        const { query, variables } = JSON.parse(text) as { query: string; variables: Record<string, unknown> };
        void graphql({ schema, source: query, variableValues: variables }).then((result) =>
          response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result)),
        );
      });
    }).listen(0, '127.0.0.1', () => resolve(server));
  });

describe('npm run gateway', () => {
  const servers: Server[] = [];
  let folder: string;
  let supergraph: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-supergraph-'));
    supergraph = join(folder, 'supergraph.graphql');
    const { supergraphSdl, schemas } = federate({
      towns: {
        sdl: 'type Query { town: Town } type Town @key(fields: "id") { id: ID! name: String }',
        resolvers: { Query: { town: () => ({ id: 't1', name: 'Songjiang' }) } },
      },
      trees: {
        sdl: 'type Town @key(fields: "id") { id: ID! trees: Int }',
        resolvers: { Town: { __resolveReference: ({ id }: { id: string }) => ({ id, trees: id === 't1' ? 7 : 0 }) } },
      },
    });
    let sdl = supergraphSdl;
    for (const [name, schema] of Object.entries(schemas)) {
      const server = await serve(schema);
      servers.push(server);
      sdl = sdl.replace(
        `http://${name}.invalid/graphql`,
        `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      );
    }
    await writeFile(supergraph, sdl);
  });
  afterAll(async () => {
    servers.forEach((server) => server.close());
    await rm(folder, { recursive: true });
  });

  it('serves a supergraph that is not ours, over HTTP, and ends on SIGTERM', async () => {
    const command = startCommand(COMMAND, ['--supergraph', supergraph, '--port', '0'], { LOG_LEVEL: 'warn' });
    const answer = await ask(await command.ready, null, '{ town { name trees } }');
    expect(answer).toEqual({ status: 200, data: { town: { name: 'Songjiang', trees: 7 } } });
    expect(await command.kill('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  }, 120_000);

  it.each<[string, () => readonly string[], RegExp]>([
    ['a file that does not exist', () => ['--supergraph', join(folder, 'none')], /^The supergraph .* cannot be read: /],
    [
      'a file that is no supergraph',
      () => ['--supergraph', join(folder, 'wrong')],
      /is no supergraph of federation 2: /,
    ],
    ['no file', () => [], /^usage: gateway -- --supergraph FILE/],
    ['an unknown option', () => ['--graph', 'x'], /Unknown option '--graph'[^]*usage: /],
    ['no port', () => ['--supergraph', supergraph, '--port', 'http'], /^--port must be 0 to 65535, but got: http/],
  ])(
    'refuses %s in so many words, with exit code 2',
    async (_what, args, words) => {
      await writeFile(join(folder, 'wrong'), 'type Query { town: String }');
      const { code, stdout, stderr } = await runCommand(COMMAND, args(), { LOG_LEVEL: 'warn' });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(words);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
    60_000,
  );
});
