import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toDay } from '../../subgraphs/kit/civil/day.ts';
import { createAskFacts } from '../../subgraphs/kit/facts/ask-gateway.ts';
import { readFacts, type AskFacts, type FactsOf } from '../../subgraphs/kit/facts/read-facts.ts';
import { createGatewayClient } from '../../subgraphs/kit/gateway-client.ts';
import { derive, type TagInterval } from '../../tagging/engine/derive.ts';
import type { SubjectKind } from '../../tagging/engine/rule.ts';
import { loadTagging } from '../support/rules.ts';
import { ask, fetchPeople, portalQuery, valueAt, type Signed } from './client.ts';
import { findPorts, runCommand, startCommand, type RunningCommand } from './command.ts';

const PATIENCE = 300_000;
const TODAY = toDay('2026-11-22');

describe('the facts of tags, of the running gateway', () => {
  const { documents, rules } = loadTagging();
  let folder: string;
  let environment: Record<string, string>;
  let server: RunningCommand;
  let url: string;
  let askFacts: AskFacts;
  /** Slug → id. */
  const citizens = new Map<string, string>();
  let enterprises: readonly string[];

  const holds = ({ since, until, state }: TagInterval): boolean => state === 'IN' && since <= TODAY && TODAY < until;

  const tagsOf = (kind: SubjectKind, found: FactsOf | undefined): readonly TagInterval[] => {
    if (found?.kind !== 'KNOWN') throw new Error(`The facts are ${JSON.stringify(found)}.`);
    const { intervals, faults } = derive(rules[kind], found.facts);
    expect(faults).toEqual([]);
    return intervals;
  };

  const tagsToday = async (kind: SubjectKind, subject: string): Promise<readonly string[]> => {
    const [found] = await readFacts(documents[kind], askFacts, [subject]);
    return tagsOf(kind, found)
      .filter(holds)
      .map(({ tag }) => tag);
  };

  const idOf = async ({ token }: Signed): Promise<string> => {
    const id = valueAt(await ask(url, token, '{ me { id } }'), 'me.id');
    if (typeof id !== 'string') throw new Error('A citizen has no id.');
    return id;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-facts-'));
    const port = String(await findPorts(1));
    environment = { ONEFILE_DATA: folder, PORT: port, LOG_LEVEL: 'warn', ONEFILE_TODAY: '2026-11-22' };
    server = startCommand('gateway/commands/start.ts', [], environment);
    url = await server.ready;
    const people = await fetchPeople(url);
    for (const person of people.filter(({ role }) => role === 'citizen')) citizens.set(person.id, await idOf(person));
    const officer = people.find(({ id }) => id === 'market-officer-city')?.token ?? '';
    const answer = await ask(url, officer, portalQuery('enterprises'), {
      variables: { search: '上海' },
      headers: { 'x-onefile-purpose': 'enterprise-supervision' },
    });
    const edges = valueAt(answer, 'enterprises.edges') as readonly { node: { uscc: string } }[];
    enterprises = edges.map(({ node }) => node.uscc);
    const clientSecret = (await readFile(join(folder, 'system-client-secret'), 'utf8')).trim();
    const client = { gatewayUrl: url, tokenUrl: new URL('/token', url).href, clientId: 'system', clientSecret };
    askFacts = createAskFacts(createGatewayClient(client, () => new Date()));
  }, PATIENCE);
  afterAll(async () => {
    await server.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }, PATIENCE);

  it(
    'are known of every demo citizen and enterprise, none of them refused',
    async () => {
      expect(citizens.size).toBeGreaterThan(8);
      const ofCitizens = await readFacts(documents.CITIZEN, askFacts, [...citizens.values()]);
      expect(ofCitizens.filter(({ kind }) => kind !== 'KNOWN')).toEqual([]);
      expect(enterprises.length).toBeGreaterThan(3);
      const ofEnterprises = await readFacts(documents.ENTERPRISE, askFacts, enterprises);
      expect(ofEnterprises.filter(({ kind }) => kind !== 'KNOWN')).toEqual([]);
      for (const found of ofCitizens) expect(tagsOf('CITIZEN', found).length).toBeGreaterThan(0);
      for (const found of ofEnterprises) tagsOf('ENTERPRISE', found);
    },
    PATIENCE,
  );

  it.each([
    ['lin-xiaomei', ['woman', 'guardian_of_vaccination_due'], ['elderly', 'student', 'low_income']],
    ['zhou-ming', ['legal_representative', 'guardian_of_vaccination_due'], ['woman', 'veteran']],
    ['zhao-wei', ['new_citizen', 'youth'], ['elderly']],
    ['wu-qian', ['expectant_or_new_mother', 'woman'], ['legal_representative']],
    ['he-jun', ['veteran'], ['woman', 'student']],
    ['li-xiuying', ['disabled', 'living_alone_elderly', 'very_elderly', 'elderly'], ['youth']],
    ['ma-xiaodong', ['student', 'youth'], ['elderly']],
    ['chen-gang', ['unpaid_violation'], ['new_citizen']],
  ])('lead to the tags that the story of %s tells', async (slug, held, notHeld) => {
    const tags = await tagsToday('CITIZEN', citizens.get(slug) ?? '');
    expect(tags).toEqual(expect.arrayContaining(held));
    expect(tags.filter((tag) => notHeld.includes(tag))).toEqual([]);
  });

  it.each([
    ['92310107MA1FYL056K', ['permit_missing', 'growing']],
    ['9131011313345628XR', ['seriously_unlawful', 'closed']],
    ['9131011713409716XX', ['closed']],
    ['91310104MA1FPAA18P', ['mature']],
  ])('lead to the tags of the enterprise %s', async (uscc, held) => {
    expect(await tagsToday('ENTERPRISE', uscc)).toEqual(expect.arrayContaining(held));
  });

  it(
    'tell what a rule would change before it is published',
    async () => {
      const file = join(folder, 'elderly.yaml');
      const published = await readFile('tagging/rules/crowd/elderly.yaml', 'utf8');
      await writeFile(file, published.replace('P60Y', 'P70Y'));
      const tried = await runCommand('gateway/commands/rules.ts', ['try', file, '--as-of', '2027-01-01'], environment);
      expect(tried.stderr).toBe('');
      const [title, total, ...lines] = tried.stdout.trimEnd().split('\n');
      expect(title).toMatch(/^elderly v\d+ as of 2027-01-01$/);
      expect(total).toMatch(/^[1-9]\d subjects: 0 gain, [1-9]\d* lose, [1-9]\d* keep, 0 unknown$/);
      expect(lines).toContainEqual(expect.stringMatching(/^310\d{3}: 0 gain, [1-9]\d* lose, /));
      expect(lines).toContainEqual(expect.stringMatching(/^c1_\S+ loses it, from \d{4}-\d\d-\d\d on: /));
      expect(tried.code).toBe(0);

      await writeFile(file, published.replace('P60Y', 'P60X'));
      const refused = await runCommand('gateway/commands/rules.ts', ['try', file], environment);
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(/elderly\.yaml:\d+:\d+: /);
    },
    PATIENCE,
  );

  it('are gone where nobody has the id', async () => {
    expect(await readFacts(documents.CITIZEN, askFacts, ['c1_nobodyatall0000000'])).toEqual([{ kind: 'GONE' }]);
  });
});
