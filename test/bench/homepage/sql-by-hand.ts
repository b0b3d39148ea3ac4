import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

interface Statement {
  client: pg.Client;
  text: string;
  values: unknown[];
}

/** What relay and access log ask all the time, whoever sends a request. */
const BACKGROUND = /\b(?:outbox|access_head|access_reading)\b/;

type Query = (this: pg.Client, config: unknown, values?: unknown[]) => unknown;

const isReading = (text: string): boolean => /^\s*(?:select|with)\b/i.test(text) && !BACKGROUND.test(text);

/**
 * Serves the statements of a request by hand: between `POST /record` and `POST /recorded` it notes every select that
 * goes to the database; from then on `POST /` runs them again, one after the other, and answers their rows as JSON.
 */
export const serveSqlByHand = async (): Promise<string> => {
  const recorded: Statement[] = [];
  let isRecording = false;
  // `pg` offers no hook for what a client is asked.
  const query = pg.Client.prototype.query as unknown as Query;
  const note: Query = function (config, values) {
    if (isRecording && typeof config === 'string' && isReading(config)) {
      recorded.push({ client: this, text: config, values: values ?? [] });
    }
    return query.call(this, config, values);
  };
  Object.assign(pg.Client.prototype, { query: note });

  const answer = async (path: string | undefined): Promise<unknown> => {
    isRecording = path === '/record';
    if (path !== '/') return { statements: recorded.length };
    const data: unknown[] = [];
    for (const { client, text, values } of recorded) {
      const { rows } = (await query.call(client, text, values)) as pg.QueryResult;
      data.push(rows);
    }
    return { data: { rows: data } };
  };
  // The embedded store has one connection: one request after the other.
  let last: Promise<unknown> = Promise.resolve();
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      last = last
        .then(() => answer(request.url))
        .then(
          (body) => void response.end(JSON.stringify(body)),
          () => void response.writeHead(500).end(),
        );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
};
