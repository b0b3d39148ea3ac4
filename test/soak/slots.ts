import { createEmbeddedDatabase } from '../../subgraphs/kit/store/embedded-database.ts';
import { createPostgresDatabase } from '../../subgraphs/kit/store/postgres-database.ts';
import type { Database } from '../../subgraphs/kit/store/database.ts';
import { openTransactions } from '../subgraphs/transactions/desk.ts';
import { storm } from '../subgraphs/transactions/slot-storm.ts';
import { readConfig } from '../support/config.ts';
import { createScratchPostgres } from '../support/scratch-postgres.ts';

const CITIZENS = 1_000;

const endure = async (engine: string, database: Database): Promise<boolean> => {
  const began = performance.now();
  const registry = await openTransactions(database.store('transactions'));
  const { booked = 0, TAKEN = 0, doubled, overfull } = await storm(registry, CITIZENS);
  await registry.close();
  await database.close();
  process.stdout.write(
    `${engine}: ${CITIZENS} citizens after the last ${CITIZENS / 10} places: ${booked} booked, ${TAKEN} refused, ` +
      `${doubled} slots with a number twice, ${overfull} overfull, ${Math.round((performance.now() - began) / 1_000)} s\n`,
  );
  return booked === CITIZENS / 10 && TAKEN === CITIZENS - booked && doubled === 0 && overfull === 0;
};

/** A thousand citizens after the last hundred places, on every engine at hand. */
export const soak = async (): Promise<boolean> => {
  const { ONEFILE_TEST_POSTGRES_URL: server } = readConfig();
  const well = await endure('pglite', await createEmbeddedDatabase({ folder: 'memory' }));
  if (!server) {
    process.stdout.write('postgres: left out, ONEFILE_TEST_POSTGRES_URL is not set\n');
    return well;
  }
  const scratch = await createScratchPostgres(server);
  try {
    return (await endure('postgres', createPostgresDatabase({ url: scratch.url, max: 24 }))) && well;
  } finally {
    await scratch.drop();
  }
};
