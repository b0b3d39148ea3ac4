import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Pool } from 'undici';
import { readConfig } from './config.ts';

/*
 * Stands before the registries. It passes requests on and remembers what was answered to each text; between `POST /replay` and
 * `POST /pass` it answers from memory, so that the gateways alone have work, and both are asked of the same subgraphs.
 */
const urls = JSON.parse(readConfig().BENCH_URLS) as Record<string, string>;
const remembered = new Map<string, Buffer>();
let isReplaying = false;

const passOn = async (pool: Pool, { headers }: IncomingMessage, body: Buffer): Promise<Buffer> => {
  const { 'x-onefile-viewer': seal = '' } = headers;
  const answer = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-onefile-viewer': seal },
    body,
  });
  return Buffer.from(await answer.body.arrayBuffer());
};

const listen = (answer: (request: IncomingMessage) => Promise<Buffer>): Promise<string> =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      answer(request).then(
        (body) => response.setHeader('content-type', 'application/json').end(body),
        () => response.writeHead(502).end(),
      );
    }).listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`));
  });

const recorded: Record<string, string> = {};
for (const [name, url] of Object.entries(urls)) {
  const pool = new Pool(url, { connections: 16 });
  recorded[name] = await listen(async (request) => {
    const body = await buffer(request);
    const key = `${name} ${body.toString()}`;
    const known = remembered.get(key);
    if (isReplaying && known !== undefined) return known;
    const answer = await passOn(pool, request, body);
    remembered.set(key, answer);
    return answer;
  });
}
const control = await listen((request) => {
  isReplaying = request.url === '/replay';
  return Promise.resolve(Buffer.from('{}'));
});
console.log(`ready ${JSON.stringify({ urls: recorded, control })}`);
