import { orRefuse } from '../../schema/environment.ts';
import { runSubgraphProcess } from '../kit/process.ts';
import { readConfig, readIdentityKeys } from './config.ts';
import { createPersonal } from './index.ts';
import { createIdentityResolver, type PersonalDB } from './repository.ts';

await orRefuse(() => {
  const config = readConfig();
  const keys = readIdentityKeys(config.ONEFILE_DATA);
  return runSubgraphProcess<PersonalDB>(config, {
    name: 'personal',
    create: createPersonal,
    identities: (store) => createIdentityResolver(store, keys),
  });
});
