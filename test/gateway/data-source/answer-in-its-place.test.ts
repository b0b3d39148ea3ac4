import type { GraphQLDataSource } from '@apollo/gateway';
import { afterEach, describe, expect, it } from '@jest/globals';
import { answerInItsPlace } from '../../../gateway/data-source/answer-in-its-place.ts';
import { SubgraphTimeout } from '../../../gateway/data-source/subgraph-timeout.ts';
import { publicViewer, type Viewer } from '../../../schema/viewer.ts';
import { runGateway, type RunningGateway } from '../../support/federation.ts';
import { changed, CITIZEN, createSmallGraph, later, SUBGRAPHS } from '../small-graph.ts';

const graph = createSmallGraph();
const citizen: Viewer = { ...publicViewer('2026-11-22'), role: 'citizen', subject: CITIZEN };
const ME = '{ me { id name enterprises { name } readings } }';
const WHOLE: Record<string, unknown> = { id: CITIZEN, name: '林晓梅', enterprises: [{ name: '明梅' }], readings: 3 };
const FIELD_OF = { personal: 'name', enterprises: 'enterprises', governance: 'readings' } as const;

type Process = GraphQLDataSource['process'];
const running: RunningGateway[] = [];
afterEach(() => Promise.all(running.splice(0).map((gateway) => gateway.stop())));

const gatewayWith = async (
  broken: string,
  change: (answer: () => ReturnType<Process>) => ReturnType<Process>,
  viewer = citizen,
  isFast = true,
) => {
  const causes: unknown[] = [];
  const gateway = await runGateway(
    graph.supergraphSdl,
    (name) => {
      const source = graph.dataSource(name);
      const inPlace = answerInItsPlace(name === broken ? changed(source, change) : source, (cause) =>
        causes.push(cause),
      );
      return inPlace as GraphQLDataSource;
    },
    { isFast, context: () => ({ viewer }) },
  );
  running.push(gateway);
  return { ...gateway, causes };
};

const nullMe = (): ReturnType<Process> => Promise.resolve({ data: { me: null } });
const losses: Record<string, { change: (answer: () => ReturnType<Process>) => ReturnType<Process>; code: string }> = {
  'is down': { change: () => Promise.reject(new Error('connect ECONNREFUSED')), code: 'UNAVAILABLE' },
  'is too slow': { change: () => Promise.reject(new SubgraphTimeout(1)), code: 'TIMEOUT' },
  'answers null early': { change: nullMe, code: 'UNAVAILABLE' },
  'answers null late': { change: () => later(40).then(() => ({ data: { me: null } })), code: 'UNAVAILABLE' },
  'answers null late, with an error': {
    change: () => later(40).then(() => ({ data: { me: null }, errors: [{ message: 'pg: gone', path: ['me'] }] })),
    code: 'UNAVAILABLE',
  },
  'refuses the whole request': {
    change: () => Promise.resolve({ errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }] }),
    code: 'UNAVAILABLE',
  },
};

describe.each(SUBGRAPHS)('when %s', (name) => {
  const field = FIELD_OF[name];
  const cases = Object.entries(losses).flatMap(([what, loss]) => [
    { what, ...loss, isFast: true },
    { what, ...loss, isFast: false },
  ]);

  it.each(cases)(
    '$what, the rest of me stands and the error names the path (fast: $isFast)',
    async ({ change, code, isFast }) => {
      const gateway = await gatewayWith(name, change, citizen, isFast);
      for (let times = 0; times < 2; times++) {
        const { data, errors } = await gateway.ask(ME);
        expect(data).toEqual({ me: { ...WHOLE, [field]: null } });
        expect(errors).toHaveLength(1);
        expect(errors?.[0]).toMatchObject({ path: ['me', field], extensions: { code, retryable: true } });
      }
      expect(gateway.causes).toHaveLength(2);
    },
  );

  it('is well again, so is the answer', async () => {
    let isDown = true;
    const gateway = await gatewayWith(name, (answer) => (isDown ? Promise.reject(new Error('down')) : answer()));
    expect((await gateway.ask(ME)).errors).toHaveLength(1);
    isDown = false;
    expect(await gateway.ask(ME)).toEqual({ data: { me: WHOLE } });
  });
});

