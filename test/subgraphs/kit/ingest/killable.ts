import { createShopIngest } from './registry.ts';
import { openEngine, toSchema } from './kills.ts';

/**
 * The process that is killed: takes the drops in, one after the other, and prints a line when it begins and one for each
 * report. Arguments: engine, folder or URL, drops…
 */
const [engine = '', place = '', ...drops] = process.argv.slice(2);
const database = await openEngine(engine, place);
const store = database.store<unknown>(toSchema(engine));
const ingest = await createShopIngest(store, { chunkRows: 40 });
process.stdout.write('begin\n');
for (const drop of drops) {
  const { rows, accepted, changed, unchanged, quarantined, reasons, refused } = await ingest.ingestFile(
    'enterprises.shops',
    drop,
  );
  process.stdout.write(`${JSON.stringify({ rows, accepted, changed, unchanged, quarantined, reasons, refused })}\n`);
}
await database.close();
