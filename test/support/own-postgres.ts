import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export interface OwnPostgresOptions {
  /** Any folder of the caller's; its own stands in it. */
  folder: string;
  port: number;
  user: string;
  /** Without one, whoever connects is believed. */
  password?: string;
  /** Of its command line, beside those that it is started with. */
  settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL server of the caller's own on loopback, which can be killed. */
export interface OwnPostgres {
  /** Of the database that is named after the user. */
  readonly url: string;
  readonly bin: string;
  start(): Promise<void>;
  /** kill -9 of the postmaster and of all its processes at once. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Where Debian keeps the newest server's programs. */
export const findPostgresBin = (): string => {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((one, other) => Number(one) - Number(other)) : [];
  const newest = versions.at(-1);
  if (newest === undefined) throw new Error(`There is no PostgreSQL server in ${base}.`);
  return join(base, newest, 'bin');
};

/** It refuses to run as root. */
const findUser = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return Number(/^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]) === pid;
      } catch {
        return false;
      }
    })
    .map(Number);

const killIfThere = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
};

export const createOwnPostgres = async (options: OwnPostgresOptions): Promise<OwnPostgres> => {
  const { folder, port, user, password, settings = {} } = options;
  const bin = findPostgresBin();
  const owner = findUser();
  const home = join(folder, 'postgres');
  await mkdir(home, { recursive: true });
  chmodSync(folder, 0o711);
  if (owner !== undefined) chownSync(home, owner.uid, owner.gid);
  const data = join(home, 'data');
  const run = { cwd: home, ...owner };
  const secret = join(home, 'password');
  if (password !== undefined) {
    await writeFile(secret, password, { mode: 0o600 });
    if (owner !== undefined) chownSync(secret, owner.uid, owner.gid);
  }
  execFileSync(
    join(bin, 'initdb'),
    [
      ...[`--pgdata=${data}`, `--username=${user}`, '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
      ...(password === undefined ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${secret}`]),
    ],
    { ...run, stdio: 'ignore' },
  );
  const address = new URL(`postgres://${user}@127.0.0.1:${port}/${user}`);
  if (password !== undefined) address.password = password;
  const url = address.href;
  let server: ChildProcess | undefined;

  const connect = async (database: string): Promise<Client> => {
    const at = new URL(url);
    at.pathname = `/${database}`;
    for (let tries = 0; ; tries += 1) {
      const client = new Client(at.href);
      client.on('error', () => undefined);
      try {
        await client.connect();
        return client;
      } catch (error) {
        if (tries > 600) throw error;
        await sleep(50);
      }
    }
  };

  const start = async (): Promise<void> => {
    const given = { listen_addresses: '127.0.0.1', unix_socket_directories: home, ...settings };
    server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', String(port), ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...run, stdio: 'ignore' },
    );
    await (await connect('postgres')).end();
  };

  await start();
  const client = await connect('postgres');
  await client.query(`create database "${user}"`);
  await client.end();
  const end = async (by: (server: ChildProcess) => void): Promise<void> => {
    if (server?.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    by(server);
    await exited;
  };
  return {
    url,
    bin,
    start,
    kill: () =>
      end(({ pid = 0 }) => {
        const all = [pid, ...childrenOf(pid)];
        all.forEach(killIfThere);
      }),
    stop: () => end((running) => running.kill('SIGINT')),
  };
};
