import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  createRandom,
  ingestUnderKills,
  prepare,
  readEnd,
  runChild,
  writeDrops,
} from '../subgraphs/kit/ingest/kills.ts';
import { readConfig } from '../support/config.ts';
import { createScratchPostgres } from '../support/scratch-postgres.ts';

const say = (text: string): boolean => process.stdout.write(text);

/**
 * Fifty kills (or as many as the first argument says) at random moments, on every engine at hand; the second argument is the seed, the third the
 * only engine. */
export const soak = async ([kills = '50', seed = '1', only]: readonly string[]): Promise<boolean> => {
  const { ONEFILE_TEST_POSTGRES_URL: server } = readConfig();
  const folder = () => mkdtemp(path.join(tmpdir(), 'onefile-soak-'));
  let well =
    only === 'postgres' || (await endure('pglite', await folder(), await folder(), Number(kills), Number(seed)));
  if (only === 'pglite') return well;
  if (!server) {
    say('postgres: left out, ONEFILE_TEST_POSTGRES_URL is not set\n');
    return well;
  }
  const [one, other] = [await createScratchPostgres(server), await createScratchPostgres(server)];
  try {
    well = (await endure('postgres', one.url, other.url, Number(kills), Number(seed))) && well;
  } finally {
    await one.drop();
    await other.drop();
  }
  return well;
};

const endure = async (engine: string, place: string, other: string, kills: number, seed: number): Promise<boolean> => {
  const drops = await writeDrops(6, 6000);
  for (const each of [place, other]) await prepare(engine, each);
  const began = performance.now();
  const under = await ingestUnderKills(engine, place, drops, {
    kills,
    longestMs: 700,
    random: createRandom(seed),
    onKill: (count) => say(`\r${engine}: ${count} kills`),
  });
  const undisturbed = await runChild([engine, other, ...drops]);
  const sameReports = isDeepStrictEqual(under.reports, undisturbed.lines);
  const [end, expected] = [await readEnd(engine, place), await readEnd(engine, other)];
  const sameRows = isDeepStrictEqual(end, expected);
  if (!sameRows) say(`\n${firstDifference(end, expected)}\n`);
  say(
    `\r${engine}: ${under.kills} kills (seed ${seed}) in ${Math.round((performance.now() - began) / 1000)} s; ` +
      `reports ${sameReports ? 'equal' : 'DIFFER'}; rows, changes and quarantine ${sameRows ? 'equal' : 'DIFFER'} to an undisturbed run\n`,
  );
  return sameReports && sameRows && under.kills >= kills;
};

/** The first place where two trees of rows part, for whoever has to find out why. */
const firstDifference = (one: unknown, other: unknown, at = 'end'): string => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return `${at}: ${JSON.stringify(one)} instead of ${JSON.stringify(other)}`;
  for (const [key, expected] of Object.entries(other)) {
    const found = (one as Record<string, unknown>)[key];
    if (!isDeepStrictEqual(found, expected)) return firstDifference(found, expected, `${at}.${key}`);
  }
  return `${at}: ${Object.keys(one).length} entries instead of ${Object.keys(other).length}`;
};
