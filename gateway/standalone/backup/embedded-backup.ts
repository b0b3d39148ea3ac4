import { writeFile } from 'node:fs/promises';
import { CompiledQuery } from 'kysely';
import { createEmbeddedDatabase, type EmbeddedDatabase } from '../../../subgraphs/kit/store/embedded-database.ts';
import type { Database } from '../../../subgraphs/kit/store/database.ts';
import { countRows, type RowCounts } from './count-rows.ts';

const countIn = (database: Database): Promise<RowCounts> =>
  database.store('backup').read({ holder: 'backup' }, (executor) =>
    countRows(async (statement, values = []) => {
      const { rows } = await executor.executeQuery<Record<string, unknown>>(CompiledQuery.raw(statement, [...values]));
      return rows;
    }),
  );

const countAndClose = (database: Database): Promise<RowCounts> => countIn(database).finally(() => database.close());

/** Dumps the embedded store, then opens what was written: a dump that nobody could open is no backup. */
export const dumpEmbedded = async (database: EmbeddedDatabase, file: string): Promise<RowCounts> => {
  await writeFile(file, await database.dump(), { flush: true });
  return countAndClose(await createEmbeddedDatabase({ folder: 'memory', dump: file }));
};

/** Restores a dump into a folder that holds no store yet. Resolves to the counts of what stands there then. */
export const restoreEmbedded = async (folder: string, file: string): Promise<RowCounts> =>
  countAndClose(await createEmbeddedDatabase({ folder, dump: file }));
