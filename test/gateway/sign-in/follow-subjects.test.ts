import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { ChangeEvent } from '../../../subgraphs/kit/feed/change.ts';
import { createMemoryFeed } from '../../../subgraphs/kit/feed/memory-feed.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import { idNumberOf } from '../../support/people.ts';
import { startTestGateway, type TestGateway } from '../running-gateway.ts';

const feed = createMemoryFeed({ log: pino({ level: 'silent' }) });
/** Whom `personal` gives for every number. */
let holder: string | null;
let exchanges = 0;
const seen: (string | null)[] = [];
let test: TestGateway;
let token: string;
beforeAll(async () => {
  test = await startTestGateway(
    { RATE_LIMIT: '0', RATE_LIMIT_PUBLIC: '0' },
    {
      feed,
      exchangeIdentity: () => {
        exchanges += 1;
        return Promise.resolve(holder);
      },
      change: (_name, source) => ({
        process(request) {
          seen.push((request.context as { viewer: Viewer }).viewer.subject);
          return source.process(request);
        },
      }),
    },
  );
  token = await test.issuer.mint({ sub: 'x', role: 'citizen', acr: '2', id_number: idNumberOf('lin-xiaomei') });
});
afterAll(async () => {
  await test.stop();
  await feed.close();
});

let sequence = 0;
const tell = async (kind: string, affects: ChangeEvent['affects']): Promise<void> => {
  const event: ChangeEvent = {
    kind,
    affects,
    lane: 'bulk',
    items: [],
    operationId: null,
    traceId: null,
    registry: 'personal',
    sequence: String((sequence += 1)).padStart(20, '0'),
    at: '2026-11-22T02:00:00Z',
    schemaVersion: 1,
  };
  await feed.publish([event]);
};

/** Whom the registries see behind the token now. */
const subjectNow = async (): Promise<string | null | undefined> => {
  await test.ask('{ me { id } }', token);
  return seen.at(-1);
};
const within = async (ms: number, isSo: () => Promise<boolean>): Promise<boolean> => {
  for (const until = Date.now() + ms; Date.now() < until;) if (await isSo()) return true;
  return false;
};

it('signs a merged person in under the survivor’s id within a second, with the token they have', async () => {
  holder = 'c1_old';
  expect(await subjectNow()).toBe('c1_old');
  holder = 'c1_new';
  expect(await subjectNow()).toBe('c1_old');
  await tell('citizen.changed', ['c1_old']);
  await tell('subject.merged', ['c1_old', 'c1_new']);
  expect(await within(1_000, async () => (await subjectNow()) === 'c1_new')).toBe(true);
  const before = exchanges;
  await subjectNow();
  expect(exchanges).toBe(before);
});

it('signs nobody in who was erased', async () => {
  expect(await subjectNow()).toBe('c1_new');
  holder = null;
  await tell('subject.erased', ['c1_new']);
  expect(await within(1_000, async () => (await test.ask('{ me { id } }', token)).status === 401)).toBe(true);
});

it('keeps nothing that an exchange brings of an id given up meanwhile', async () => {
  holder = 'c1_new';
  await test.ask('{ me { id } }', token);
  holder = 'c1_third';
  expect(await subjectNow()).toBe('c1_third');
});
