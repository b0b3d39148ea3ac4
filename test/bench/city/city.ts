import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig as readGatewayConfig } from '../../../gateway/config.ts';
import { createDevelopmentIssuer, type DevelopmentIssuer } from '../../../gateway/issuer/issuer.ts';
import { createRandom } from '../../population/random.ts';
import { createScratchPostgres } from '../../support/scratch-postgres.ts';
import { startChild, type Child } from '../child.ts';
import { freePort } from '../free-port.ts';
import { median, percentile, round, type Bench, type Measure } from '../measure.ts';
import { readConfig } from './config.ts';
import { fillCity, type FilledCity } from './fill-city.ts';

const WARM_UP = 100;
const ROUNDS = 3;
/** People of a round, each asked for once. */
const PEOPLE = 200;

interface OpenCity extends FilledCity {
  child: Child;
  issuer: DevelopmentIssuer;
}

/** Milliseconds of one person's homepage, as signed in for the first time in a while. */
const askHomepage = async ({ child, issuer }: OpenCity, idNumber: string, body: string): Promise<number> => {
  const token = await issuer.mint({ sub: idNumber, role: 'citizen', id_number: idNumber, acr: '2' });
  const began = performance.now();
  const answer = await fetch(`${child.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
  const text = await answer.text();
  const ms = performance.now() - began;
  const { data } = JSON.parse(text) as { data?: { me?: { name?: string | null } } };
  if (answer.status !== 200 || typeof data?.me?.name !== 'string')
    throw new Error(`A homepage was not answered: ${text.slice(0, 300)}`);
  if (/"code":"(UNAVAILABLE|TIMEOUT|INTERNAL)"/.test(text)) throw new Error('A part of a homepage was not answered.');
  return ms;
};

/** After a load the directories follow the feed; until they have, relations are UNAVAILABLE and the machine is busy. */
const untilFollowed = async ({ child }: OpenCity): Promise<void> => {
  for (;;) {
    const metrics = await (await fetch(`${child.url}/metrics`)).text();
    const lags = [...metrics.matchAll(/^onefile_feed_lag_seconds\{.*\} (\S+)$/gm)].map(([, lag]) => Number(lag));
    // A lag without end is `+Inf`, which is no number to JavaScript.
    if (lags.length > 0 && lags.every((lag) => lag < 1)) return;
    await sleep(1_000);
  }
};

const openCity = async (filled: FilledCity, environment: Readonly<Record<string, string>>): Promise<OpenCity> => {
  const port = await freePort();
  const child = await startChild(new URL('../../../gateway/commands/start.ts', import.meta.url), {
    ...environment,
    PORT: String(port),
    RATE_LIMIT: '0',
    LOG_LEVEL: 'error',
  });
  const config = readGatewayConfig(environment);
  const dataFolder = config.ONEFILE_DATA;
  const audience = config.OIDC_AUDIENCE;
  return {
    ...filled,
    child,
    issuer: await createDevelopmentIssuer({ dataFolder, port, audience, isProduction: false }),
  };
};

/** Asks the cities in turn, so that whatever else the machine does falls on all of them alike. */
const askInTurn = async (
  cities: readonly OpenCity[],
  people: number,
  seed: number,
  body: string,
): Promise<number[][]> => {
  const random = createRandom(seed);
  const times = cities.map((): number[] => []);
  for (let index = 0; index < people; index += 1) {
    for (const [at, city] of cities.entries()) {
      const person = city.living[random.below(city.living.length)] ?? '';
      times[at]?.push(await askHomepage(city, person, body));
    }
  }
  return times;
};

const toMeasures = (cities: readonly FilledCity[], rounds: readonly (readonly number[][])[]): Measure[] => {
  const [small, large] = [cities[0], cities.at(-1)];
  if (small === undefined || large === undefined) throw new Error('Two cities are compared.');
  const timesOf = (city: FilledCity) => rounds.map((times) => times[cities.indexOf(city)] ?? []);
  const ofRank = (rank: number): Measure => {
    const [few, many] = [timesOf(small), timesOf(large)];
    const ratios = many.map((times, index) => percentile(times, rank) / percentile(few[index] ?? [], rank));
    const value = median(many.map((times) => percentile(times, rank)));
    const other = median(few.map((times) => percentile(times, rank)));
    return {
      name: `homepage_p${rank}_of_${large.citizens}`,
      value: round(value),
      unit: 'ms',
      baseline: `the same among ${small.citizens} citizens, ${round(other)} ms (less is better)`,
      ratio: round(median(ratios)),
    };
  };
  const loads = cities.map(({ citizens, rows, seconds, peakMb }): Measure => ({
    name: `load_of_${citizens}`,
    value: round(rows / seconds),
    unit: 'rows/s',
    baseline: `the rows a second of ${small.citizens} citizens; ${rows} rows in ${round(seconds)} s, ${Math.round(peakMb)} MB at most`,
    ratio: round(rows / seconds / (small.rows / small.seconds)),
  }));
  return [...loads, ofRank(50), ofRank(99)];
};

const run = async (): Promise<readonly Measure[]> => {
  const { DATABASE_URL, BENCH_CITIES } = readConfig();
  const folder = await mkdtemp(join(tmpdir(), 'onefile-bench-'));
  const scratches: { drop(): Promise<void> }[] = [];
  const cities: OpenCity[] = [];
  try {
    const query = await readFile(new URL('../../../gateway/portal/queries/homepage.graphql', import.meta.url), 'utf8');
    const body = JSON.stringify({ query });
    for (const citizens of BENCH_CITIES) {
      const scratch = await createScratchPostgres(DATABASE_URL);
      scratches.push(scratch);
      const environment = { DATABASE_URL: scratch.url, ONEFILE_DATA: join(folder, String(citizens)) };
      const filled = await fillCity(citizens, join(folder, `drops-${citizens}`), environment);
      cities.push(await openCity(filled, environment));
    }
    for (const city of cities) await untilFollowed(city);
    await askInTurn(cities, WARM_UP, 0, body);
    const rounds: number[][][] = [];
    for (let seed = 1; seed <= ROUNDS; seed += 1) rounds.push(await askInTurn(cities, PEOPLE, seed, body));
    return toMeasures(cities, rounds);
  } finally {
    await Promise.all(cities.map(({ child }) => child.stop()));
    await Promise.all(scratches.map((scratch) => scratch.drop()));
    await rm(folder, { recursive: true, force: true });
  }
};

export const city: Bench = {
  name: 'city',
  description:
    'Cities of 10,000 and 100,000 citizens loaded into PostgreSQL, and the homepage of one against the other',
  run,
};
