import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportJWK, generateKeyPair } from 'jose';
import { Client } from 'pg';
import { loadSealKey } from '../../gateway/seal-key.ts';
import { createSealer } from '../../schema/seal.ts';
import { publicViewer, type Viewer } from '../../schema/viewer.ts';
import { idNumberOf } from '../support/people.ts';
import { describeWithPostgres } from '../support/servers.ts';
import { ask, faultsOf, fetchPeople, isRefusal, portalQuery, valueAt, type Answer, type Signed } from './client.ts';
import { runCommand, until } from './command.ts';
import { REGISTRIES, startServices, type Registry, type RunningServices } from './running-services.ts';

const PATIENCE = 300_000;
const USCC = '91310104MA1FPAA18P';
const BRIEF = `{ me {
  name enterprises { totalCount } accessLog { totalCount } archive { traffic { points } } licences { totalCount }
  applications { totalCount } tags { id }
} }`;
const PLACE: Readonly<Record<Registry, string>> = {
  personal: 'name',
  enterprises: 'enterprises',
  governance: 'accessLog',
  licences: 'licences',
  archive: 'archive',
  transactions: 'applications',
  tagging: 'tags',
};
/** What of it is read from the store: the archive itself is there without. */
const STORED: typeof PLACE = { ...PLACE, archive: 'archive.traffic' };
const GRANT = 'mutation ($input: MandateInput!) { grantMandate(input: $input) { id } }';
const WITHDRAW = 'mutation ($id: ID!, $key: String!) { withdrawMandate(id: $id, requestKey: $key) { id } }';
const FIND = 'query ($idNumber: String!) { findCitizen(idNumber: $idNumber) { name } }';
/** Those that mint ids come before those that name people. */
const FIRST = ['citizens', 'premises', 'registrations', 'applications', 'ratings'];
/** Comes by the command instead. */
const BY_COMMAND = 'disabilities.csv';

interface Report {
  rows: number;
  accepted: number;
  quarantined: number;
  reasons: Record<string, number>;
}

const rankOf = (file: string): number => {
  const rank = FIRST.indexOf(file.split('.')[0] ?? '');
  return rank === -1 ? FIRST.length : rank;
};

const drops = async (registry: Registry): Promise<string[]> => {
  const files = await readdir(new URL(`../../subgraphs/${registry}/demo/`, import.meta.url));
  return files.toSorted((one, other) => rankOf(one) - rankOf(other) || one.localeCompare(other));
};

