import { sql } from 'kysely';
import { createEmbeddedDatabase } from '../../../../subgraphs/kit/store/embedded-database.ts';

// Commits one number after the other, and tells each that is committed, until it is killed.
const [folder = '', dump = ''] = process.argv.slice(2);
const database = await createEmbeddedDatabase({ folder, dump });
const store = database.store('numbers');
await store.read({ holder: 'test' }, (executor) => sql`create schema if not exists numbers`.execute(executor));
await store.read({ holder: 'test' }, (executor) =>
  sql`create table if not exists numbers.number (value int primary key, padding text)`.execute(executor),
);
for (let value = 1; ; value += 1) {
  await store.transaction({ holder: 'test' }, async (executor) => {
    await sql`insert into numbers.number values (${value}, repeat('x', 500))`.execute(executor);
    await sql`insert into numbers.number values (${-value}, repeat('y', 500))`.execute(executor);
  });
  process.send?.(value);
}
