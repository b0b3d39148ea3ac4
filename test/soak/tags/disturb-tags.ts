import { createDevelopmentIssuer } from '../../../gateway/issuer/issuer.ts';
import { createRandom } from '../../subgraphs/kit/ingest/kills.ts';
import { until } from '../../services/command.ts';
import { demoPeople, idNumberOf } from '../../support/people.ts';
import { openDisturbedTown, type DisturbedTown, type Victim } from '../services/town.ts';
import { compareTags, countWaiting, type TagComparison } from './compare-tags.ts';

/** Whoever derives, the store of tags and of the queue, and the feed. */
const TAG_VICTIMS = ['tagging', 'postgres', 'redis'] as const satisfies readonly Victim[];
const LONGEST_PAUSE_MS = 1_500;
const LONGEST_AWAY_MS = 800;
const PATIENCE_MS = 120_000;
const COLUMNS = '公民身份号码,姓名,性别,出生日期,民族,国籍,政治面貌,文化程度,婚姻状况';

export interface TagsSoak extends TagComparison {
  readonly kills: number;
  readonly drops: number;
}

export interface DisturbTagsOptions {
  /** Of each victim. */
  readonly kills: number;
  readonly seed: number;
  readonly onKill?: (victim: Victim) => void;
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Corrects the birth dates of some people by a drop, again and again until it is taken. */
const createCorrections = async ({ url, dataFolder }: DisturbedTown, random: () => number) => {
  const issuer = await createDevelopmentIssuer({
    dataFolder,
    port: Number(new URL(url).port),
    audience: 'onefile',
    isProduction: false,
  });
  const token = await issuer.mint({ sub: 'source', acr: '2', role: 'source', sources: ['personal.citizens'] });
  const numbers = demoPeople.flatMap(({ id, role }) => (role === 'citizen' ? [idNumberOf(id)] : []));
  return async (): Promise<void> => {
    const rows = numbers
      .filter(() => random() < 0.4)
      .map((number) => {
        const day = new Date(Date.UTC(1930, 0, 1) + Math.floor(random() * 90 * 365) * 86_400_000);
        const sex = Number(number[16]) % 2 === 1 ? '男' : '女';
        return `${number},测试某,${sex},${day.toISOString().slice(0, 10)},汉族,中国,群众,大学本科,未婚`;
      });
    await until(
      'the drop is taken in',
      async () => {
        const answer = await fetch(new URL('/ingest/personal.citizens', url), {
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
          body: `${COLUMNS}\n${rows.join('\n')}\n`,
        }).catch(() => null);
        await answer?.body?.cancel();
        return answer?.ok === true ? true : null;
      },
      PATIENCE_MS,
    );
  };
};

const disturb = async (town: DisturbedTown, { kills, seed, onKill }: DisturbTagsOptions): Promise<TagsSoak> => {
  const random = createRandom(seed);
  const correct = await createCorrections(town, createRandom(seed + 1));
  const over = new AbortController();
  let drops = 0;
  const correcting = (async () => {
    while (!over.signal.aborted) {
      await correct();
      drops += 1;
      await later(100);
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
  await correcting;
  // What was told last has to come through the feed first.
  let quiet = 0;
  await until(
    'nobody waits to be derived',
    async () => {
      quiet = (await countWaiting(town)) === 0 ? quiet + 1 : 0;
      await later(250);
      return quiet >= 12 ? true : null;
    },
    PATIENCE_MS,
  );
  return { ...(await compareTags(town)), kills: order.length, drops };
};

/** Kills whoever derives, the store and the feed so many times each while registries change; then all must be as derived anew. */
export const disturbTags = async (options: DisturbTagsOptions): Promise<TagsSoak> => {
  const town = await openDisturbedTown();
  try {
    return await disturb(town, options);
  } finally {
    await town.stop();
  }
};
