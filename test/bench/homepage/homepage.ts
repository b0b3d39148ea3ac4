import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSealer } from '../../../schema/seal.ts';
import { civilDay } from '../../../schema/civil-day.ts';
import { publicViewer } from '../../../schema/viewer.ts';
import { readConfig } from '../../../gateway/config.ts';
import { createDevelopmentIssuer } from '../../../gateway/issuer/issuer.ts';
import { loadSealKey } from '../../../gateway/seal-key.ts';
import { idNumberOf } from '../../support/people.ts';
import { startChild, type Child } from '../child.ts';
import { freePort } from '../free-port.ts';
import { sendLoad } from '../load.ts';
import { median, percentile, round, type Bench, type Measure } from '../measure.ts';

const ROUNDS = 3;
const REQUESTS = 100;
/** Requests of a round in which the registries answer from memory. */
const REPLAYED = 1_000;
const CONCURRENCY = 8;
const here = (file: string) => new URL(file, import.meta.url);

interface Side {
  child: Child;
  headers: Readonly<Record<string, string>>;
  url: string;
}

interface Round {
  cpuMs: number;
  perSecond: number;
  times: readonly number[];
}

const runRound = async ({ child, url, headers }: Side, body: string, requests = REQUESTS): Promise<Round> => {
  const before = await child.cpuSeconds();
  const began = performance.now();
  const times = await sendLoad({ url, headers, body, requests, concurrency: CONCURRENCY });
  const seconds = (performance.now() - began) / 1_000;
  return { cpuMs: (((await child.cpuSeconds()) - before) * 1_000) / requests, perSecond: requests / seconds, times };
};

type Rounds = Readonly<Record<'ours' | 'stock' | 'byHand' | 'oursReplayed' | 'stockReplayed', readonly Round[]>>;

const summarise = ({ ours, stock, byHand, oursReplayed, stockReplayed }: Rounds): Measure[] => {
  const ratioOf = (of: (ours: Round, other: Round) => number, others = stock, ones = ours) =>
    round(median(ones.map((one, index) => of(one, others[index] ?? one))));
  const of = (rounds: readonly Round[], pick: (one: Round) => number) => round(median(rounds.map(pick)));
  return [
    {
      name: 'gateway_cpu_over_stock',
      value: of(oursReplayed, ({ cpuMs }) => cpuMs),
      unit: 'ms CPU/request',
      baseline: `stock Apollo Gateway, ${of(stockReplayed, ({ cpuMs }) => cpuMs)} ms, registries from memory`,
      ratio: ratioOf((one, other) => other.cpuMs / one.cpuMs, stockReplayed, oursReplayed),
    },
    {
      name: 'gateway_requests_per_second',
      value: of(oursReplayed, ({ perSecond }) => perSecond),
      unit: 'requests/s',
      baseline: `stock Apollo Gateway, ${of(stockReplayed, ({ perSecond }) => perSecond)}/s, registries from memory`,
      ratio: ratioOf((one, other) => one.perSecond / other.perSecond, stockReplayed, oursReplayed),
    },
    {
      name: 'requests_per_second',
      value: of(ours, ({ perSecond }) => perSecond),
      unit: 'requests/s',
      baseline: `stock Apollo Gateway, ${of(stock, ({ perSecond }) => perSecond)}/s`,
      ratio: ratioOf((one, other) => one.perSecond / other.perSecond),
    },
    {
      name: 'requests_per_second_over_sql',
      value: of(ours, ({ perSecond }) => perSecond),
      unit: 'requests/s',
      baseline: `the same SQL by hand behind a bare HTTP server, ${of(byHand, ({ perSecond }) => perSecond)}/s`,
      ratio: ratioOf((one, other) => one.perSecond / other.perSecond, byHand),
    },
    {
      name: 'p50',
      value: of(ours, ({ times }) => median(times)),
      unit: 'ms',
      baseline: `stock Apollo Gateway, ${of(stock, ({ times }) => median(times))} ms`,
      ratio: ratioOf((one, other) => median(other.times) / median(one.times)),
    },
    {
      name: 'p99',
      value: of(ours, ({ times }) => percentile(times, 99)),
      unit: 'ms',
      baseline: `stock Apollo Gateway, ${of(stock, ({ times }) => percentile(times, 99))} ms`,
      ratio: ratioOf((one, other) => percentile(other.times, 99) / percentile(one.times, 99)),
    },
  ];
};

