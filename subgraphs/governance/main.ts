import { readSubgraphConfig } from './config.ts';
import { runSubgraphProcess } from '../kit/process.ts';
import { createGovernance } from './index.ts';
import type { GovernanceDB } from './repository.ts';

await runSubgraphProcess<GovernanceDB>(readSubgraphConfig(), { name: 'governance', create: createGovernance });
