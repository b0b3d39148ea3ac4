import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { readConfig } from './config.ts';

const folder = readConfig().ONEFILE_SHARED_DATA ?? join(import.meta.dirname, '../../../shared/data');

/** The real register of Shanghai, a CSV file that is not ours to keep here; may not be there. */
export const REAL_REGISTER = join(folder, 'shanghai-enterprises.csv.gz');

/** A suite on the real register; left out where there is none. */
export const describeWithRegister = (name: string, suite: () => void): void => {
  if (existsSync(REAL_REGISTER)) describe(name, suite);
  else describe.skip(name, suite);
};
