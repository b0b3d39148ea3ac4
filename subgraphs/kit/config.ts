import { z } from 'zod';

/** The environment that every subgraph's process reads. */
export const subgraphEnvironment = z.object({
  DATABASE_URL: z.string().describe('PostgreSQL of the registry, postgres://…'),
  REDIS_URL: z.string().describe('Redis of the change feed, redis://…'),
  SEAL_JWKS: z.string().describe("The gateway's public keys: a path to a JWK Set, or the JSON itself"),
  GATEWAY_URL: z.string().default('http://127.0.0.1:4000').describe('Where `system` asks for other registries’ data'),
  SYSTEM_TOKEN_URL: z
    .string()
    .optional()
    .describe('Token endpoint for client credentials; absent: no exchange of ID numbers'),
  SYSTEM_CLIENT_ID: z.string().default('registry'),
  SYSTEM_CLIENT_SECRET: z.string().optional(),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  ONEFILE_DATA: z.string().default('.data').describe('Folder for spooled drops and anchors'),
  ONEFILE_TODAY: z.iso.date().optional().describe('Pins the civil day, for demonstrations and tests'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type SubgraphConfig = z.infer<typeof subgraphEnvironment>;

/** Reads a subgraph's configuration; throws a ZodError that names what is missing. */
export const readSubgraphConfig = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): SubgraphConfig => subgraphEnvironment.parse(environment);
