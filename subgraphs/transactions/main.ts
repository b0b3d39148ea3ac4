import { orRefuse } from '../../schema/environment.ts';
import { runSubgraphProcess } from '../kit/process.ts';
import { readConfig } from './config.ts';
import { createTransactions } from './index.ts';
import type { TransactionsDB } from './repository.ts';

await orRefuse(() =>
  runSubgraphProcess<TransactionsDB>(readConfig(), { name: 'transactions', create: createTransactions }),
);
