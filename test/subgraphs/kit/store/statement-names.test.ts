import { expect, test } from '@jest/globals';
import { createStatementNames } from '../../../../subgraphs/kit/store/statement-names.ts';

test('gives a read one name, and another read another', () => {
  const nameOf = createStatementNames();
  const first = nameOf('select "id" from "personal"."citizen"');
  expect(first).toBeDefined();
  expect(nameOf('select "id" from "personal"."citizen"')).toBe(first);
  expect(nameOf('\n  with held as (select 1) select * from held')).not.toBe(first);
});

test.each([
  ['a write', 'insert into "outbox" (lane) values ($1)'],
  ['a write in a read’s clothes', 'with gone as (delete from "outbox" returning id) select id from gone'],
  ['all columns of a table, which a migration may widen', 'select * from "governance"."objection" where "id" = $1'],
  ['a command', 'commit'],
])('leaves %s unnamed', (_what, sql) => {
  expect(createStatementNames()(sql)).toBeUndefined();
});

test('names no more texts than the limit, and keeps those it has', () => {
  const nameOf = createStatementNames(2);
  const names = ['select 1', 'select 2', 'select 3', 'select 1'].map(nameOf);
  expect(names[2]).toBeUndefined();
  expect(names[3]).toBe(names[0]);
});
