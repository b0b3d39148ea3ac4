import { parseArgs } from 'node:util';
import { orRefuse } from '../../schema/environment.ts';
import { readConfig } from '../config.ts';
import { createDevelopmentIssuer, type TokenClaims } from '../issuer/issuer.ts';

const USAGE =
  'token -- citizen <ID number> | staff <department> <district> | analyst | operator | source <name…>  [--assurance 1|2|3]';

const toClaims = (words: readonly string[]): TokenClaims | null => {
  const [role, first, second, ...rest] = words;
  const isAlone = first === undefined;
  if (role === 'citizen' && first !== undefined && second === undefined) {
    return { sub: 'citizen', role, id_number: first.toUpperCase() };
  }
  if (role === 'staff' && first !== undefined && second !== undefined && rest.length === 0) {
    return { sub: `${first}-${second}`, role, department: first, district: second };
  }
  if ((role === 'analyst' || role === 'operator') && isAlone) return { sub: role, role };
  if (role === 'source' && !isAlone) {
    const sources = words.slice(1);
    return { sub: `source-${sources.join('-')}`, role, sources };
  }
  return null;
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { assurance: { type: 'string', default: '2' } },
});
const claims = toClaims(positionals);
if (claims === null || !['1', '2', '3'].includes(values.assurance)) {
  console.error(USAGE);
  process.exit(2);
}
const issuer = await orRefuse(() => {
  const config = readConfig();
  return createDevelopmentIssuer({
    dataFolder: config.ONEFILE_DATA,
    port: config.PORT,
    audience: config.OIDC_AUDIENCE,
    isProduction: config.isProduction,
  });
});
console.log(await issuer.mint({ ...claims, acr: values.assurance }));
