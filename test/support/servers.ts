import { describe } from '@jest/globals';
import { Client } from 'pg';
import { readConfig } from './config.ts';

const { ONEFILE_TEST_POSTGRES_URL: postgresUrl, ONEFILE_TEST_REDIS_URL: redisUrl } = readConfig();

/** A suite on a real PostgreSQL; left out when ONEFILE_TEST_POSTGRES_URL is not set. */
export const describeWithPostgres = (name: string, suite: (url: string) => void): void => {
  if (postgresUrl) describe(name, () => suite(postgresUrl));
  else describe.skip(name, () => suite('postgres://left.out'));
};

/** A suite on a real Redis; left out when ONEFILE_TEST_REDIS_URL is not set. */
export const describeWithRedis = (name: string, suite: (url: string) => void): void => {
  if (redisUrl) describe(name, () => suite(redisUrl));
  else describe.skip(name, () => suite('redis://left.out'));
};

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
