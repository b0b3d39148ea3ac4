import { createDevelopmentIssuer } from '../../../gateway/issuer/issuer.ts';
import { createRandom } from '../../subgraphs/kit/ingest/kills.ts';
import { until } from '../../services/command.ts';
import type { IngestReport } from '../../../subgraphs/kit/ingest/report.ts';
import { openDisturbedTown, type DisturbedTown, type Victim } from '../services/town.ts';
import { createRandomDrops } from './random-drops.ts';
import { compareTags, listWaiting, type TagComparison } from './compare-tags.ts';

/** Whoever derives, the store of tags and of the queue, and the feed. */
const TAG_VICTIMS = ['tagging', 'postgres', 'redis'] as const satisfies readonly Victim[];
const LONGEST_PAUSE_MS = 1_500;
const LONGEST_AWAY_MS = 800;
const PATIENCE_MS = 120_000;
const LAST_CHARACTERS = 8_000;

export interface TagsSoak extends TagComparison {
  readonly kills: number;
  readonly drops: number;
  /** Records that the drops brought or made other than before. */
  readonly changes: number;
}

export interface DisturbTagsOptions {
  /** Of each victim. */
  readonly kills: number;
  /** At least so many records are changed. */
  readonly changes: number;
  readonly seed: number;
  readonly onKill?: (victim: Victim) => void;
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Delivers a drop with changes at random, again and again until it is taken; resolves to how many records it changed. */
const createDelivery = async ({ url, dataFolder }: DisturbedTown, random: () => number) => {
  const issuer = await createDevelopmentIssuer({
    dataFolder,
    port: Number(new URL(url).port),
    audience: 'onefile',
    isProduction: false,
  });
  const nextDrop = await createRandomDrops(random);
  return async (): Promise<number> => {
    const { source, body } = nextDrop();
    const token = await issuer.mint({ sub: 'source', acr: '2', role: 'source', sources: [source] });
    const { value } = await until(
      'the drop is taken in',
      async () => {
        const answer = await fetch(new URL(`/ingest/${source}`, url), {
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
          body,
        }).catch(() => null);
        const report = (await answer?.json().catch(() => null)) as Partial<IngestReport> | null | undefined;
        // Too many bad rows: the drop is refused whole, and nothing changes.
        if (answer?.ok !== true && answer?.status !== 422) return null;
        return (report?.accepted ?? 0) + (report?.changed ?? 0);
      },
      PATIENCE_MS,
    );
    return value;
  };
};

const disturb = async (
  town: DisturbedTown,
  { kills, changes, seed, onKill }: DisturbTagsOptions,
): Promise<TagsSoak> => {
  const random = createRandom(seed);
  const deliver = await createDelivery(town, createRandom(seed + 1));
  const over = new AbortController();
  let drops = 0;
  let changed = 0;
  const delivering = (async () => {
    while (!over.signal.aborted || changed < changes) {
      changed += await deliver();
      drops += 1;
    }
  })();
  const order = Array.from({ length: kills }, () =>
    TAG_VICTIMS.map((victim) => ({ victim, rank: random() })).sort((one, other) => one.rank - other.rank),
  ).flat();
  for (const { victim } of order) {
    await later(random() * LONGEST_PAUSE_MS);
    const { isBack } = await town.kill(victim, random() * LONGEST_AWAY_MS);
    await isBack;
    onKill?.(victim);
    await until(
      'everybody is ready',
      async () => {
        const answer = await fetch(new URL('/readyz', town.url)).catch(() => null);
        const { dependencies = {} } = ((await answer?.json().catch(() => null)) ?? {}) as {
          dependencies?: Readonly<Record<string, boolean>>;
        };
        return answer?.ok === true && Object.values(dependencies).every(Boolean) ? true : null;
      },
      PATIENCE_MS,
    );
  }
  over.abort();
  await delivering;
  // What was told last has to come through the feed first.
  let quiet = 0;
  let waiting: readonly string[] = [];
  await until(
    'nobody waits to be derived',
    async () => {
      waiting = await listWaiting(town);
      quiet = waiting.length === 0 ? quiet + 1 : 0;
      await later(250);
      return quiet >= 12 ? true : null;
    },
    PATIENCE_MS,
  ).catch((error: unknown) => {
    throw new Error(['Somebody waits for ever.', ...waiting].join('\n'), { cause: error });
  });
  return { ...(await compareTags(town)), kills: order.length, drops, changes: changed };
};

/** Kills whoever derives, the store and the feed so many times each while registries change; then all must be as derived anew. */
export const disturbTags = async (options: DisturbTagsOptions): Promise<TagsSoak> => {
  const town = await openDisturbedTown();
  try {
    return await disturb(town, options).catch((error: unknown) => {
      throw new Error(`What the processes said last:\n${town.printed().slice(-LAST_CHARACTERS)}`, { cause: error });
    });
  } finally {
    await town.stop();
  }
};
