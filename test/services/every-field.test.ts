import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevelopmentIssuer } from '../../gateway/issuer/issuer.ts';
import { idNumberOf } from '../support/people.ts';
import { ask, fetchPeople, valueAt, type Answer, type Signed } from './client.ts';
import { findPorts, startCommand, until, type RunningCommand } from './command.ts';
import { coordinates, documentOf, questionsOf, rootOf, walk, type Named } from './field-questions.ts';

const PATIENCE = 300_000;
const TODAY = '2026-11-22';
const NEAR = 'near: { longitude: 121.44, latitude: 31.19 }';
/** Who died in 2022, and lived in Hongkou. */
const DEAD = '310109195508201021';
const CENTRE = '310104-service-centre';

/** Root fields that lead to more than the homepage, and who asks them for which duty. */
const ROOTS: readonly { who: string; root: string; purpose?: string }[] = [
  { who: 'anyone', root: `services(search: "开饭店", ${NEAR}, first: 2)` },
  { who: 'anyone', root: 'services(search: "港澳签注", first: 2)' },
  { who: 'anyone', root: 'services(search: "软件开发", kind: PROFESSIONAL, first: 3)' },
  { who: 'anyone', root: `offices(${NEAR}, first: 3)` },
  { who: 'anyone', root: 'licenceKinds' },
  { who: 'anyone', root: 'dataCatalogue(first: 100)' },
  { who: 'operator', root: 'sources' },
  { who: 'market-officer-city', root: 'enterprises(search: "上海", first: 50)', purpose: 'enterprise-supervision' },
  { who: 'analyst', root: 'tags' },
  { who: 'anyone', root: 'tagRules' },
  {
    who: 'data-centre-officer',
    root: 'contestedTags(state: REMOVED)',
    purpose: 'objection-decision',
  },
  { who: 'police-officer-xuhui', root: 'objectionsToDecide(state: ACCEPTED)', purpose: 'objection-decision' },
];

