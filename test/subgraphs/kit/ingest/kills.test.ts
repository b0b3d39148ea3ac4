import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { createScratchPostgres, describeWithPostgres } from '../../../support/servers.ts';
import { createRandom, ingestUnderKills, openEngine, prepare, readEnd, runChild, writeDrops } from './kills.ts';

/** Where the write-ahead log ends in its segment file of 16 MB, in blocks of 1,024 bytes. */
const findLogEnd = async (place: string): Promise<number> => {
  const database = await openEngine('pglite', place);
  const { rows } = await database
    .store('x')
    .read({ holder: 'test' }, (executor) =>
      sql<{ at: number }>`select mod(pg_current_wal_lsn() - '0/0'::pg_lsn, 16777216)::int as at`.execute(executor),
    );
  await database.close();
  return Math.ceil((rows[0]?.at ?? 0) / 1024);
};

const newFolder = () => mkdtemp(path.join(tmpdir(), 'onefile-killed-'));

const isTheSameAsUndisturbed = async (engine: string, place: string, other: string): Promise<void> => {
  const drops = await writeDrops(1, 1200);
  for (const each of [place, other]) await prepare(engine, each);
  const undisturbed = await runChild([engine, other, ...drops]);
  const { reports, kills } = await ingestUnderKills(engine, place, drops, {
    kills: 2,
    longestMs: 300,
    random: createRandom(7),
  });
  expect(kills).toBeGreaterThan(0);
  expect(reports).toEqual(undisturbed.lines);
  expect(await readEnd(engine, place)).toEqual(await readEnd(engine, other));
};

describe('an ingest that is killed (SIGKILL) at random moments and started again', () => {
  it(
    'ends as if it had never stopped, on PGlite',
    async () => isTheSameAsUndisturbed('pglite', await newFolder(), await newFolder()),
    300_000,
  );

  describeWithPostgres('on PostgreSQL', (server) => {
    it('ends as if it had never stopped', async () => {
      const [one, other] = [await createScratchPostgres(server), await createScratchPostgres(server)];
      try {
        await isTheSameAsUndisturbed('postgres', one.url, other.url);
      } finally {
        await one.drop();
        await other.drop();
      }
    }, 300_000);
  });
});

describe('an ingest whose disk is full', () => {
  it('says so, loses nothing, and goes on when there is room', async () => {
    const [place, other] = [await newFolder(), await newFolder()];
    const drops = await writeDrops(1, 1500);
    for (const each of [place, other]) await prepare('pglite', each);
    const full = await runChild(['pglite', place, ...drops], { limitBlocks: (await findLogEnd(place)) + 300 });
    expect(full.lines.join('')).toContain('DISK_FULL');
    const after = await runChild(['pglite', place, ...drops]);
    const undisturbed = await runChild(['pglite', other, ...drops]);
    expect(after.lines).toEqual(undisturbed.lines);
    expect(await readEnd('pglite', place)).toEqual(await readEnd('pglite', other));
  }, 300_000);
});
