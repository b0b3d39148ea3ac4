import { Client } from 'pg';

export interface ScratchPostgres {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own on the server at `url`. */
export const createScratchPostgres = async (url: string): Promise<ScratchPostgres> => {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const run = async (statement: string) => {
    const client = new Client(url);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => run(`drop database ${name} with (force)`) };
};
