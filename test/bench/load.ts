import { Pool } from 'undici';

export interface LoadOptions {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  requests: number;
  concurrency: number;
}

/** Milliseconds of each request, in no order. Throws when an answer is not 200, or carries no data. */
export const sendLoad = async ({
  url,
  headers,
  body,
  requests,
  concurrency,
}: LoadOptions): Promise<readonly number[]> => {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: concurrency });
  const times: number[] = [];
  let left = requests;
  const client = async () => {
    while (left-- > 0) {
      const began = performance.now();
      const answer = await pool.request({
        path: pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
      const text = await answer.body.text();
      if (answer.statusCode !== 200 || !text.includes('"data":{'))
        throw new Error(`${answer.statusCode}: ${text.slice(0, 300)}`);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, client));
  await pool.close();
  return times;
};
