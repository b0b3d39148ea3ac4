import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createEmbeddedDatabase } from '../../subgraphs/kit/store/embedded-database.ts';
import { idNumberOf } from '../support/people.ts';
import { ask, faultsOf, fetchPeople, isRefusal, portalQuery, valueAt, type Answer, type Signed } from './client.ts';
import { findPorts, runCommand, startCommand, until, type RunningCommand } from './command.ts';

const START = 'gateway/commands/start.ts';
const PATIENCE = 300_000;

/** What each role asks first, and where the answer must not be empty. */
const FIRST_QUESTION: Readonly<
  Record<string, { query: string; filled: string; variables?: object; purpose?: string }>
> = {
  citizen: { query: portalQuery('homepage'), filled: 'me.name' },
  staff: {
    query: portalQuery('enterprises'),
    filled: 'enterprises.edges',
    variables: { search: '上海' },
    purpose: 'enterprise-supervision',
  },
  analyst: { query: portalQuery('catalogue'), filled: 'dataCatalogue.edges', variables: { search: 'Citizen' } },
  operator: { query: portalQuery('sources'), filled: 'sources' },
};

const bodyOf = async (message: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of message as AsyncIterable<Buffer>) text += chunk.toString('utf8');
  return text;
};

describe('npm start', () => {
  let folder: string;
  let environment: Record<string, string>;
  let server: RunningCommand;
  let url: string;
  let people: Signed[];
  const tokenOf = (id: string) => people.find((person) => person.id === id)?.token ?? '';
  const start = async () => {
    server = startCommand(START, [], environment);
    url = await server.ready;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-standalone-'));
    const port = String(await findPorts(1));
    environment = { ONEFILE_DATA: folder, PORT: port, LOG_LEVEL: 'warn', ONEFILE_TODAY: '2026-11-22' };
    await start();
    people = await fetchPeople(url);
  }, PATIENCE);
  afterAll(async () => {
    await server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }, PATIENCE);

  it('says where it is ready', async () => {
    expect(url).toBe(`http://localhost:${environment['PORT']}`);
    expect((await fetch(new URL('/readyz', url))).status).toBe(200);
    const metrics = await (await fetch(new URL('/metrics', url))).text();
    expect(metrics).toMatch(/^onefile_feed_lag_seconds\{group="governance.access-log",registry="personal"\} \d/m);
  });

  it(
    'shows at least ten people, and answers what each asks first',
    async () => {
      expect(people.length).toBeGreaterThanOrEqual(10);
      for (const person of people) {
        expect(Object.keys(person)).toEqual(expect.arrayContaining(['id', 'name', 'story', 'role', 'token']));
        const question = FIRST_QUESTION[person.role];
        if (question === undefined) continue;
        const { query, filled, variables = {}, purpose } = question;
        const headers = purpose === undefined ? {} : { 'x-onefile-purpose': purpose };
        const answer = await ask(url, person.token, query, { variables, headers });
        // The purposes of other officers do not reach enterprises.
        if (person.role === 'staff' && !person.id.startsWith('market-officer')) continue;
        const faults = faultsOf(answer).filter((fault) => !isRefusal(fault));
        expect([person.id, faults]).toEqual([person.id, []]);
        if (person.role === 'citizen') expect(valueAt(answer, filled)).toBe(person.name);
        else expect(valueAt(answer, filled)).not.toHaveLength(0);
      }
      expect(new Set(people.map(({ role }) => role))).toEqual(new Set([...Object.keys(FIRST_QUESTION)]));
    },
    PATIENCE,
  );

  it('answers the five homepages as docs/homepages.md prints them', async () => {
    const page = await readFile('docs/homepages.md', 'utf8');
    const [, query = ''] = /```graphql\n([\s\S]*?)```/.exec(page) ?? [];
    const printed = [...page.matchAll(/^## .*\(([a-z-]+)\)[\s\S]*?```json\n([\s\S]*?)```/gm)];
    expect(printed.length).toBe(5);
    for (const [, id = '', answer = ''] of printed) {
      const { data, errors = [] } = await ask(url, tokenOf(id), query);
      const expected = JSON.parse(answer) as Answer;
      expect([id, data]).toEqual([id, expected.data]);
      // Which registry refuses first is not said.
      expect(new Set(errors)).toEqual(new Set(expected.errors));
    }
  });

  it(
    'writes an officer’s reading into the access log, whose chain a command verifies',
    async () => {
      const variables = { idNumber: idNumberOf('lin-xiaomei') };
      const headers = { 'x-onefile-purpose': 'household-registration' };
      const read = await ask(url, tokenOf('police-officer-xuhui'), portalQuery('person'), { variables, headers });
      expect(valueAt(read, 'findCitizen.name')).toBeDefined();
      await until('the reading in the access log', async () => {
        const log = await ask(url, tokenOf('lin-xiaomei'), '{ me { accessLog { totalCount } } }');
        return Number(valueAt(log, 'me.accessLog.totalCount')) > 0 ? true : null;
      });
      const { code, stdout } = await runCommand('gateway/commands/access-log.ts', ['verify'], environment);
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^[1-9]\d* lines, .*: unchanged\n$/) });
    },
    PATIENCE,
  );

  it(
    'refuses a second server on the same folder, and goes on itself',
    async () => {
      const { code, stdout, stderr } = await runCommand(START, [], {
        ...environment,
        PORT: String(await findPorts(1)),
      });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(
        new RegExp(`is held by process ${server.pid} on .*\nStop it first, or set ONEFILE_DATA to another folder.\n$`),
      );
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(valueAt(await ask(url, tokenOf('lin-xiaomei'), '{ me { name } }'), 'me.name')).toBe('林晓梅');
    },
    PATIENCE,
  );

  it(
    'does the work of an ingest command that finds it holding the folder',
    async () => {
      const args = ['enterprises.registrations', 'subgraphs/enterprises/demo/registrations.csv', '--json'];
      const { code, stdout } = await runCommand('gateway/commands/ingest.ts', args, environment);
      const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
      expect({ code, report }).toMatchObject({
        code: 0,
        report: { source: 'enterprises.registrations', changed: 0, quarantined: 0, reasons: {} },
      });
      expect(report['unchanged']).toBe(report['rows']);
      expect(report['rows']).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  it(
    'takes the tokens that the command prints',
    async () => {
      const args = ['citizen', idNumberOf('shen-jianguo')];
      const { code, stdout } = await runCommand('gateway/commands/token.ts', args, environment);
      expect(code).toBe(0);
      expect(valueAt(await ask(url, stdout.trim(), '{ me { name } }'), 'me.name')).toBe('沈建国');
    },
    PATIENCE,
  );

  it(
    'holds after kill -9 what it held before',
    async () => {
      const homepage = portalQuery('homepage').replace(/accessLog[^]*$/, '} }');
      const before = await ask(url, tokenOf('zhou-ming'), homepage);
      expect(valueAt(before, 'me.enterprises.totalCount')).toBeGreaterThan(0);
      await server.kill('SIGKILL');
      await start();
      expect(await ask(url, tokenOf('zhou-ming'), homepage)).toEqual(before);
    },
    PATIENCE,
  );

  it(
    'answers on SIGTERM what it has begun, and ends',
    async () => {
      const body = JSON.stringify({ query: '{ me { name } }' });
      const begun = request(new URL('/graphql', url), {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokenOf('lin-xiaomei')}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          expect: '100-continue',
        },
      });
      begun.flushHeaders();
      await once(begun, 'continue');
      const stopped = server.kill('SIGTERM');
      await until('nobody else is let in', () =>
        fetch(new URL('/healthz', url)).then(
          () => null,
          () => true,
        ),
      );
      begun.end(body);
      const [response] = (await once(begun, 'response')) as [IncomingMessage];
      expect(JSON.parse(await bodyOf(response))).toEqual({ data: { me: { name: '林晓梅' } } });
      expect(await stopped).toMatchObject({ code: 0, stderr: '' });
    },
    PATIENCE,
  );

  it(
    'has its access log verified without a server, and a line that was altered is found',
    async () => {
      const database = await createEmbeddedDatabase({ folder: join(folder, 'store') });
      const { rows } = await database.store('governance').read({ holder: 'test' }, (executor) =>
        sql<{ sequence: number }>`update governance.access_detail set items = '{Citizen.name}'
        where sequence = (select min(sequence) from governance.access_detail) returning sequence`.execute(executor),
      );
      await database.close();
      const { code, stdout } = await runCommand('gateway/commands/access-log.ts', ['verify'], environment);
      expect(stdout).toMatch(new RegExp(`^The detail of line ${String(rows[0]?.sequence)} was changed.$`, 'm'));
      expect({ code, last: stdout.trim().split(': ').at(-1) }).toEqual({ code: 1, last: 'CHANGED' });
    },
    PATIENCE,
  );

  it(
    'refuses to start in production without an issuer',
    async () => {
      const { code, stdout, stderr } = await runCommand(START, [], { ...environment, NODE_ENV: 'production' });
      expect({ code, stdout, stderr }).toEqual({
        code: 1,
        stdout: '',
        stderr: 'The development issuer is refused when NODE_ENV=production: set OIDC_ISSUER.\n',
      });
    },
    PATIENCE,
  );
});
