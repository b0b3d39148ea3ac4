import { parseArgs } from 'node:util';
import { disturbServices } from './services/disturb.ts';
import { RESTART_PAUSE, VICTIMS } from './services/town.ts';

const seconds = (all: readonly number[], share: number): string => {
  const sorted = all.toSorted((one, other) => one - other);
  return ((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) / 1_000).toFixed(2);
};

/** Thirty kills of each process and store, or `--kills N`, by `--seed N`. */
export const soak = async (args: readonly string[]): Promise<boolean> => {
  const { kills, seed } = parseArgs({
    args: [...args],
    options: { kills: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' } },
  }).values;
  const began = performance.now();
  let count = 0;
  const done = await disturbServices(Number(kills), Number(seed), (victim, recovery) => {
    process.stderr.write(`${String((count += 1))} ${victim} ${(recovery / 1_000).toFixed(2)} s\n`);
  });
  const lines = VICTIMS.map((victim) => {
    const all = done.recoveries.get(victim) ?? [];
    return `${victim.padEnd(13)} ${all.length} kills, whole again after p50 ${seconds(all, 0.5)} s, p99 ${seconds(all, 0.99)} s`;
  });
  const { whole, partial, none } = done.homepages;
  process.stdout.write(
    [
      ...lines,
      `${whole} homepages whole, ${partial} partial, ${none} without an answer; ` +
        `${done.acts.applications} applications with their bookings, ${done.acts.repeated} acts acknowledged on repetition`,
      `access log: ${done.accessLog}`,
      `seed ${seed}, restart after ${RESTART_PAUSE} ms, ${Math.round((performance.now() - began) / 1_000)} s; ` +
        (done.faults.length === 0 ? 'nothing wrong, lost or doubled' : `${done.faults.length} FAULTS`),
      ...done.faults.slice(0, 20),
      '',
    ].join('\n'),
  );
  return done.faults.length === 0;
};
