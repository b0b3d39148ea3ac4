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
import { createScratch } from './scratch-postgres.ts';

const say = (text: string): boolean => process.stdout.write(text);

/** Fifty kills (or as many as the first argument says) at random moments, on every engine at hand; the second argument is the seed. */
export const soak = async ([kills = '50', seed = '1']: readonly string[]): Promise<boolean> => {
  const server = process.env['ONEFILE_TEST_POSTGRES_URL'];
  const folder = () => mkdtemp(path.join(tmpdir(), 'onefile-soak-'));
  let well = await endure('pglite', await folder(), await folder(), Number(kills), Number(seed));
  if (!server) {
    say('postgres: left out, ONEFILE_TEST_POSTGRES_URL is not set\n');
    return well;
  }
  const [one, other] = [await createScratch(server), await createScratch(server)];
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
  const sameRows = isDeepStrictEqual(await readEnd(engine, place), await readEnd(engine, other));
  say(
    `\r${engine}: ${under.kills} kills (seed ${seed}) in ${Math.round((performance.now() - began) / 1000)} s; ` +
      `reports ${sameReports ? 'equal' : 'DIFFER'}; rows, changes and quarantine ${sameRows ? 'equal' : 'DIFFER'} to an undisturbed run\n`,
  );
  return sameReports && sameRows && under.kills >= kills;
};