describeWithPostgres('npm run services', (postgresUrl) => {
  let services: RunningServices;
  let people: Signed[];
  const reports = new Map<string, Report>();

  const tokenOf = (id: string) => people.find((person) => person.id === id)?.token ?? '';
  const askAs = (id: string, query: string, options?: Parameters<typeof ask>[3]) =>
    ask(services.url, tokenOf(id), query, options);
  const brief = () => askAs('zhou-ming', BRIEF);
  const isWhole = async (): Promise<Answer | null> => {
    const answer = await brief();
    return answer.errors === undefined ? answer : null;
  };
  const idOf = async (id: string) => String(valueAt(await askAs(id, '{ me { id } }'), 'me.id'));

  const push = async (registry: Registry, file: string): Promise<Report> => {
    const source = `${registry}.${file.split('.')[0] ?? ''}`;
    const token = await services.issuer.mint({ sub: source, role: 'source', sources: [source], acr: '2' });
    const response = await fetch(new URL(`/ingest/${source}`, services.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv', 'x-onefile-file': file },
      body: await readFile(new URL(`../../subgraphs/${registry}/demo/${file}`, import.meta.url)),
    });
    const report = (await response.json()) as Report;
    expect([source, response.status]).toEqual([source, 200]);
    reports.set(source, report);
    return report;
  };

  const grant = async (handler: string): Promise<string> => {
    const input = { uscc: USCC, handler, services: ['annual-report'], until: '2027-06-01', requestKey: randomUUID() };
    const answer = await askAs('zhou-ming', GRANT, { variables: { input } });
    expect(faultsOf(answer)).toEqual([]);
    return String(valueAt(answer, 'grantMandate.id'));
  };
  const readEnterprise = () => askAs('ma-xiaodong', `{ enterprise(uscc: "${USCC}") { name } }`);
  /** In `personal`, which hears of mandates by the feed alone. */
  const actInPersonal = () => askAs('ma-xiaodong', '{ me { name } }', { headers: { 'x-onefile-acting-for': USCC } });
  const codeOf = ({ errors = [] }: Answer) => errors[0]?.extensions?.['code'] ?? null;

  const readings = async () =>
    Number(valueAt(await askAs('lin-xiaomei', '{ me { accessLog { totalCount } } }'), 'me.accessLog.totalCount'));
  const readAsOfficer = async () => {
    const variables = { idNumber: idNumberOf('lin-xiaomei') };
    const headers = { 'x-onefile-purpose': 'household-registration' };
    const answer = await askAs('police-officer-xuhui', FIND, { variables, headers });
    expect(faultsOf(answer)).toEqual([]);
  };
  const expectReadingToArrive = async () => {
    const before = await readings();
    await readAsOfficer();
    const { took } = await until('the reading in the access log', async () =>
      (await readings()) > before ? true : null,
    );
    expect(took).toBeLessThan(10_000);
  };
  /** The homepage as it is to be again; whoever derives tags reads files meanwhile, which leaves lines of its own. */
  const wholeNow = async () => {
    const { me } = (await brief()).data as { me: object };
    return { me: { ...me, accessLog: { totalCount: expect.any(Number) } } };
  };
  const everybodyLives = () =>
    (['gateway', ...REGISTRIES] as const).map((name) => [name, services.isAlive(name), services.pidOf(name)]);

  beforeAll(async () => {
    services = await startServices(postgresUrl);
    people = await fetchPeople(services.url);
    // `governance` has no drops.
    for (const registry of REGISTRIES.filter((name) => !['governance', 'tagging'].includes(name))) {
      for (const file of await drops(registry)) if (file !== BY_COMMAND) await push(registry, file);
    }
  }, PATIENCE);
  afterAll(async () => {
    expect(await services.stop()).toEqual({ code: 0, printed: expect.not.stringMatching(/^\s+at .*\(node:/m) });
  }, PATIENCE);

  it('takes in drops that are pushed, and asks for the ids of people in other registries’ through the gateway', () => {
    const wanting = [...reports].filter(([, { reasons }]) => (reasons['UNKNOWN_PERSON'] ?? 0) > 0);
    expect(wanting).toEqual([]);
    expect(reports.get('enterprises.officers')).toMatchObject({ accepted: 4, quarantined: 0 });
    expect(reports.get('personal.citizens')?.accepted).toBeGreaterThan(0);
  });

  it(
    'takes in a drop by the command beside the running services',
    async () => {
      const file = join('subgraphs', 'personal', 'demo', BY_COMMAND);
      const args = ['personal.disabilities', file, '--json'];
      const { code, stdout } = await runCommand('gateway/commands/ingest.ts', args, services.environment);
      const report = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report;
      expect([code, report.accepted, report.quarantined]).toEqual([0, report.rows, 0]);
      const answer = await askAs('li-xiuying', '{ me { disability { category } } }');
      expect(valueAt(answer, 'me.disability.category')).toBeDefined();
    },
    PATIENCE,
  );

  it('answers a homepage from all registries in one request', async () => {
    const answer = await askAs('zhou-ming', portalQuery('homepage'));
    expect(faultsOf(answer).filter((fault) => !isRefusal(fault))).toEqual([]);
    expect(valueAt(answer, 'me.name')).toBe('周明');
    expect(valueAt(answer, 'me.enterprises.totalCount')).toBeGreaterThan(0);
    expect(valueAt(answer, 'me.accessLog.totalCount')).toBeDefined();
  });

  it('shows a citizen within seconds that an officer read the file', expectReadingToArrive, PATIENCE);

  it(
    'closes every door within a second of a mandate’s withdrawal',
    async () => {
      expect([codeOf(await readEnterprise()), codeOf(await actInPersonal())]).toEqual(['NOT_FOUND', 'FORBIDDEN']);
      const id = await grant(await idOf('ma-xiaodong'));
      expect(codeOf(await readEnterprise())).toBeNull();
      await until('the mandate in the other registry', async () =>
        codeOf(await actInPersonal()) === null ? true : null,
      );
      expect(codeOf(await askAs('zhou-ming', WITHDRAW, { variables: { id, key: randomUUID() } }))).toBeNull();
      expect(codeOf(await readEnterprise())).toBe('NOT_FOUND');
      await sleep(1_000);
      expect(codeOf(await actInPersonal())).toBe('FORBIDDEN');
    },
    PATIENCE,
  );

  it('lets nobody ask a registry past the gateway', async () => {
    const key = await loadSealKey({ SEAL_KEY: undefined, ONEFILE_DATA: services.folder });
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const foreign = { ...(await exportJWK(privateKey)), kid: key.kid ?? '' };
    const viewer: Viewer = { ...publicViewer('2026-11-22'), role: 'system', subject: 'somebody', assurance: 2 };
    const sealWith = async (by: typeof key, ageMs = 0) =>
      (await (await createSealer(by, () => new Date(Date.now() - ageMs)))(viewer)).seal;
    const good = await sealWith(key);
    const old = await sealWith(key, 61_000);
    const altered = `${good.slice(0, -6)}AAAAAA`;
    const forged = await sealWith(foreign);
    for (const registry of REGISTRIES) {
      const askPast = (seal: string | null) =>
        ask(services.urlOf(registry), null, '{ _service { sdl } }', {
          headers: seal === null ? {} : { 'x-onefile-viewer': seal },
        });
      expect(codeOf(await askPast(good))).toBeNull();
      for (const seal of [null, '', old, altered, forged]) {
        expect(await askPast(seal)).toMatchObject({
          status: 200,
          data: null,
          errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
        });
      }
      const pushed = await fetch(new URL(`/ingest/${registry}.citizens`, services.urlOf(registry)), {
        method: 'POST',
        headers: { 'content-type': 'text/csv', 'x-onefile-viewer': old },
        body: 'x',
      });
      expect(pushed.status).toBe(401);
    }
  });

  it.each(REGISTRIES)(
    'loses %s’s part alone when its process is killed, and has it back by itself',
    async (registry) => {
      const whole = await wholeNow();
      const others = everybodyLives().filter(([name]) => name !== registry);
      await services.kill(registry);
      const answer = await brief();
      expect(faultsOf(answer)).toEqual([`UNAVAILABLE me.${PLACE[registry]}`]);
      expect(answer).toMatchObject({
        status: 200,
        data: { me: { ...whole.me, [PLACE[registry]]: null } },
      });
      const readiness = await fetch(new URL('/readyz', services.url));
      // Tagging asks the gateway itself, which does not wait for it.
      expect(readiness.status).toBe(registry === 'tagging' ? 200 : 503);
      expect(await readiness.json()).toMatchObject({ dependencies: { [registry]: false } });
      await services.comesBack(registry);
      expect((await until('the whole homepage', isWhole)).value.data).toEqual(whole);
      expect(everybodyLives().filter(([name]) => name !== registry)).toEqual(others);
      await expectReadingToArrive();
    },
    PATIENCE,
  );

  it(
    'stands it that PostgreSQL ends every connection',
    async () => {
      const before = everybodyLives();
      const client = new Client(services.databaseUrl);
      await client.connect();
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await client.end();
      await until('the whole homepage', isWhole);
      await expectReadingToArrive();
      expect(everybodyLives()).toEqual(before);
    },
    PATIENCE,
  );

  it(
    'answers UNAVAILABLE at each place while PostgreSQL is away, and all is well when it is back',
    async () => {
      const before = everybodyLives();
      const whole = await wholeNow();
      await services.cable.cut();
      for (let time = 0; time < 3; time += 1) {
        const answer = await brief();
        expect(faultsOf(answer).sort()).toEqual(
          Object.values(STORED)
            .map((place) => `UNAVAILABLE me.${place}`)
            .sort(),
        );
        expect(answer).toMatchObject({ status: 200, data: { me: { name: null, enterprises: null, accessLog: null } } });
        await sleep(500);
      }
      expect(codeOf(await ask(services.url, tokenOf('shen-jianguo'), '{ me { name } }'))).toBe('UNAVAILABLE');
      const token = await services.issuer.mint({ sub: 's', role: 'source', sources: ['personal.citizens'], acr: '2' });
      const pushed = await fetch(new URL('/ingest/personal.citizens', services.url), {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
        body: await readFile(new URL('../../subgraphs/personal/demo/citizens.csv', import.meta.url)),
      });
      expect([pushed.status, await pushed.text()]).toEqual([503, expect.stringContaining('"UNAVAILABLE"')]);
      await services.cable.mend();
      expect((await until('the whole homepage', isWhole)).value.data).toEqual(whole);
      await expectReadingToArrive();
      expect(everybodyLives()).toEqual(before);
    },
    PATIENCE,
  );

  it(
    'goes on without Redis, denies relations it cannot vouch for, and catches up with an empty one',
    async () => {
      const before = everybodyLives();
      const handler = await idOf('ma-xiaodong');
      // That the children are hers `enterprises` knows by the feed.
      const relations = '{ me { name children { enterprises { totalCount } } } }';
      expect(faultsOf(await askAs('lin-xiaomei', relations))).toEqual([]);
      await services.killRedis();
      expect(faultsOf(await brief())).toEqual([]);
      await grant(handler);
      expect(codeOf(await readEnterprise())).toBeNull();
      expect(codeOf(await actInPersonal())).not.toBeNull();

      await sleep(10_500);
      expect(faultsOf(await brief())).toEqual([]);
      expect(codeOf(await actInPersonal())).toBe('UNAVAILABLE');
      const denied = await askAs('lin-xiaomei', relations);
      expect(faultsOf(denied)).not.toHaveLength(0);
      for (const fault of faultsOf(denied)) expect(fault).toMatch(/^UNAVAILABLE me\.children\.\d/);
      expect(valueAt(denied, 'me.name')).toBe('林晓梅');

      await services.startRedis();
      await until('the mandate in the other registry', async () =>
        codeOf(await actInPersonal()) === null ? true : null,
      );
      await until('every relation', async () =>
        (await askAs('lin-xiaomei', relations)).errors === undefined ? true : null,
      );
      await expectReadingToArrive();
      expect(everybodyLives()).toEqual(before);
    },
    PATIENCE,
  );
});
