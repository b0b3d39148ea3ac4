import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../../gateway/config.ts';
import { createDevelopmentIssuer } from '../../../gateway/issuer/issuer.ts';
import { ask, valueAt } from '../../services/client.ts';
import { findPorts, runCommand, startCommand, type RunningCommand } from '../../services/command.ts';
import { idNumberOf } from '../../support/people.ts';
import { percentile, round, type Bench, type Measure } from '../measure.ts';
import { toCitizensDrop } from './citizens-drop.ts';

const TIMES = 60;
const BACKLOG = 10_000;
const PROMISED_S = 1;
const USCC = '91310104MA1FPAA18P';
const ACTING = { headers: { 'x-onefile-acting-for': USCC } };
const PATIENCE_MS = 600_000;
/** Who asks more often keeps the servers busy by asking. */
const POLL_MS = 20;

const SAVE = `mutation ($key: String!, $form: [FormValueInput!]!) {
  saveApplication(input: { service: "address-change", form: $form, requestKey: $key }) { id } }`;
const SUBMIT = 'mutation ($id: ID!, $key: String!) { submitApplication(id: $id, requestKey: $key) { state } }';
const WITHDRAW = 'mutation ($id: ID!, $key: String!) { withdrawApplication(id: $id, requestKey: $key) { state } }';
const TAGS = `{ enterprise(uscc: "${USCC}") { tags { tag { code } } } }`;
const FORM = Object.entries({
  'enterprise-name': '上海明梅餐饮有限公司',
  uscc: USCC,
  'legal-representative': '周明',
  'registered-address': '上海市徐汇区某路（示例）1号',
  'new-address': '上海市徐汇区某路（示例）2号',
}).map(([field, value]) => ({ field, value }));

interface Served {
  readonly url: string;
  /** Where the tags' queue is measured. */
  readonly metricsUrl: string;
  readonly citizen: string;
  readonly source: string;
}

const until = async (reached: () => Promise<boolean>, pauseMs: number): Promise<number> => {
  const began = performance.now();
  while (!(await reached())) {
    if (performance.now() - began > PATIENCE_MS) throw new Error('It did not come about in ten minutes.');
    await sleep(pauseMs);
  }
  return (performance.now() - began) / 1_000;
};

const isChanging = async ({ url, citizen }: Served): Promise<boolean> =>
  JSON.stringify((await ask(url, citizen, TAGS, ACTING)).data ?? {}).includes('"changing"');

const act = async ({ url, citizen }: Served, query: string, variables: object): Promise<unknown> => {
  const answer = await ask(url, citizen, query, { ...ACTING, variables });
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return answer;
};

/** Seconds from the registry's answer to the tag in an answer of the gateway: an application that is made, and taken back. */
const measureOnce = async (served: Served): Promise<readonly number[]> => {
  const saved = await act(served, SAVE, { key: randomUUID(), form: FORM });
  const id = valueAt(saved as Awaited<ReturnType<typeof ask>>, 'saveApplication.id');
  await act(served, SUBMIT, { id, key: randomUUID() });
  const appeared = await until(() => isChanging(served), POLL_MS);
  await act(served, WITHDRAW, { id, key: randomUUID() });
  const gone = await until(async () => !(await isChanging(served)), POLL_MS);
  return [appeared, gone];
};

interface Progress {
  /** Subjects whose tags are to be derived. */
  readonly waiting: number;
  /** Subjects with tags. */
  readonly derived: number;
}

const readProgress = async ({ metricsUrl }: Served): Promise<Progress> => {
  const text = await (await fetch(new URL('/metrics', metricsUrl))).text();
  return {
    waiting: Number(/^onefile_tagging_queue\{state="waiting"\} (\d+)/m.exec(text)?.[1] ?? Infinity),
    derived: Number(/^onefile_tagging_index\{of="subjects"\} (\d+)/m.exec(text)?.[1] ?? 0),
  };
};

