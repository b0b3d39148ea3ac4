import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { sweepRetention } from '../../../subgraphs/kit/retention.ts';
import type { LeaseOptions, Store } from '../../../subgraphs/kit/store/store.ts';
import { eachEngine } from '../../support/stores.ts';

const NOW = new Date('2026-11-22T02:00:00Z');

interface Letters {
  letter: { id: string; at: string | null; closed: boolean };
}

describe('the retention sweep', () => {
  let schemas = 0;
  eachEngine((database) => {
    let store: Store<Letters>;
    beforeEach(async () => {
      const schema = `retention_${(schemas += 1)}`;
      store = database().store<Letters>(schema);
      await store.transaction({ holder: 'test' }, async (executor) => {
        await sql`create schema ${sql.id(schema)}`.execute(executor);
        await sql`create table ${sql.table(`${schema}.letter`)} (id text not null, at timestamptz, closed boolean not null default true)`.execute(
          executor,
        );
      });
    });

    const write = (...rows: Letters['letter'][]) =>
      store.transaction({ holder: 'test' }, (executor) => executor.insertInto('letter').values(rows).execute());
    const idsLeft = () =>
      store.read({ holder: 'test' }, async (executor) =>
        (await executor.selectFrom('letter').select('id').orderBy('id').execute()).map(({ id }) => id),
      );
    const term = { table: 'letter', column: 'at', term: 'P3Y' };

    it('deletes what is older than its term, to the instant, and what has no date stays', async () => {
      await write(
        { id: 'long ago', at: '1999-01-01T00:00:00Z', closed: true },
        { id: 'just over', at: '2023-11-22T01:59:59.999Z', closed: true },
        { id: 'to the instant', at: '2023-11-22T02:00:00Z', closed: true },
        { id: 'recent', at: '2026-11-21T00:00:00Z', closed: true },
        { id: 'undated', at: null, closed: true },
      );
      expect(await sweepRetention(store, [term], NOW)).toEqual({ letter: 2 });
      expect(await idsLeft()).toEqual(['recent', 'to the instant', 'undated']);
      expect(await sweepRetention(store, [term], NOW)).toEqual({ letter: 0 });
    });

    it('leaves what the condition beside does not meet', async () => {
      await write(
        { id: 'closed', at: '1999-01-01T00:00:00Z', closed: true },
        { id: 'open', at: '1999-01-01T00:00:00Z', closed: false },
      );
      expect(await sweepRetention(store, [{ ...term, where: 'closed' }], NOW)).toEqual({ letter: 1 });
      expect(await idsLeft()).toEqual(['open']);
    });

    it('goes on until nothing is left, in small transactions that others pass', async () => {
      const leases: LeaseOptions[] = [];
      const watched: Store<Letters> = {
        ...store,
        transaction: (options, work) => {
          leases.push(options);
          return store.transaction(options, work);
        },
      };
      await store.transaction({ holder: 'test' }, (executor) =>
        sql`insert into ${sql.table(`${store.schema}.letter`)} (id, at)
          select 'old ' || n, timestamptz '2000-01-01' from generate_series(1, 2500) as n`.execute(executor),
      );
      await write({ id: 'recent', at: '2026-11-21T00:00:00Z', closed: true });
      expect(await sweepRetention(watched, [term], NOW)).toEqual({ letter: 2500 });
      expect(await idsLeft()).toEqual(['recent']);
      expect(leases.map(({ priority }) => priority)).toEqual(['bulk', 'bulk', 'bulk']);
    });
  });
});
