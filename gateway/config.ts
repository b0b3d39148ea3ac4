import { z } from 'zod';

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

/** Every environment variable of the gateway; the descriptions become `.env.example`. */
export const environment = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('`production` refuses the development issuer and hides the schema from citizens'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; loopback unless said otherwise'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000).describe('Port of the gateway'),
  ONEFILE_DATA: z.string().default('.data').describe('Folder of keys and of the embedded store'),
  DATABASE_URL: z
    .url()
    .optional()
    .describe('PostgreSQL of the registries in one process; empty: PGlite under ONEFILE_DATA'),
  REDIS_URL: z.url().optional().describe('Redis of the change feed in one process; empty: a feed in process'),
  ONEFILE_TODAY: civilDay.describe('Pins the day that all rules reckon with, YYYY-MM-DD; empty: today in Shanghai'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Level of the log on stdout'),
  TRUST_PROXY: list.describe('Addresses of proxies whose X-Forwarded-For is believed, by comma'),
  CORS_ORIGINS: list.describe('Origins that browsers may call from, by comma'),
  SUPERGRAPH: z.string().default('schema/supergraph.graphql').describe('The composed supergraph'),
  SUBGRAPH_URLS: urls.describe(
    'Subgraph addresses in place of the supergraph’s: personal=http://…,enterprises=http://…',
  ),
  SEAL_KEY: z
    .string()
    .optional()
    .describe('Private JWK (OKP, Ed25519) that seals viewers, as JSON or a path; empty: one under ONEFILE_DATA'),
  OIDC_ISSUER: z.url().optional().describe('Issuer of bearer tokens; empty: the development issuer'),
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
  METRICS_TOKEN: z.string().min(16).optional().describe('Bearer token of /metrics; empty: loopback only'),
  FAST_PATH: flag(true).describe('0: every operation on Apollo’s own executor'),
});

export type Environment = z.infer<typeof environment>;

export interface GatewayConfig extends Environment {
  isProduction: boolean;
  /** Bearer tokens come from the embedded issuer. */
  hasDevelopmentIssuer: boolean;
}

/** Reads and checks the environment. Throws an Error naming each variable that is wrong. */
export const readEnvironment = (variables: Readonly<Record<string, string | undefined>> = process.env): Environment => {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The environment is wrong.\n${problems.join('\n')}`);
};

/** The gateway's configuration. Throws for a wrong environment, and in production without an issuer. */
export const readConfig = (variables?: Readonly<Record<string, string | undefined>>): GatewayConfig => {
  const read = readEnvironment(variables);
  const isProduction = read.NODE_ENV === 'production';
  const hasDevelopmentIssuer = read.OIDC_ISSUER === undefined;
  if (isProduction && hasDevelopmentIssuer) {
    throw new Error('The development issuer is refused when NODE_ENV=production: set OIDC_ISSUER.');
  }
  return { ...read, isProduction, hasDevelopmentIssuer };
};

/** The text of `.env.example`: every variable with its description and default. */
export const environmentExample = (): string => {
  const defaults: Readonly<Record<string, unknown>> = environment.parse({});
  return Object.entries(environment.shape)
    .map(([name, schema]) => {
      const value = defaults[name];
      const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : value === true ? '1' : '';
      return `# ${schema.description ?? ''}\n${name}=${shown}\n`;
    })
    .join('\n');
};

/** Apollo Gateway counts itself to its vendor otherwise; called before one is made. */
export const disableApolloTelemetry = (): void => {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
};

const servicesEnvironment = z.object({
  DATABASE_URL: z.url().describe('PostgreSQL of the registries'),
  REDIS_URL: z.url().describe('Redis of the change feed'),
});

/** What `npm run services` needs beside the gateway's environment, and the environment that its processes inherit. */
export const readServicesConfig = (variables: Readonly<Record<string, string | undefined>> = process.env) => ({
  ...servicesEnvironment.parse(variables),
  environment: Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
});
