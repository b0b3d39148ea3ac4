import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { readConfig } from './config.ts';

// The baseline: Apollo's gateway and server as their documentation shows them, without sign-in, limits, log or masking.
const { BENCH_URLS, BENCH_CONTROL_PORT } = readConfig();
const urls = JSON.parse(BENCH_URLS) as Record<string, string>;
let seal = '';

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8'),
  buildService: ({ name }) =>
    new RemoteGraphQLDataSource({
      url: `${urls[name] ?? ''}/graphql`,
      willSendRequest: ({ request }) => {
        request.http?.headers.set('x-onefile-viewer', seal);
      },
    }),
});
const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });

// Somebody has to sign in: the bench hands a fresh seal in before each round.
const control = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    seal = Buffer.concat(chunks).toString();
    response.end();
  });
});
control.listen(BENCH_CONTROL_PORT, '127.0.0.1', () => console.log(`ready ${url}`));
