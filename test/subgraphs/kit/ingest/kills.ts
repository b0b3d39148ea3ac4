import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../../../subgraphs/kit/store/database.ts';
import { createEmbeddedDatabase } from '../../../../subgraphs/kit/store/embedded-database.ts';
import { createPostgresDatabase } from '../../../../subgraphs/kit/store/postgres-database.ts';
import { inheritedEnvironment } from '../../../support/config.ts';
import { createShopTables, HEADER, readSnapshot } from './registry.ts';

export const toSchema = (engine: string): string => `killed_${engine}`;

export const openEngine = (engine: string, place: string): Promise<Database> =>
  engine === 'pglite'
    ? createEmbeddedDatabase({ folder: place })
    : Promise.resolve(createPostgresDatabase({ url: place, max: 5 }));

/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
export const createRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const toCode = (at: number): string => {
  const front = `9131010${at % 10}${String(at).padStart(9, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(front.charAt(place)), 0);
  return front + ALPHABET.charAt((31 - (sum % 31)) % 31);
};

/** Drops of one source: the first brings records, each next changes some, with bad and repeated rows among them. */
export const writeDrops = async (count: number, rows: number): Promise<string[]> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'onefile-kills-'));
  const files: string[] = [];
  for (let drop = 0; drop < count; drop += 1) {
    const lines = Array.from({ length: rows }, (_, at) => {
      if (at % 97 === 5) return `${toCode(at).slice(0, -1)}I,坏,2004-03-01,`;
      if (at % 89 === 7) return `${toCode(at - 7)},重复,2004-03-01,`;
      return `${toCode(at)},${at % 3 === drop % 3 ? `"第${drop}名\n${at}"` : `商店${at}`},2004-03-01,${at}万人民币`;
    });
    const file = path.join(folder, `drop-${drop}.csv`);
    await writeFile(file, [HEADER, ...lines, ''].join('\n'));
    await writeFile(`${file}.manifest.json`, JSON.stringify({ kind: 'delta', sequence: drop + 1, date: '2026-04-01' }));
    files.push(file);
  }
  return files;
};

export interface Outcome {
  killed: boolean;
  code: number | null;
  /** Lines that the process printed after it began. */
  lines: string[];
  errors: string;
}

const CHILD = path.join(import.meta.dirname, 'killable.ts');

/** Runs the process; when `killAfterMs` is given it is killed (SIGKILL) that long after it began. */
export const runChild = (
  args: readonly string[],
  { killAfterMs, limitBlocks }: { killAfterMs?: number; limitBlocks?: number } = {},
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const command = [process.execPath, '--no-warnings', '--import', 'tsx', CHILD, ...args];
    const env = inheritedEnvironment();
    delete env['NODE_OPTIONS'];
    const child = limitBlocks
      ? spawn('bash', ['-c', `ulimit -f ${limitBlocks}; exec "$@"`, 'bash', ...command], { env })
      : spawn(command[0] ?? '', command.slice(1), { env });
    let output = '';
    let errors = '';
    let killed = false;
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      if (killAfterMs === undefined || timer || !output.includes('begin')) return;
      timer = setTimeout(() => {
        killed = child.kill('SIGKILL');
      }, killAfterMs);
    });
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({
        killed: killed && code === null,
        code,
        lines: output.split('\n').filter((line) => line.startsWith('{')),
        errors,
      });
    });
  });

/** Makes the empty registry that the processes take drops into. */
export const prepare = async (engine: string, place: string): Promise<void> => {
  const database = await openEngine(engine, place);
  await createShopTables(database.store<unknown>(toSchema(engine))).finally(() => database.close());
};

/** What stands in the registry at the end. */
export const readEnd = async (engine: string, place: string): Promise<unknown> => {
  const database = await openEngine(engine, place);
  try {
    return await database
      .store<unknown>(toSchema(engine))
      .read({ holder: 'test' }, (executor) =>
        readSnapshot(
          async <R>(query: string) =>
            (await sql.raw<R>(query.replaceAll('$s', `"${toSchema(engine)}"`)).execute(executor)).rows,
        ),
      );
  } finally {
    await database.close();
  }
};

/**
 * Takes the drops in under kills at random moments, each drop again until it is whole. Resolves to the reports of the drops
 * and the number of kills; stops killing after `kills`.
 */
export const ingestUnderKills = async (
  engine: string,
  place: string,
  drops: readonly string[],
  {
    kills,
    longestMs,
    random,
    onKill,
  }: { kills: number; longestMs: number; random: () => number; onKill?(kills: number): void },
): Promise<{ reports: string[]; kills: number }> => {
  const reports: string[] = [];
  let done = 0;
  for (const drop of drops) {
    for (let whole = false; !whole;) {
      const outcome = await runChild(
        [engine, place, drop],
        done < kills ? { killAfterMs: Math.floor(random() * longestMs) } : {},
      );
      if (outcome.killed) {
        done += 1;
        onKill?.(done);
      } else if (outcome.code !== 0) throw new Error(`The ingest ended with ${outcome.code}: ${outcome.errors}`);
      const [report] = outcome.lines;
      whole = report !== undefined;
      if (report !== undefined) reports.push(report);
    }
  }
  return { reports, kills: done };
};
