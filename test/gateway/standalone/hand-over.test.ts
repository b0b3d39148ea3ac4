import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { addHandOverRoutes, createRemoteWork, createSecret, type Work } from '../../../gateway/standalone/hand-over.ts';

const refuse = () => Promise.reject(new Error('Nobody asked for this.'));
const idle: Work = {
  listSources: refuse,
  ingestFile: refuse,
  requeue: refuse,
  findQuarantined: refuse,
  isOnFile: refuse,
  findSubjects: refuse,
  load: refuse,
  verifyAccessLog: refuse,
  erase: refuse,
  rotateIdentityKeys: refuse,
  findDeadLetters: refuse,
  retryDeadLetters: refuse,
  backUp: refuse,
};

describe('work that is handed to the running server', () => {
  let app: FastifyInstance;
  let url: string;
  const secret = createSecret();
  const serve = async (work: Partial<Work>) => {
    addHandOverRoutes(app, secret, { ...idle, ...work });
    url = await app.listen({ host: '127.0.0.1', port: 0 });
    return createRemoteWork(url, secret);
  };
  beforeEach(() => {
    app = Fastify();
  });
  afterEach(() => app.close());

  it('rotates the identity keys there', async () => {
    const work = await serve({ rotateIdentityKeys: () => Promise.resolve({ current: 2, moved: 21 }) });
    expect(await work.rotateIdentityKeys()).toEqual({ current: 2, moved: 21 });
  });

  it('verifies the access log there, notes included', async () => {
    const verdict = { lines: 3, expired: 1, anchors: 1, faults: [], notes: ['3 readings wait.'] };
    const work = await serve({ verifyAccessLog: () => Promise.resolve(verdict) });
    expect(await work.verifyAccessLog()).toEqual(verdict);
  });

  it('lists who is on file there, page by page', async () => {
    const work = await serve({ findSubjects: (kind, after) => Promise.resolve([`${kind} above ${after}`]) });
    expect(await work.findSubjects('enterprise', '9131')).toEqual(['enterprise above 9131']);
  });

  it('erases whom it is told to', async () => {
    const erased: string[] = [];
    const work = await serve({
      erase: (citizen) => {
        erased.push(citizen);
        return Promise.resolve();
      },
    });
    await work.erase('c1_lin');
    expect(erased).toEqual(['c1_lin']);
  });

  it('lists the quarantine there, page by page', async () => {
    const row = {
      batch: 2,
      line: 3,
      id: 7,
      raw: '1,"二\n",\u001b',
      reasons: [{ code: 'BAD_DATE' as const, column: '日期' }],
      drop: 'shops.csv',
      date: '2026-04-30',
      seenAt: '2026-05-01T02:00:00Z',
    };
    const work = await serve({
      findQuarantined: (source, after) =>
        Promise.resolve(source === 'enterprises.shops' && after === null ? [row] : []),
    });
    expect(await work.findQuarantined('enterprises.shops', null)).toEqual([row]);
    expect(await work.findQuarantined('enterprises.shops', { batch: 2, line: 3, id: 7 })).toEqual([]);
  });

  it('asks there whether a number is on file', async () => {
    const work = await serve({ isOnFile: (idNumber) => Promise.resolve(idNumber.endsWith('0222')) });
    expect(await work.isOnFile('310104198809210222')).toBe(true);
    expect(await work.isOnFile('310104198603050171')).toBe(false);
  });

  it('says what went wrong there', async () => {
    const work = await serve({});
    await expect(work.listSources()).rejects.toThrow('Nobody asked for this.');
  });

  it('is not there for whoever has another secret, and refuses an unknown order', async () => {
    await serve({});
    await expect(createRemoteWork(url, createSecret()).listSources()).rejects.toThrow();
    const post = (body: object, authorization: string) =>
      fetch(`${url}/hand-over`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify(body),
      });
    expect((await post({ name: 'listSources' }, 'Bearer x')).status).toBe(404);
    expect((await post({ name: 'dropEverything' }, `Bearer ${secret}`)).status).toBe(400);
  });
});
