import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { SUBGRAPHS } from '../../../schema/sdl.ts';
import { inheritedEnvironment } from '../../config.ts';
import { countRows, type Query, type RowCounts } from './count-rows.ts';

/** What libpq reads the address from; a password in the arguments would stand in the list of processes. */
const toLibpq = (url: string): Readonly<Record<string, string>> => {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslMode = searchParams.get('sslmode');
  return {
    PGHOST: searchParams.get('host') ?? decodeURIComponent(hostname),
    PGPORT: port === '' ? '5432' : port,
    PGUSER: decodeURIComponent(username),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(password === '' ? {} : { PGPASSWORD: decodeURIComponent(password) }),
    ...(sslMode === null ? {} : { PGSSLMODE: sslMode }),
  };
};

const run = async (program: string, args: readonly string[], url: string): Promise<void> => {
  const child = spawn(program, args, {
    env: { ...inheritedEnvironment(), ...toLibpq(url) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [ended, words] = await Promise.all([
    once(child, 'close').catch((cause: unknown) => {
      throw new Error(`${program} cannot be started: it is part of PostgreSQL's client programs.`, { cause });
    }),
    text(child.stderr),
  ]);
  if (ended[0] !== 0) throw new Error(`${program} ended with ${String(ended[0])}: ${words.trim()}`);
};

const withClient = async <T>(url: string, use: (query: Query) => Promise<T>): Promise<T> => {
  const client = new Client(url);
  await client.connect();
  const query: Query = async (statement, values = []) =>
    (await client.query<Record<string, unknown>>(statement, [...values])).rows;
  return use(query).finally(() => client.end());
};

/** Dumps all registries as of one moment, and counts their rows as of the same. Resolves to the counts. */
export const dumpPostgres = (url: string, file: string): Promise<RowCounts> =>
  withClient(url, async (query) => {
    await query('begin transaction isolation level repeatable read, read only');
    const [moment] = await query('select pg_export_snapshot() as snapshot');
    const counts = await countRows(query);
    const schemas = SUBGRAPHS.map((schema) => `--schema=${schema}`);
    const options = ['--format=custom', '--no-owner', '--no-privileges', `--file=${file}`];
    await run('pg_dump', [...options, `--snapshot=${String(moment?.['snapshot'])}`, ...schemas], url);
    await query('commit');
    return counts;
  });

/** Restores a dump, all or nothing, into a database without registries. Resolves to the counts of what stands there then. */
export const restorePostgres = async (url: string, file: string): Promise<RowCounts> => {
  const held = await withClient(url, countRows);
  if (Object.keys(held).length > 0)
    throw new Error('The database holds registries already: restore into an empty one, then let it take their place.');
  const options = ['--exit-on-error', '--single-transaction', '--no-owner', '--no-privileges'];
  const { PGDATABASE = '' } = toLibpq(url);
  await run('pg_restore', [...options, `--dbname=${PGDATABASE}`, file], url);
  return withClient(url, countRows);
};