describe('a lost part', () => {
  const down = () => Promise.reject(new Error('down'));

  it('keeps the key under an alias', async () => {
    const gateway = await gatewayWith('governance', down);
    const { data, errors } = await gateway.ask('{ a: me { who: id n: readings } b: me { name } }');
    expect(data).toEqual({ a: { who: CITIZEN, n: null }, b: { name: '林晓梅' } });
    expect(errors?.map(({ path }) => path)).toEqual([['a', 'n']]);
  });

  it('of an entity carries the path of each field in the answer', async () => {
    const gateway = await gatewayWith('governance', down);
    const { data, errors } = await gateway.ask(
      '{ citizen(id: "x") { name readings children { name readings objections } } }',
    );
    expect(data).toEqual({
      citizen: { name: '林晓梅', readings: null, children: [{ name: '林晓梅', readings: null, objections: null }] },
    });
    expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual([
      'citizen.children.0.objections',
      'citizen.children.0.readings',
      'citizen.readings',
    ]);
  });

  it('of another root is null with an error', async () => {
    const gateway = await gatewayWith('governance', down);
    const { data, errors } = await gateway.ask('{ sources me { name } }');
    expect(data).toEqual({ sources: null, me: { name: '林晓梅' } });
    expect(errors?.[0]).toMatchObject({ path: ['sources'], extensions: { code: 'UNAVAILABLE' } });
  });

  it('is not said of fields that are skipped', async () => {
    const gateway = await gatewayWith('governance', down);
    const answer = await gateway.ask('query ($no: Boolean!) { me { id readings @skip(if: $no) objections } }', {
      no: true,
    });
    expect(answer.errors?.map(({ path }) => path)).toEqual([['me', 'objections']]);
  });

  it('that the subgraph explains keeps its words', async () => {
    const refused = { message: 'A date is YYYY-MM-DD.', extensions: { code: 'BAD_USER_INPUT', field: 'at' } };
    const gateway = await gatewayWith('governance', () => Promise.resolve({ errors: [refused] }));
    const { data, errors } = await gateway.ask(ME);
    expect(data).toEqual({ me: { ...WHOLE, readings: null } });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]).toMatchObject({ ...refused, path: ['me', 'readings'] });
    expect(gateway.causes).toEqual([]);
  });

  it.each(
    (['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'] as const).flatMap((code) => [
      { code, isFast: true },
      { code, isFast: false },
    ]),
  )('that a refused root took along keeps its code $code (fast: $isFast)', async ({ code, isFast }) => {
    const refused = { message: 'No.', path: ['citizens'], extensions: { code } };
    const nobody = { ...citizen, role: 'public' as const, subject: null };
    const refuse = () => Promise.resolve({ data: null, errors: [refused] });
    const gateway = await gatewayWith('personal', refuse, nobody, isFast);
    for (let times = 0; times < 2; times++) {
      const { data, errors } = await gateway.ask('{ citizens(ids: ["x"]) { name } }');
      expect(data).toBeNull();
      expect(errors?.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([[['citizens'], code]]);
    }
    expect(gateway.counts.fast).toBe(isFast ? 1 : 0);
  });

  it('of a mutation is null with an error, and asked for once', async () => {
    let asked = 0;
    const gateway = await gatewayWith('personal', () => {
      asked++;
      return down();
    });
    for (const times of [1, 2]) {
      const { data, errors } = await gateway.ask('mutation { setContact(phone: "1") { name } }');
      expect(data).toEqual({ setContact: null });
      expect(errors?.[0]?.path).toEqual(['setContact']);
      expect(asked).toBe(times);
    }
  });

  it('is left null for who is no citizen', async () => {
    const gateway = await gatewayWith('governance', nullMe, { ...citizen, role: 'staff', subject: null });
    const { data, errors } = await gateway.ask('{ me { id name readings } }');
    expect(data).toEqual({ me: null });
    expect(errors).toBeUndefined();
  });
});
