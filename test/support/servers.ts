import { describe } from '@jest/globals';
import { readConfig } from './config.ts';

export { createScratchPostgres, type ScratchPostgres } from './scratch-postgres.ts';

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
