import { join } from 'node:path';
import { z } from 'zod';
import { nodeEnvironment, readVariables, refuseInProduction, type Variables } from '../schema/environment.ts';
import { logLevel } from '../schema/log.ts';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

const flag = (byDefault: boolean) =>
  z
    .enum(['0', '1', 'false', 'true'])
    .default(byDefault ? '1' : '0')
    .transform((text) => text === '1' || text === 'true');

const count = (byDefault: number) => z.coerce.number().int().min(1).default(byDefault);

const urls = list.transform((pairs, context) =>
  Object.fromEntries(
    pairs.flatMap((pair) => {
      const [name, ...rest] = pair.split('=');
      const url = rest.join('=');
      if (name !== undefined && URL.canParse(url)) return [[name, url]];
      context.addIssue({ code: 'custom', message: `must be a list of name=url, but got: ${pair}` });
      return [];
    }),
  ),
);

const civilDay = z.iso.date().optional();

/** Every variable of the gateway. */
export const environment = z.object({
  NODE_ENV: nodeEnvironment.describe(
    '`production` refuses the development issuer and keys made up here, and hides the schema from citizens',
  ),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; loopback unless said otherwise'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000).describe('Port of the gateway'),
  ONEFILE_DATA: z.string().default('.data').describe('Folder of keys and of the embedded store'),
  DATABASE_URL: z
    .url()
    .optional()
    .describe('PostgreSQL of the registries; empty, in one process: PGlite under ONEFILE_DATA'),
  REDIS_URL: z.url().optional().describe('Redis of the change feed; empty, in one process: a feed in process'),
  NEO4J_URL: z
    .url()
    .optional()
    .describe('Neo4j that keeps the tags, bolt://… or neo4j://…; empty: the database of the registries'),
  NEO4J_USER: z.string().default('neo4j').describe('User there'),
  NEO4J_PASSWORD: z.string().optional().describe('Password there; empty: it asks for none'),
  ONEFILE_TODAY: civilDay.describe('Pins the day that all rules reckon with, YYYY-MM-DD; empty: today in Shanghai'),
  LOG_LEVEL: logLevel,
  TRUST_PROXY: list.describe('Addresses of proxies whose X-Forwarded-For is believed, by comma'),
  CORS_ORIGINS: list.describe('Origins that browsers may call from, by comma'),
  SUPERGRAPH: z.string().default('schema/supergraph.graphql').describe('The composed supergraph'),
  SUBGRAPH_URLS: urls.describe(
    'Subgraph addresses in place of the supergraph’s: personal=http://…,enterprises=http://…',
  ),
  SEAL_KEY: z
    .string()
    .optional()
    .describe(
      'Private JWK (OKP, Ed25519) that seals viewers, as JSON or a path; empty, outside production: one under ONEFILE_DATA',
    ),
  OIDC_ISSUER: z
    .url()
    .optional()
    .describe('Issuer of bearer tokens; empty, outside production: the development issuer'),
  OIDC_JWKS_URI: z.url().optional().describe('Keys of the issuer; empty: found by its openid-configuration'),
  OIDC_AUDIENCE: z.string().default('onefile').describe('Audience that tokens must name'),
  OIDC_ALGORITHMS: list
    .transform((names) => (names.length === 0 ? ['EdDSA', 'ES256', 'RS256', 'PS256'] : names))
    .describe('Signature algorithms that are taken; empty: EdDSA,ES256,RS256,PS256'),
  OIDC_CLOCK_SKEW: z.coerce
    .number()
    .int()
    .min(0)
    .max(300)
    .default(5)
    .describe('Seconds by which the issuer’s clock may differ'),
  OIDC_CLAIMS: z
    .string()
    .default('{}')
    .describe('Names of claims that differ from the default, as JSON, e.g. {"role":"onefile_role"}'),
  OPERATION_TIMEOUT: count(10_000).describe('Milliseconds for one operation altogether'),
  SUBGRAPH_TIMEOUT: count(5_000).describe('Milliseconds for one answer of a subgraph'),
  MAX_CONNECTIONS: count(10_000).describe('Connections at once; what comes beyond is closed'),
  MAX_BODY: count(1_048_576).describe('Bytes of a request'),
  MAX_TOKENS: count(4_000).describe('Lexical tokens of a document'),
  MAX_DEPTH: count(15).describe('Levels of a document'),
  MAX_ALIASES: count(50).describe('Aliases of a document'),
  MAX_ROOT_FIELDS: count(20).describe('Root fields of an operation'),
  MAX_DIRECTIVES: count(50).describe('Directives of a document'),
  MAX_COST: count(20_000).describe('Objects that an operation may ask for, by the sizes of its lists'),
  RATE_LIMIT: z.coerce.number().min(0).default(100).describe('Requests a second and viewer; 0: no limit'),
  RATE_LIMIT_BURST: count(500).describe('Requests that a viewer may have at once'),
  RATE_LIMIT_PUBLIC: z.coerce
    .number()
    .min(0)
    .default(20)
    .describe('Requests a second and address without sign-in; 0: no limit'),
  RATE_LIMIT_PUBLIC_BURST: count(100).describe('Requests that an address may have at once'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('Bearer token of /metrics; empty: for loopback without a proxy'),
  FAST_PATH: flag(true).describe('0: every operation on Apollo’s own executor'),
});

export interface GatewayConfig extends z.infer<typeof environment> {
  isProduction: boolean;
  /** Bearer tokens come from the embedded issuer. */
  hasDevelopmentIssuer: boolean;
}

/** Throws an EnvironmentError for a wrong environment, and in production without an issuer or a key to seal with. */
export const readConfig = (variables: Variables = process.env): GatewayConfig => {
  const read = readVariables(environment, variables);
  const isProduction = read.NODE_ENV === 'production';
  const hasDevelopmentIssuer = read.OIDC_ISSUER === undefined;
  if (hasDevelopmentIssuer) refuseInProduction(isProduction, 'The development issuer', 'OIDC_ISSUER');
  if (read.SEAL_KEY === undefined) refuseInProduction(isProduction, 'A seal key made up here', 'SEAL_KEY');
  return { ...read, isProduction, hasDevelopmentIssuer };
};

/** The folder of the embedded store, which one process holds at a time. */
export const storeFolderOf = ({ ONEFILE_DATA }: Pick<GatewayConfig, 'ONEFILE_DATA'>): string =>
  join(ONEFILE_DATA, 'store');

const plainEnvironment = environment.pick({ HOST: true, PORT: true, LOG_LEVEL: true, FAST_PATH: true });

/** What `npm run gateway` needs, which has no viewer. Throws an EnvironmentError. */
export const readPlainConfig = (variables: Variables = process.env): z.infer<typeof plainEnvironment> =>
  readVariables(plainEnvironment, variables);

/** What `npm run services` needs beside the gateway's environment. */
export const servicesEnvironment = z.object({
  DATABASE_URL: z.url().describe('PostgreSQL of the registries'),
  REDIS_URL: z.url().describe('Redis of the change feed'),
  RESTART_PAUSE: count(1_000).describe(
    'Milliseconds before `npm run services` starts a process again that ended; doubles with each time, up to thirtyfold',
  ),
});

export interface ServicesConfig extends z.infer<typeof servicesEnvironment> {
  /** What the processes inherit. */
  inherited: Readonly<Record<string, string>>;
}

/** What `npm run neo4j` needs, which is a server for whoever tries it out. */
export const neo4jEnvironment = z.object({
  ONEFILE_DATA: environment.shape.ONEFILE_DATA,
  NEO4J_PORT: z.coerce.number().int().min(1).max(65_535).default(7687).describe('Port of `npm run neo4j`, for Bolt'),
});

/** Throws an EnvironmentError. */
export const readNeo4jConfig = (variables: Variables = process.env): z.infer<typeof neo4jEnvironment> =>
  readVariables(neo4jEnvironment, variables);

/** What a process that is started from here inherits. */
export const inheritedEnvironment = (variables: Variables = process.env): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Throws an EnvironmentError. */
export const readServicesConfig = (variables: Variables = process.env): ServicesConfig => ({
  ...readVariables(servicesEnvironment, variables),
  inherited: inheritedEnvironment(variables),
});

/** Apollo Gateway counts itself to its vendor otherwise; called before one is made. */
export const disableApolloTelemetry = (): void => {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
};
