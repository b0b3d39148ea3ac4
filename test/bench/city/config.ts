import { z } from 'zod';
import { readVariables, type Variables } from '../../../schema/environment.ts';

export const environment = z.object({
  DATABASE_URL: z.url().describe('A PostgreSQL server on which the cities get databases of their own'),
  BENCH_CITIES: z
    .string()
    .regex(/^\d+(,\d+)+$/)
    .default('10000,100000')
    .transform((text) => text.split(',').map(Number))
    .describe('Citizens of each city, smallest first'),
});

/** Throws an EnvironmentError. */
export const readConfig = (variables: Variables = process.env): z.infer<typeof environment> =>
  readVariables(environment, variables);
