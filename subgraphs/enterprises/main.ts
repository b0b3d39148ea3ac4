import { orRefuse } from '../../schema/environment.ts';
import { runSubgraphProcess } from '../kit/process.ts';
import { readConfig } from './config.ts';
import { createEnterprises } from './index.ts';
import type { EnterprisesDB } from './repository.ts';

await orRefuse(() =>
  runSubgraphProcess<EnterprisesDB>(readConfig(), { name: 'enterprises', create: createEnterprises }),
);
