import { randomUUID } from 'node:crypto';
import { percentile, round, type Bench, type Measure } from './measure.ts';
import { readConfig } from '../../gateway/config.ts';
import { openTown, type Town } from '../support/town.ts';

const TIMES = 30;
const PROMISED_MS = 1_000;
const USCC = '91310104MA1FPAA18P';

const GRANT = `mutation ($input: MandateInput!) { grantMandate(input: $input) { id } }`;
const WITHDRAW = `mutation ($id: ID!, $key: String!) { withdrawMandate(id: $id, requestKey: $key) { id } }`;
const DOORS: readonly [registry: string, query: string][] = [
  ['enterprises', `{ enterprise(uscc: "${USCC}") { name } }`],
  [
    'enterprises',
    `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${USCC}" }]) { ... on Enterprise { name } } }`,
  ],
];

const isOpen = async (town: Town, handler: Awaited<ReturnType<Town['citizen']>>): Promise<boolean> => {
  const answers = await Promise.all(DOORS.map(([registry, query]) => town.ask(registry, handler, query)));
  return answers.some(({ data }) => JSON.stringify(data).includes('name'));
};

/** The relation as another registry's directory knows it: it hears of the mandate by the feed alone. */
const mayActInPersonal = async (town: Town, handler: Awaited<ReturnType<Town['citizen']>>): Promise<boolean> => {
  const { data } = await town.ask('personal', { ...handler, actingFor: USCC }, '{ me { id } }');
  return data !== null && data !== undefined;
};

const until = async (reached: () => Promise<boolean>): Promise<number> => {
  const began = performance.now();
  while (!(await reached())) {
    if (performance.now() - began > 10_000) throw new Error('A revocation did not arrive in ten seconds.');
  }
  return performance.now() - began;
};

const measure = async (town: Town, mode: string): Promise<Measure[]> => {
  const representative = await town.citizen('zhou-ming');
  const handler = await town.citizen('ma-xiaodong');
  const own: number[] = [];
  const foreign: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const input = {
      uscc: USCC,
      handler: handler.subject,
      services: ['annual-report'],
      until: `${new Date().getFullYear() + 2}-01-01`,
      requestKey: randomUUID(),
    };
    const { data, errors } = await town.ask('enterprises', representative, GRANT, { input });
    const mandate = data?.['grantMandate'] as { id: string } | null;
    if (mandate === null) throw new Error(JSON.stringify(errors));
    await until(async () => (await isOpen(town, handler)) && (await mayActInPersonal(town, handler)));
    await town.ask('enterprises', representative, WITHDRAW, { id: mandate.id, key: randomUUID() });
    const [atOwner, elsewhere] = await Promise.all([
      until(async () => !(await isOpen(town, handler))),
      until(async () => !(await mayActInPersonal(town, handler))),
    ]);
    own.push(atOwner);
    foreign.push(elsewhere);
  }
  const toMeasure = (name: string, values: readonly number[]): Measure => {
    const value = round(percentile(values, 99));
    return {
      name: `${name}_${mode}`,
      value,
      unit: 'ms',
      baseline: `the promised ${PROMISED_MS} ms`,
      ratio: round(PROMISED_MS / value),
    };
  };
  return [toMeasure('p99_owner_closed', own), toMeasure('p99_others_closed', foreign)];
};

const measureOn = async (mode: string, environment: Readonly<Record<string, string>>): Promise<Measure[]> => {
  const town = await openTown(environment);
  try {
    return await measure(town, mode);
  } finally {
    await town.close();
  }
};

const run = async (): Promise<readonly Measure[]> => {
  const { DATABASE_URL, REDIS_URL } = readConfig();
  const standalone = await measureOn('standalone', {});
  if (DATABASE_URL === undefined || REDIS_URL === undefined) return standalone;
  return [...standalone, ...(await measureOn('services', { DATABASE_URL, REDIS_URL }))];
};

export const revocation: Bench = {
  name: 'revocation',
  description:
    'From a mandate withdrawn to the last door closed; with DATABASE_URL (an empty database) and REDIS_URL there as well',
  run,
};
