import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOwnPostgres, type OwnPostgres } from '../support/own-postgres.ts';
import { describeWithNeo4j } from '../support/neo4j.ts';
import { idNumberOf } from '../support/people.ts';
import { describeWithPostgres } from '../support/servers.ts';
import { ask, faultsOf, isRefusal, portalQuery, valueAt } from './client.ts';
import { findPorts, runCommand, until } from './command.ts';
import { composeServices, type ComposedProcess } from './composed-services.ts';
import { REGISTRIES } from './running-services.ts';
import { startIssuer, type SmallIssuer } from './small-issuer.ts';

const PATIENCE = 300_000;
const SECRETS = { POSTGRES_PASSWORD: 'a1b2c3d4', SYSTEM_CLIENT_SECRET: 'e5f6a7b8', NEO4J_PASSWORD: 'c9d0e1f2' };

// Where there is a PostgreSQL for the suites there are its programs; tags are kept in the suites' Neo4j.
describeWithPostgres('composed', () => {
  describeWithNeo4j('the services of docker-compose.yml', suite);
});

function suite(neo4jUrl: string): void {
  let folder: string;
  let issuer: SmallIssuer;
  let postgres: OwnPostgres;
  let composed: ReturnType<typeof composeServices>;
  let ports: Record<string, number>;
  const running = new Map<string, ComposedProcess>();

  const startAll = async (names: readonly string[]) => {
    for (const name of names) running.set(name, composed.start(name));
    for (const name of names) await composed.becomesHealthy(name, () => running.get(name)?.printed() ?? '');
  };
  const url = () => `http://127.0.0.1:${ports['gateway']}`;
  const tokenOf = (slug: string) =>
    issuer.mint({ sub: slug, role: 'citizen', acr: '2', id_number: idNumberOf(slug), client: 'portal' });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-composed-'));
    issuer = await startIssuer('onefile', SECRETS.SYSTEM_CLIENT_SECRET);
    const names = ['gateway', ...REGISTRIES, 'postgres', 'redis'];
    const first = await findPorts(names.length);
    ports = Object.fromEntries(names.map((name, index) => [name, first + index]));
    ports['neo4j'] = Number(new URL(neo4jUrl).port);
    const keys = await runCommand('gateway/commands/keys.ts', [], {});
    const given = {
      ...Object.fromEntries(
        [...keys.stdout.matchAll(/^(\w+)='(.*)'$/gm)].map(([, name = '', value = '']) => [name, value]),
      ),
      ...SECRETS,
      OIDC_ISSUER: issuer.url,
      SYSTEM_TOKEN_URL: `${issuer.url}/token`,
      LOG_LEVEL: 'warn',
    };
    composed = composeServices({ folder, ports, given });
    const { POSTGRES_USER: user = '', POSTGRES_PASSWORD: password = '' } = composed.environmentOf('postgres');
    postgres = await createOwnPostgres({ folder, port: ports['postgres'] ?? 0, user, password });
    mkdirSync(join(folder, 'redis'));
    const loopback = ['--port', String(ports['redis']), '--bind', '127.0.0.1', '--dir', join(folder, 'redis')];
    running.set('redis', composed.startServer('redis', loopback));
  }, PATIENCE);
  afterAll(async () => {
    await Promise.all([...running.values()].map((each) => each.stop()));
    await postgres.stop();
    issuer.close();
    await rm(folder, { recursive: true, force: true });
  }, PATIENCE);

  it(
    'are healthy one after the other as the file has it',
    async () => {
      const redisSaid = () => running.get('redis')?.printed() ?? '';
      await composed.becomesHealthy('postgres', () => '', ['-p', String(ports['postgres'])]);
      await composed.becomesHealthy('redis', redisSaid, ['-p', String(ports['redis'])]);
      expect(await composed.isHealthy('personal')).toBe(false);
      await startAll(REGISTRIES);
      expect(await composed.isHealthy('gateway')).toBe(false);
      await startAll(['gateway']);
    },
    PATIENCE,
  );

  it(
    'answer a citizen’s homepage when the demo people are loaded',
    async () => {
      const environment = {
        ...composed.environmentOf('gateway'),
        ...composed.environmentOf('archive'),
        ...composed.environmentOf('personal'),
      };
      const loaded = await runCommand('gateway/commands/load.ts', ['--demo'], environment);
      expect({ code: loaded.code, stdout: loaded.stdout }).toEqual({
        code: 0,
        stdout: expect.stringMatching(/accepted/),
      });
      const token = await tokenOf('zhou-ming');
      const { value: answer } = await until('the whole homepage', async () => {
        const answer = await ask(url(), token, portalQuery('homepage'));
        return faultsOf(answer).some((fault) => !isRefusal(fault)) ? null : answer;
      });
      expect(valueAt(answer, 'me.name')).toBe('周明');
      expect(valueAt(answer, 'me.enterprises.totalCount')).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  it(
    'answer on SIGTERM what they have begun, and end',
    async () => {
      const body = JSON.stringify({ query: '{ me { name licences { totalCount } } }' });
      const begun = request(new URL('/graphql', url()), {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokenOf('lin-xiaomei')}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          expect: '100-continue',
        },
      });
      begun.flushHeaders();
      await once(begun, 'continue');
      const stopped = running.get('gateway')?.stop();
      await until('nobody else is let in', async () => ((await composed.isHealthy('gateway')) ? null : true));
      begun.end(body);
      const [response] = (await once(begun, 'response')) as [IncomingMessage];
      let text = '';
      for await (const chunk of response as AsyncIterable<Buffer>) text += chunk.toString('utf8');
      expect(valueAt({ status: 200, ...(JSON.parse(text) as object) }, 'me.name')).toBe('林晓梅');
      expect(await stopped).toBe(0);
      for (const name of REGISTRIES) expect([name, await running.get(name)?.stop()]).toEqual([name, 0]);
      expect(await running.get('redis')?.stop()).toBe(0);
    },
    PATIENCE,
  );
}