const REFUSED_QUESTIONS = ['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'TOO_COMPLEX', 'INTERNAL'];

describe('the demo people', () => {
  let folder: string;
  let server: RunningCommand;
  let url: string;
  let people: Signed[];
  /** Coordinate → who sees it filled. */
  const seenBy = new Map<string, string>();

  const tokenOf = (id: string): string | null => people.find((person) => person.id === id)?.token ?? null;

  const askAs = async (who: string, query: string, purpose?: string, variables: object = {}): Promise<Answer> => {
    const headers: Record<string, string> = purpose === undefined ? {} : { 'x-onefile-purpose': purpose };
    const answer = await ask(url, tokenOf(who), query, {
      variables,
      headers: { ...headers, ...(purpose === undefined ? {} : { 'x-onefile-case': 'AJ-2026-0001' }) },
    });
    const refused = answer.errors?.find(({ extensions }) => REFUSED_QUESTIONS.includes(String(extensions?.['code'])));
    if (answer.data === undefined || answer.data === null || refused !== undefined)
      throw new Error(`${JSON.stringify(answer).slice(0, 300)} of ${query}`);
    return answer;
  };

  /** Notes who sees what, and gives what the answer names. */
  const look = (who: string, answer: Answer): Named[] => {
    const named: Named[] = [];
    walk(
      answer.data,
      (coordinate) => {
        if (!seenBy.has(coordinate)) seenBy.set(coordinate, who);
      },
      (one) => named.push(one),
    );
    return named;
  };

  /** Asks all of a type that may show something new. */
  const explore = async (who: string, type: string, root: string, purpose?: string): Promise<Named[]> => {
    const named: Named[] = [];
    for (const { document, coordinates: fields, names } of questionsOf(type, root)) {
      if (!names && fields.every((coordinate) => seenBy.has(coordinate))) continue;
      named.push(...look(who, await askAs(who, document, purpose)));
    }
    return named;
  };

  /** What somebody's answers named is asked for in turn, each thing once. */
  const follow = async (who: string, found: Named[], purpose?: string): Promise<void> => {
    const asked = new Set<string>();
    for (let named = found.shift(); named !== undefined; named = found.shift()) {
      const root = rootOf(named);
      if (root === null || asked.has(root)) continue;
      asked.add(root);
      found.push(...(await explore(who, named.type, root, purpose)));
    }
  };

  /** Contests the first tag that an answer holds, and has it decided that it does not fit. */
  const contest = async (who: string, query: string, place: string): Promise<void> => {
    const { value: held } = await until(`the tags of ${who} are derived`, async () => {
      const [first] = (valueAt(await askAs(who, query), place) ?? []) as { id: string }[];
      return first ?? null;
    });
    const variables = { id: held.id, key: `every-field-${held.id}` };
    await askAs(
      who,
      'mutation ($id: ID!, $key: String!) { contestTag(heldTag: $id, claim: "不符合", requestKey: $key) { id } }',
      undefined,
      variables,
    );
    await askAs(
      'data-centre-officer',
      `mutation ($id: ID!, $key: String!) {
        decideContest(heldTag: $id, keepTag: false, reason: "核实无误", requestKey: $key) { heldTag }
      }`,
      'objection-decision',
      variables,
    );
  };

  /** A tag contested and removed, an objection decided, a file read at a counter, a mandate laid down, a waiting time told. */
  const act = async (): Promise<void> => {
    const me = valueAt(await askAs('lin-xiaomei', '{ me { id } }'), 'me.id');
    const raised = await askAs(
      'lin-xiaomei',
      'mutation ($input: ObjectionInput!) { raiseObjection(input: $input) { id } }',
      undefined,
      {
        input: {
          item: 'Citizen.ethnicity',
          subject: me,
          claim: '民族应为汉族',
          evidence: '户口簿',
          requestKey: 'every-field-raise',
        },
      },
    );
    await askAs(
      'police-officer-xuhui',
      `mutation ($id: ID!) {
        decideObjection(id: $id, accept: true, reason: "以户口簿为准", requestKey: "every-field-decide") { id }
      }`,
      'objection-decision',
      { id: valueAt(raised, 'raiseObjection.id') },
    );
    await askAs(
      'police-officer-xuhui',
      `{ findCitizen(idNumber: "${idNumberOf('lin-xiaomei')}") { name } }`,
      'household-registration',
    );
    await until('the reading stands in the access log', async () => {
      const { data } = await askAs('lin-xiaomei', '{ me { accessLog { edges { node { caseNo } } } } }');
      return JSON.stringify(data).includes('AJ-2026-0001') ? true : null;
    });
    await contest('lin-xiaomei', '{ me { tags { id tag { code } } } }', 'me.tags');
    await contest(
      'zhou-ming',
      '{ enterprise(uscc: "91310104MA1FPAA18P") { tags { id tag { code } } } }',
      'enterprise.tags',
    );
    const { data: given } = await askAs(
      'zhou-ming',
      'mutation ($input: MandateInput!) { grantMandate(input: $input) { id } }',
      undefined,
      {
        input: {
          uscc: '91310104MA1FPAA18P',
          handler: me,
          services: ['annual-report'],
          until: '2027-06-30',
          requestKey: 'every-field-grant',
        },
      },
    );
    await askAs(
      'zhou-ming',
      'mutation ($id: ID!) { withdrawMandate(id: $id, requestKey: "every-field-mandate") { id } }',
      undefined,
      given?.['grantMandate'] as object,
    );
    const now = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 16);
    const told = `网点编码,报告时间,等候分钟数\n${CENTRE},${TODAY}T${now}:00+08:00,12\n`;
    const pushed = await fetch(new URL('/ingest/transactions.waiting-times', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${tokenOf('waiting-times-system') ?? ''}` },
      body: told,
    });
    expect(pushed.status).toBe(200);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-fields-'));
    const port = await findPorts(1);
    server = startCommand('gateway/commands/start.ts', [], {
      ONEFILE_DATA: folder,
      PORT: String(port),
      LOG_LEVEL: 'error',
      ONEFILE_TODAY: TODAY,
      RATE_LIMIT: '0',
      RATE_LIMIT_PUBLIC: '0',
    });
    url = await server.ready;
    const issuer = await createDevelopmentIssuer({
      dataFolder: folder,
      port,
      audience: 'onefile',
      isProduction: false,
    });
    const office = { acr: '2', department: 'medical-insurance', district: '310109' };
    const centre = { acr: '2', department: 'big-data-centre', district: '310000' };
    const made = [
      { id: 'data-centre-officer', claims: { sub: 'data-centre-officer', role: 'staff' as const, ...centre } },
      { id: 'medical-officer', claims: { sub: 'medical-officer', role: 'staff' as const, ...office } },
      {
        id: 'waiting-times-system',
        claims: { sub: 'waiting-times', role: 'source' as const, sources: ['transactions.waiting-times'] },
      },
    ];
    people = [
      ...(await fetchPeople(url)),
      ...(await Promise.all(
        made.map(async ({ id, claims }) => ({
          id,
          name: id,
          story: '',
          role: claims.role,
          token: await issuer.mint(claims),
        })),
      )),
    ];
    await act();
  }, PATIENCE);
  afterAll(async () => {
    await server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }, PATIENCE);

  it(
    'fill every field of the API between them, as a table says',
    async () => {
      for (const { id } of people.filter(({ role }) => role === 'citizen')) {
        await follow(id, await explore(id, 'Citizen', 'me'));
      }
      for (const { who, root, purpose } of ROOTS) {
        await follow(who, look(who, await askAs(who, documentOf(root), purpose)), purpose);
      }
      const dead = `findCitizen(idNumber: "${DEAD}")`;
      await explore('civil-affairs-officer-hongkou', 'Citizen', dead, 'elderly-care');
      await explore('medical-officer', 'Citizen', dead, 'medical-reimbursement');
      const slots = `slots(service: "hk-macau-endorsement-tourism", from: "${TODAY}", until: "2026-12-10")`;
      look(
        'anyone',
        await askAs(
          'anyone',
          `{ offices(service: "hk-macau-endorsement-tourism", ${NEAR}, first: 1) { __typename ${slots} { __typename id } } }`,
        ),
      );

      expect(coordinates().filter((coordinate) => !seenBy.has(coordinate))).toEqual([]);
      const table = [...seenBy].map(([coordinate, who]) => `${coordinate} ${who}\n`).sort();
      expect(`\n${table.join('')}`).toMatchSnapshot();
    },
    PATIENCE,
  );
});
