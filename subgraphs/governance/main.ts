import { orRefuse } from '../../schema/environment.ts';
import { runSubgraphProcess } from '../kit/process.ts';
import { readConfig } from './config.ts';
import { createGovernance } from './index.ts';
import type { GovernanceDB } from './repository.ts';

await orRefuse(() => runSubgraphProcess<GovernanceDB>(readConfig(), { name: 'governance', create: createGovernance }));
