import { z } from 'zod';
import { readVariables, type Variables } from '../../schema/environment.ts';

/** What the tests read: where servers and data are that not every machine has, and where programs are found. */
export const environment = z.object({
  ONEFILE_TEST_POSTGRES_URL: z.url().optional().describe('A superuser’s URL; suites make databases of their own'),
  ONEFILE_TEST_REDIS_URL: z.url().optional().describe('A Redis; suites use key prefixes of their own'),
  ONEFILE_TEST_NEO4J_URL: z.url().optional().describe('A Neo4j without a password; suites empty it'),
  ONEFILE_TEST_CHROMIUM: z.string().optional().describe('Path of a Chromium'),
  ONEFILE_SHARED_DATA: z.string().optional().describe('Folder of the real register'),
  PATH: z.string().default(''),
  HOME: z.string().default(''),
});

/** Throws an EnvironmentError. */
export const readConfig = (variables: Variables = process.env): z.infer<typeof environment> =>
  readVariables(environment, variables);

/** All that this process was started with, for one that is to inherit it. */
export const inheritedEnvironment = (): Record<string, string | undefined> => ({ ...process.env });
