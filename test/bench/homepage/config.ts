import { z } from 'zod';
import { readVariables, type Variables } from '../../../schema/environment.ts';

/** What the bench tells the stock gateway. */
export const environment = z.object({
  BENCH_URLS: z.string().default('{}').describe('Addresses of the registries by name, as JSON'),
  BENCH_CONTROL_PORT: z.coerce.number().int().min(0).max(65_535).default(0).describe('Where a fresh seal is handed in'),
});

/** Throws an EnvironmentError. */
export const readConfig = (variables: Variables = process.env): z.infer<typeof environment> =>
  readVariables(environment, variables);
