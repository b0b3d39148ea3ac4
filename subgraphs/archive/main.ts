import { orRefuse } from '../../schema/environment.ts';
import { runSubgraphProcess } from '../kit/process.ts';
import { readConfig } from './config.ts';
import { createArchive } from './index.ts';
import type { ArchiveDB } from './repository.ts';

await orRefuse(() => runSubgraphProcess<ArchiveDB>(readConfig(), { name: 'archive', create: createArchive }));
