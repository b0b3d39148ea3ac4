import { parseArgs } from 'node:util';
import { disturbServices } from './services/disturb.ts';
import { RESTART_PAUSE, VICTIMS } from './services/town.ts';

const seconds = (all: readonly number[], share: number): string => {
  const sorted = all.toSorted((one, other) => one - other);
  return ((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) / 1_000).toFixed(2);
};

/**
 * Thirty kills of each process and store, or `--kills N`, by `--seed N`; of some alone, `--victims postgres,gateway`. Ctrl-C ends it
 * after the kill under way, and it says what it found until then.
 */
export const soak = async (args: readonly string[]): Promise<boolean> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      victims: { type: 'string', default: VICTIMS.join(',') },
    },
  });
  const [kills, seed, named] = [Number(values.kills), Number(values.seed), values.victims.split(',')];
  const victims = VICTIMS.filter((victim) => named.includes(victim));
  const began = performance.now();
  let count = 0;
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  const { recoveries, homepages, acts, accessLog, faults } = await disturbServices({
    kills,
    seed,
    victims,
    signal: interrupted.signal,
    onKill: (victim, recovery) => {
      process.stderr.write(`${String((count += 1))} ${victim} ${(recovery / 1_000).toFixed(2)} s\n`);
    },
  });
  for (const [victim, all] of recoveries)
    process.stdout.write(
      `${victim.padEnd(13)} ${all.length} kills, whole again after p50 ${seconds(all, 0.5)} s, p99 ${seconds(all, 0.99)} s\n`,
    );
  process.stdout.write(
    `${homepages.whole} homepages whole, ${homepages.partial} partial, ${homepages.none} without an answer\n` +
      `${acts.applications} applications with their bookings, ${acts.repeated} acts acknowledged on repetition\n` +
      `access log: ${accessLog}\n` +
      `seed ${seed}, restart after ${RESTART_PAUSE} ms, ${Math.round((performance.now() - began) / 1_000)} s; ` +
      `${faults.length === 0 ? 'nothing wrong, lost or doubled' : `${faults.length} FAULTS`}\n` +
      faults
        .slice(0, 20)
        .map((fault) => `${fault}\n`)
        .join(''),
  );
  return faults.length === 0;
};
