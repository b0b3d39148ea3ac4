import { Pool, type Dispatcher } from 'undici';
import { SubgraphTimeout } from './subgraph-timeout.ts';

export interface JsonAnswer {
  status: number;
  text: string;
}

export interface JsonPost {
  /** Posts a JSON body. Rejects with SubgraphTimeout after `timeout` ms, or with the connection's error. */
  post(body: string, headers: Readonly<Record<string, string>>, timeout: number): Promise<JsonAnswer>;
  close(): Promise<void>;
}

export interface JsonPostOptions {
  url: string;
  connections: number;
  /** An answer above this many bytes is given up. */
  maxBytes: number;
}

const textOf = (chunks: readonly Buffer[]): string =>
  chunks.length === 1 && chunks[0] !== undefined ? chunks[0].toString('utf8') : Buffer.concat(chunks).toString('utf8');

/** JSON over a keep-alive pool, through `Pool.dispatch`: three times cheaper than `fetch`, which this tier lives on. */
export const createJsonPost = ({ url, connections, maxBytes }: JsonPostOptions): JsonPost => {
  const target = new URL(url);
  const path = `${target.pathname}${target.search}`;
  const pool = new Pool(target.origin, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });

  const post: JsonPost['post'] = (body, headers, timeout) =>
    new Promise((resolve, reject) => {
      let controller: Dispatcher.DispatchController | undefined;
      let status = 0;
      let size = 0;
      const chunks: Buffer[] = [];
      let givenUp: Error | undefined;
      const giveUp = (error: Error) => {
        clearTimeout(timer);
        givenUp = error;
        reject(error);
        controller?.abort(error);
      };
      const timer = setTimeout(() => giveUp(new SubgraphTimeout(timeout)), timeout);
      pool.dispatch(
        { path, method: 'POST', headers, body },
        {
          onRequestStart(started) {
            controller = started;
            // It waited in the pool's queue until its time was up.
            if (givenUp !== undefined) started.abort(givenUp);
          },
          onResponseStart(_controller, statusCode) {
            status = statusCode;
          },
          onResponseData(_controller, chunk) {
            size += chunk.length;
            if (size > maxBytes) giveUp(new Error(`The answer exceeds ${maxBytes} bytes.`));
            else chunks.push(chunk);
          },
          onResponseEnd() {
            clearTimeout(timer);
            resolve({ status, text: textOf(chunks) });
          },
          onResponseError(_controller, error) {
            clearTimeout(timer);
            reject(error);
          },
        },
      );
    });

  return { post, close: () => pool.destroy() };
};
