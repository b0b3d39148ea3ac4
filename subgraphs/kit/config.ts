import { z } from 'zod';
import { nodeEnvironment, readVariables, type Variables } from '../../schema/environment.ts';
import { logLevel } from '../../schema/log.ts';

/** Every variable that each registry's process reads. */
export const environment = z.object({
  NODE_ENV: nodeEnvironment.describe('`production` refuses keys made up here'),
  DATABASE_URL: z.url().describe('PostgreSQL of the registry, postgres://…'),
  REDIS_URL: z.url().describe('Redis of the change feed, redis://…'),
  SEAL_JWKS: z.string().describe('Public keys of the gateway’s seal, needed: a JWK Set as JSON or a path'),
  GATEWAY_URL: z.url().default('http://127.0.0.1:4000').describe('Where `system` asks for other registries’ data'),
  SYSTEM_TOKEN_URL: z
    .url()
    .optional()
    .describe('Token endpoint for client credentials of `system`; empty: no exchange of ID numbers, and no `tagging`'),
  SYSTEM_CLIENT_ID: z.string().default('registry').describe('Client that the registries are at the issuer'),
  SYSTEM_CLIENT_SECRET: z.string().optional().describe('Its secret; empty: as without the endpoint'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; loopback unless said otherwise'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(0).describe('Port of the registry; 0: any that is free'),
  MAX_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(1)
    .default(10_000)
    .describe('Connections at once; what comes beyond is closed'),
  ONEFILE_DATA: z.string().default('.data').describe('Folder of spooled drops, anchors and development keys'),
  ONEFILE_TODAY: z.iso.date().optional().describe('Pins the civil day, for demonstrations and tests'),
  LOG_LEVEL: logLevel,
});

export type SubgraphConfig = z.infer<typeof environment>;

/** Throws an EnvironmentError that names what is missing. */
export const readConfig = (variables: Variables = process.env): SubgraphConfig => readVariables(environment, variables);
