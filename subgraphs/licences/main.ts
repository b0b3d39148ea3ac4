import { orRefuse } from '../../schema/environment.ts';
import { runSubgraphProcess } from '../kit/process.ts';
import { readConfig } from './config.ts';
import { createLicences } from './index.ts';
import type { LicencesDB } from './repository.ts';

await orRefuse(() => runSubgraphProcess<LicencesDB>(readConfig(), { name: 'licences', create: createLicences }));
