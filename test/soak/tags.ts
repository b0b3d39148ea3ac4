import { parseArgs } from 'node:util';
import { disturbTags } from './tags/disturb-tags.ts';

/**
 * Thirty kills each of whoever derives tags, of the store and of the feed, or `--kills N`, by `--seed N`, while registries change
 * at least `--changes N` records at random.
 */
export const soak = async (args: readonly string[]): Promise<boolean> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string', default: '30' },
      changes: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
    },
  });
  let count = 0;
  const { kills, drops, changes, subjects, tags, faults } = await disturbTags({
    kills: Number(values.kills),
    changes: Number(values.changes),
    seed: Number(values.seed),
    onKill: (victim) => process.stderr.write(`${String((count += 1))} ${victim}\n`),
  });
  process.stdout.write(
    `${String(kills)} kills, ${String(changes)} changes by ${String(drops)} drops; ${String(subjects)} subjects with ${String(tags)} tags: ` +
      `${faults.length === 0 ? 'as derived from nothing' : `${String(faults.length)} FAULTS`}\n` +
      faults
        .slice(0, 20)
        .map((fault) => `${fault}\n`)
        .join(''),
  );
  return faults.length === 0;
};