const toMeasure = (name: string, values: readonly number[]): Measure => {
  const value = round(percentile(values, 99));
  return { name, value, unit: 's', baseline: `the promised ${String(PROMISED_S)} s`, ratio: round(PROMISED_S / value) };
};

const measure = async (served: Served, mode: string): Promise<readonly Measure[]> => {
  await until(async () => (await readProgress(served)).waiting === 0, 100);
  await measureOnce(served);
  const idle: number[] = [];
  while (idle.length < TIMES) idle.push(...(await measureOnce(served)));
  const { derived: before } = await readProgress(served);
  const pushed = await fetch(new URL('/ingest/personal.citizens', served.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${served.source}` },
    body: toCitizensDrop(BACKLOG),
  });
  const report = await pushed.text();
  if (!report.includes(`"accepted":${String(BACKLOG)}`)) throw new Error(`The drop was not taken in: ${report}`);
  const began = performance.now();
  const isDrained = async () => {
    const { waiting, derived } = await readProgress(served);
    return waiting === 0 && derived >= before + BACKLOG;
  };
  const busy: number[] = [];
  while (busy.length < TIMES && !(await isDrained())) busy.push(...(await measureOnce(served)));
  await until(isDrained, 50);
  const perSecond = round(BACKLOG / ((performance.now() - began) / 1_000));
  return [
    toMeasure(`p99_${mode}_idle_s`, idle),
    toMeasure(`p99_${mode}_busy_s`, busy),
    {
      name: `backlog_per_s_${mode}`,
      value: perSecond,
      unit: 'subjects/s',
      baseline: 'one subject a second',
      ratio: perSecond,
    },
  ];
};

const serve = async (
  file: string,
  environment: Readonly<Record<string, string>>,
  use: (served: Served) => Promise<readonly Measure[]>,
): Promise<readonly Measure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-freshness-'));
  const port = await findPorts(9);
  const given = {
    ...environment,
    ONEFILE_DATA: folder,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    ONEFILE_TODAY: '2026-11-22',
    RATE_LIMIT: '0',
  };
  const server: RunningCommand = startCommand(file, [], given);
  try {
    const url = await server.ready;
    if (environment['DATABASE_URL'] !== undefined) {
      const { code, stderr } = await runCommand('gateway/commands/load.ts', ['--demo'], given);
      if (code !== 0) throw new Error(stderr);
    }
    const issuer = await createDevelopmentIssuer({
      dataFolder: folder,
      port,
      audience: 'onefile',
      isProduction: false,
    });
    const representative = { sub: 'zhou-ming', acr: '2', role: 'citizen', client: 'portal' } as const;
    return await use({
      url,
      metricsUrl: environment['DATABASE_URL'] === undefined ? url : `http://127.0.0.1:${String(port + 7)}`,
      citizen: await issuer.mint({ ...representative, id_number: idNumberOf('zhou-ming') }),
      source: await issuer.mint({ sub: 'source', acr: '2', role: 'source', sources: ['personal.citizens'] }),
    });
  } finally {
    await server.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
};

const run = async (): Promise<readonly Measure[]> => {
  const { DATABASE_URL, REDIS_URL, NEO4J_URL } = readConfig();
  const standalone = await serve('gateway/commands/start.ts', {}, (served) => measure(served, 'standalone'));
  if (DATABASE_URL === undefined || REDIS_URL === undefined) return standalone;
  const servers = { DATABASE_URL, REDIS_URL, ...(NEO4J_URL === undefined ? {} : { NEO4J_URL }) };
  const services = await serve('gateway/commands/services.ts', servers, (served) => measure(served, 'services'));
  return [...standalone, ...services];
};

export const freshness: Bench = {
  name: 'freshness',
  description:
    'From a change in a registry to the tag in an answer, idle and behind 10,000 others; with DATABASE_URL (an empty database), REDIS_URL and NEO4J_URL as services as well',
  run,
};
