import { Readable } from 'node:stream';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { sql, type Generated } from 'kysely';
import { toCopyLine } from '../../../../subgraphs/kit/store/copy-line.ts';
import type { Executor, Store } from '../../../../subgraphs/kit/store/store.ts';
import { eachEngine } from '../../../support/stores.ts';

interface Tables {
  note: { id: Generated<number>; text: string | null };
}

const holder = 'notes.test';

eachEngine((database) => {
  const store = (): Store<Tables> => database().store<Tables>('notes');
  const readTexts = () =>
    store().read({ holder }, async (executor) => {
      const rows = await executor.selectFrom('note').select('text').orderBy('id').execute();
      return rows.map(({ text }) => text);
    });
  const insert = (executor: Executor<Tables>, text: string) => executor.insertInto('note').values({ text }).execute();
  const evaluate = async (expression: string) =>
    store().read({ holder }, async (executor) => {
      const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(executor);
      return rows[0]?.value;
    });

  beforeAll(() =>
    store().read({ holder }, async (executor) => {
      await sql`create schema notes`.execute(executor);
      await sql`create table notes.note (id int generated always as identity primary key, text text)`.execute(executor);
    }),
  );
  afterEach(() => store().read({ holder }, (executor) => sql`truncate notes.note restart identity`.execute(executor)));

  test.each([
    ['9007199254740991::int8', 9007199254740991],
    ["date '2016-02-29'", '2016-02-29'],
    ["timestamptz '2026-11-22 08:30:00.25+08'", '2026-11-22T00:30:00.25Z'],
    ["timestamp '2026-11-22 08:30:00'", '2026-11-22T08:30:00'],
    ["'infinity'::timestamptz", 'infinity'],
    ['12345678901234567890.10::numeric', '12345678901234567890.10'],
    ["array['a,b', null, '\"']", ['a,b', null, '"']],
    ['array[1, null]::int8[]', [1, null]],
    ["array[date '2016-02-29', null]", ['2016-02-29', null]],
    ["array[timestamptz '2026-11-22 00:00:00Z']", ['2026-11-22T00:00:00Z']],
    ['array[1.10]::numeric[]', ['1.10']],
    [`'{"a":[1]}'::jsonb`, { a: [1] }],
    ['true', true],
    ['42', 42],
    ['null::date', null],
    ['null::int8', null],
    ['null::timestamptz', null],
    ["'{}'::date[]", []],
  ])('reads %s', async (expression, value) => {
    expect(await evaluate(expression)).toEqual(value);
  });

  test('takes parameters of every kind that columns have', async () => {
    const { rows } = await store().read({ holder }, (executor) =>
      sql`select ${'x'}::text as text, ${5}::int8 as number, ${'2026-01-31'}::date as day, ${['a', 'b']}::text[] as list,
        ${JSON.stringify(['j'])}::jsonb as json, ${null}::int as nothing, ${true}::boolean as yes`.execute(executor),
    );
    expect(rows).toEqual([
      { text: 'x', number: 5, day: '2026-01-31', list: ['a', 'b'], json: ['j'], nothing: null, yes: true },
    ]);
  });

  test('binds the executor to the schema, and names how many rows a statement changed', async () => {
    await store().transaction({ holder }, async (executor) => {
      await insert(executor, 'one');
      await insert(executor, 'two');
      const [result] = await executor.updateTable('note').set({ text: 'same' }).execute();
      expect(result?.numUpdatedRows).toBe(2n);
    });
    expect(await readTexts()).toEqual(['same', 'same']);
  });

  test('commits what the work did', async () => {
    const answer = await store().transaction({ holder }, async (executor) => {
      await insert(executor, 'kept');
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await readTexts()).toEqual(['kept']);
  });

  test('rolls back when the work throws', async () => {
    const work = store().transaction({ holder }, async (executor) => {
      await insert(executor, 'gone');
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await readTexts()).toEqual([]);
  });

  test('rolls back when a statement fails, and keeps its code', async () => {
    const work = store().transaction({ holder }, async (executor) => {
      await insert(executor, 'gone');
      await sql`select 1 / 0`.execute(executor);
    });
    await expect(work).rejects.toMatchObject({ code: '22012' });
    expect(await readTexts()).toEqual([]);
  });

  test('does not call it a success when a failure inside the transaction was swallowed', async () => {
    const work = store().transaction({ holder }, async (executor) => {
      await insert(executor, 'gone');
      await sql`select 1 / 0`.execute(executor).catch(() => undefined);
    });
    await expect(work).rejects.toThrow('Nothing was committed');
    expect(await readTexts()).toEqual([]);
  });

  test('ends a transaction that a read began by hand', async () => {
    await store().read({ holder }, async (executor) => {
      await sql`begin`.execute(executor);
      await insert(executor, 'gone');
    });
    expect(await readTexts()).toEqual([]);
  });

  test('refuses an executor whose lease has ended', async () => {
    let kept: Executor<Tables> | undefined;
    await store().transaction({ holder }, async (executor) => {
      kept = executor;
    });
    await expect(kept?.selectFrom('note').selectAll().execute()).rejects.toThrow(
      'The store lease of notes.test has ended',
    );
  });

  test('refuses a transaction inside a lease', async () => {
    const work = store().transaction({ holder }, (executor) =>
      executor.transaction().execute((inner) => insert(inner, 'never')),
    );
    await expect(work).rejects.toThrow('An executor is already in a lease');
    expect(await readTexts()).toEqual([]);
  });

  test('runs statements of one lease that are asked for at once', async () => {
    const sums = await store().read({ holder }, (executor) =>
      Promise.all(
        [1, 2, 3].map(async (each) => {
          const { rows } = await sql<{ sum: number }>`select ${each}::int + 1 as sum`.execute(executor);
          return rows[0]?.sum;
        }),
      ),
    );
    expect(sums).toEqual([2, 3, 4]);
  });

  test('copies values as they are: tabs, newlines, backslashes, quotes, nothing', async () => {
    const values = [
      'plain',
      'tab\there',
      'two\nlines',
      'return\r',
      'back\\slash',
      '\\N',
      '\\.',
      '',
      '"quoted"',
      '汉字 😀',
      null,
    ];
    const rows = await store().transaction({ holder }, (executor) =>
      store().copyFrom(
        executor,
        { table: 'note', columns: ['text'] },
        values.map((value) => toCopyLine([value])).join(''),
      ),
    );
    expect(rows).toBe(values.length);
    expect(await readTexts()).toEqual(values);
  });

  test('copies a stream that comes in pieces', async () => {
    const text = [['first'], ['汉字'], ['last']].map(toCopyLine).join('');
    const pieces = Readable.from([...Buffer.from(text)].map((byte) => Buffer.from([byte])));
    const rows = await store().transaction({ holder }, (executor) =>
      store().copyFrom(executor, { table: 'note', columns: ['text'] }, pieces),
    );
    expect(rows).toBe(3);
    expect(await readTexts()).toEqual(['first', '汉字', 'last']);
  });

  test('copies nothing from nothing', async () => {
    const rows = await store().transaction({ holder }, (executor) =>
      store().copyFrom(executor, { table: 'note', columns: ['text'] }, ''),
    );
    expect(rows).toBe(0);
  });

  test('copies within the transaction: it falls with it', async () => {
    const work = store().transaction({ holder }, async (executor) => {
      await store().copyFrom(executor, { table: 'note', columns: ['text'] }, 'gone\n');
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await readTexts()).toEqual([]);
  });

  test('names what is wrong with a row that does not copy, and goes on afterwards', async () => {
    const work = store().transaction({ holder }, (executor) =>
      store().copyFrom(executor, { table: 'note', columns: ['id', 'text'] }, 'x\ty\n'),
    );
    await expect(work).rejects.toMatchObject({ code: '22P02' });
    expect(await readTexts()).toEqual([]);
  });

  test('fails a copy whose source fails', async () => {
    const source = Readable.from(
      (async function* () {
        yield 'one\n';
        throw new Error('the file ends early');
      })(),
    );
    const work = store().transaction({ holder }, (executor) =>
      store().copyFrom(executor, { table: 'note', columns: ['text'] }, source),
    );
    await expect(work).rejects.toThrow('the file ends early');
    expect(await readTexts()).toEqual([]);
  });

  test('copies into a temporary table', async () => {
    const found = await store().transaction({ holder }, async (executor) => {
      await sql`create temporary table stage (text text) on commit drop`.execute(executor);
      await store().copyFrom(executor, { table: 'stage', columns: ['text'], temporary: true }, 'staged\n');
      return sql<{ text: string }>`select text from stage`.execute(executor);
    });
    expect(found.rows).toEqual([{ text: 'staged' }]);
  });

  test('copies in a transaction alone', async () => {
    const work = store().read({ holder }, (executor) =>
      store().copyFrom(executor, { table: 'note', columns: ['text'] }, 'x\n'),
    );
    await expect(work).rejects.toThrow('needs a transaction');
  });
});
