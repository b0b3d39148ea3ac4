import { readSubgraphConfig } from '../kit/config.ts';
import { runSubgraphProcess } from '../kit/process.ts';
import { readIdentityKeys } from './config.ts';
import { createPersonal } from './index.ts';
import { createIdentityResolver, type PersonalDB } from './repository.ts';

const config = readSubgraphConfig();

await runSubgraphProcess<PersonalDB>(config, {
  name: 'personal',
  create: createPersonal,
  identities: (store) => createIdentityResolver(store, readIdentityKeys(config.ONEFILE_DATA)),
});
