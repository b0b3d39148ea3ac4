import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { EnvironmentError } from '../../../schema/environment.ts';
import { getNeo4jFiles } from './neo4j-files.ts';

export interface LocalNeo4jOptions {
  /** Holds the data, the log and the configuration; one server at a time. */
  folder: string;
  boltPort: number;
  /** More of Neo4j's, by name. */
  settings?: Readonly<Record<string, string>>;
}

export interface LocalNeo4j {
  url: string;
  pid: number;
  /** Resolves when the server is gone, however that came about. */
  ended: Promise<void>;
  /** Ends it as it wants to be ended: what is under way is written. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 300_000;
const LAST_CHARACTERS = 2_000;
/** As its own script opens them. */
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'];
const MEMORY = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC'];

/** Without a password: whoever reaches loopback of this machine reaches it, as with the PostgreSQL of the tests. */
const configuration = (boltPort: number): Readonly<Record<string, string>> => ({
  'server.default_listen_address': '127.0.0.1',
  'server.bolt.listen_address': `127.0.0.1:${boltPort}`,
  'server.http.enabled': 'false',
  'server.https.enabled': 'false',
  'dbms.security.auth_enabled': 'false',
  'dbms.usage_report.enabled': 'false',
  'server.memory.pagecache.size': '128m',
  'db.tx_log.preallocate': 'false',
  'db.tx_log.rotation.retention_policy': '1 files',
});

/** Starts a Neo4j server on loopback, and resolves when it answers. Throws an EnvironmentError where it cannot. */
export const startNeo4j = async ({ folder, boltPort, settings = {} }: LocalNeo4jOptions): Promise<LocalNeo4j> => {
  const lib = await getNeo4jFiles();
  await checkPort(boltPort);
  const home = resolve(folder);
  const conf = join(home, 'conf');
  await mkdir(conf, { recursive: true });
  const lines = Object.entries({ ...configuration(boltPort), ...settings }).map(
    ([name, value]) => `${name}=${value}\n`,
  );
  await writeFile(join(conf, 'neo4j.conf'), lines.join(''));
  const child = spawn(
    'java',
    [
      ...OPENED.map((part) => `--add-opens=java.base/${part}=ALL-UNNAMED`),
      ...MEMORY,
      ...['-cp', join(lib, '*'), 'org.neo4j.server.CommunityEntryPoint', `--home-dir=${home}`, `--config-dir=${conf}`],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString('utf8')).slice(-LAST_CHARACTERS)));
  const ended = once(child, 'close').then(() => undefined);
  // Else it would outlive a process that ends without stopping it.
  const onExit = () => child.kill('SIGTERM');
  process.once('exit', onExit);
  void ended.then(() => process.off('exit', onExit));

  const url = `bolt://127.0.0.1:${boltPort}`;
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const gaveUp = ended.then(() => {
    throw new EnvironmentError(`Neo4j ended before it answered on ${url}. It said:\n${printed.trim()}`);
  });
  try {
    await Promise.race([answers(url), gaveUp]);
  } catch (error) {
    await stop();
    throw error;
  }
  gaveUp.catch(() => undefined);
  return { url, pid: child.pid ?? 0, ended, stop };
};

/** Else another server there would be taken for the one that is started here. */
const checkPort = async (port: number): Promise<void> => {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening').catch(() => {
    throw new EnvironmentError(`Port ${port} is not to be had: set NEO4J_PORT to another one.`);
  });
  server.close();
  await once(server, 'close');
};

const answers = async (url: string): Promise<void> => {
  const driver = neo4j.driver(url);
  const deadline = performance.now() + PATIENCE_MS;
  try {
    for (;;) {
      try {
        await driver.executeQuery('RETURN 1');
        return;
      } catch (error) {
        if (performance.now() > deadline) throw error;
        await sleep(100);
      }
    }
  } finally {
    await driver.close();
  }
};