const run = async (): Promise<readonly Measure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-bench-'));
  const children: Child[] = [];
  const start = async (file: string, environment: Readonly<Record<string, string>>) => {
    const child = await startChild(here(file), { ONEFILE_DATA: folder, ...environment });
    children.push(child);
    return child;
  };
  try {
    const config = readConfig({ ONEFILE_DATA: folder });
    const registries = await start('registries.ts', {});
    const { urls, byHand } = JSON.parse(registries.url) as { urls: Record<string, string>; byHand: string };
    const recorded = await start('recorded-registries.ts', { BENCH_URLS: JSON.stringify(urls) });
    const before = JSON.parse(recorded.url) as { urls: Record<string, string>; control: string };
    const port = await freePort();
    const control = await freePort();
    const ours = await start('../../../gateway/main.ts', {
      PORT: String(port),
      RATE_LIMIT: '0',
      SUBGRAPH_URLS: Object.entries(before.urls)
        .map(([name, url]) => `${name}=${url}`)
        .join(','),
    });
    const stock = await start('stock-gateway.ts', {
      BENCH_URLS: JSON.stringify(before.urls),
      BENCH_CONTROL_PORT: String(control),
    });

    const issuer = await createDevelopmentIssuer({
      dataFolder: folder,
      port,
      audience: config.OIDC_AUDIENCE,
      isProduction: false,
    });
    const token = await issuer.mint({ sub: 'bench', role: 'citizen', id_number: idNumberOf('lin-xiaomei'), acr: '2' });
    const seal = await createSealer(await loadSealKey(config), () => new Date());
    const query = await readFile(new URL('../../../gateway/portal/queries/homepage.graphql', import.meta.url), 'utf8');
    const body = JSON.stringify({ query });
    const oursSide: Side = { child: ours, url: `${ours.url}/graphql`, headers: { authorization: `Bearer ${token}` } };
    const stockSide: Side = { child: stock, url: stock.url, headers: {} };

    const me = await fetch(oursSide.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...oursSide.headers },
      body: JSON.stringify({ query: '{ me { id } }' }),
    });
    const { data } = (await me.json()) as { data: { me: { id: string } } };
    const signIn = async () => {
      const viewer = {
        ...publicViewer(civilDay(new Date())),
        role: 'citizen' as const,
        subject: data.me.id,
        assurance: 2 as const,
      };
      await fetch(`http://127.0.0.1:${control}`, { method: 'POST', body: (await seal(viewer)).seal });
    };

    const handSide: Side = { child: registries, url: `${byHand}/`, headers: {} };
    await runRound(oursSide, body);
    await fetch(`${byHand}/record`, { method: 'POST' });
    await sendLoad({ ...oursSide, body, requests: 1, concurrency: 1 });
    await fetch(`${byHand}/recorded`, { method: 'POST' });

    const rounds: Record<keyof Rounds, Round[]> = {
      ours: [],
      stock: [],
      byHand: [],
      oursReplayed: [],
      stockReplayed: [],
    };
    for (let index = -1; index < ROUNDS; index += 1) {
      await signIn();
      const found = { ours: await runRound(oursSide, body), stock: await runRound(stockSide, body) };
      const byHand = await runRound(handSide, '');
      await signIn();
      await fetch(`${before.control}/replay`, { method: 'POST' });
      const oursReplayed = await runRound(oursSide, body, REPLAYED);
      const stockReplayed = await runRound(stockSide, body, REPLAYED);
      await fetch(`${before.control}/pass`, { method: 'POST' });
      // The first round warms all up.
      if (index < 0) continue;
      for (const [name, one] of Object.entries({ ...found, byHand, oursReplayed, stockReplayed }))
        rounds[name as keyof Rounds].push(one);
    }
    return summarise(rounds);
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    await rm(folder, { recursive: true, force: true });
  }
};

export const homepage: Bench = {
  name: 'homepage',
  description:
    "A citizen's homepage over the registries: this gateway with all its checks, against stock Apollo Gateway",
  run,
};
