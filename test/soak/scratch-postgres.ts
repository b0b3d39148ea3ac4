import { Client } from 'pg';

/** A database of its own on the server at `url`; outside jest. */
export const createScratch = async (url: string): Promise<{ url: string; drop(): Promise<void> }> => {
  const name = `soak_${crypto.randomUUID().replaceAll('-', '')}`;
  const run = async (statement: string): Promise<void> => {
    const client = new Client(url);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await run(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => run(`drop database ${name} with (force)`) };
};
