import { parseArgs } from 'node:util';

const USAGE = `usage: token citizen <ID number> [--assurance 1|2|3]
       token staff <department> <district>
       token analyst | operator
       token source <name…>`;

const giveUp = (problem: string): never => {
  console.error(problem);
  process.exit(2);
};

const readOptions = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { assurance: { type: 'string', default: '2' }, help: { type: 'boolean', default: false } },
    });
  } catch (cause) {
    return giveUp(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}`);
  }
};

const { positionals, values } = readOptions();
if (values.help) {
  console.log(USAGE);
  process.exit();
}
if (positionals.length === 0 || !['1', '2', '3'].includes(values.assurance)) giveUp(USAGE);

const { orRefuse } = await import('../../schema/environment.ts');
const { toAskedClaims, UnknownNameError } = await import('../issuer/asked-claims.ts');
const { knownNames } = await import('../standalone/known-names.ts');

const claims = await orRefuse(() => toAskedClaims(positionals, knownNames)).catch((error: unknown) => {
  if (error instanceof UnknownNameError) return giveUp(error.message);
  throw error;
});
if (claims === null) process.exit(giveUp(USAGE));

const { readConfig } = await import('../config.ts');
const { createDevelopmentIssuer } = await import('../issuer/issuer.ts');
const { config, issuer } = await orRefuse(async () => {
  const config = readConfig();
  const issuer = await createDevelopmentIssuer({
    dataFolder: config.ONEFILE_DATA,
    port: config.PORT,
    audience: config.OIDC_AUDIENCE,
    isProduction: config.isProduction,
  });
  return { config, issuer };
});
console.log(await issuer.mint({ ...claims, acr: values.assurance }));

if (claims.id_number !== undefined) {
  const { findServer } = await import('./with-work.ts');
  const server = await findServer(config);
  // Only a running server is asked: to open the store for this would take longer than all the rest.
  if (server !== null && !(await server.isOnFile(claims.id_number)))
    console.error('Nobody on file has this number. The token opens a file as soon as a drop brings the person.');
}
