import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { CompactSign, exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWK } from 'jose';
import { pino } from 'pino';
import { createSealer } from '../../schema/seal.ts';
import type { Viewer } from '../../schema/viewer.ts';
import { createHttpServer } from '../../subgraphs/kit/http-server.ts';
import { idNumberOf } from '../support/people.ts';
import { asCitizen, asPublic, asSystem } from '../support/viewers.ts';
import { openWorld, REGISTRIES, type World } from './attack/world.ts';

let world: World;
let servers: ReadonlyMap<string, { app: FastifyInstance; url: string }>;
let mother: Viewer;
let foreign: JWK;
beforeAll(async () => {
  world = await openWorld();
  const listening = REGISTRIES.map(async (name) => {
    const app = createHttpServer(world.open(name), pino({ level: 'silent' }));
    return [name, { app, url: await app.listen({ host: '127.0.0.1', port: 0 }) }] as const;
  });
  servers = new Map(await Promise.all(listening));
  mother = asCitizen((await world.idOf(idNumberOf('lin-xiaomei'))) ?? '');
  foreign = await exportJWK((await generateKeyPair('EdDSA', { extractable: true })).privateKey);
}, 600_000);
afterAll(async () => {
  for (const { app } of servers.values()) await app.close();
  await world.close();
});

const QUERY = '{ me { id } }';

const send = (name: string, path: string, headers: Readonly<Record<string, string>>, body: string): Promise<Response> =>
  fetch(`${servers.get(name)?.url ?? ''}${path}`, { method: 'POST', headers, body });

const post = async (name: string, headers: Readonly<Record<string, string>>) => {
  const body = JSON.stringify({ query: QUERY });
  const response = await send(name, '/graphql', { ...headers, 'content-type': 'application/json' }, body);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const goodSeal = async (viewer = mother): Promise<string> => (await world.seal(viewer)).seal;

/** A seal whose payload says something else than what was signed. */
const altered = async (change: (claims: { viewer: Viewer; exp: number }) => unknown): Promise<string> => {
  const [header = '', payload = '', signature = ''] = (await goodSeal()).split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { viewer: Viewer; exp: number };
  return [header, encode(change(claims)), signature].join('.');
};

const claims = () => ({ viewer: asSystem, exp: world.clock().getTime() + 30_000 });

const sign = async (key: JWK, header: Record<string, unknown>, payload: unknown = claims()): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', ...header })
    .sign(await importJWK(key, 'EdDSA'));

/** What somebody sends instead of a seal; `undefined`: nothing. */
const SEALS: Readonly<Record<string, () => Promise<string | undefined>>> = {
  'no seal': () => Promise.resolve(undefined),
  'an empty seal': () => Promise.resolve(''),
  'a seal of yesterday': async () => {
    const yesterday = await createSealer(world.keys.privateKey, () => new Date(world.clock().getTime() - 86_400_000));
    return (await yesterday(mother)).seal;
  },
  'a seal that ended this moment': async () => {
    const before = await createSealer(world.keys.privateKey, () => new Date(world.clock().getTime() - 60_000));
    return (await before(mother)).seal;
  },
  'a seal with another viewer in it': () => altered((sealed) => ({ ...sealed, viewer: asSystem })),
  'a seal with a longer life': () => altered((sealed) => ({ ...sealed, exp: sealed.exp + 1 })),
  'a seal without its signature': async () => `${(await goodSeal()).split('.').slice(0, 2).join('.')}.`,
  'a seal cut short': async () => (await goodSeal()).slice(0, -4),
  'a seal of a stranger': async () =>
    (await (await createSealer({ ...foreign, kid: 'stranger' }, world.clock))(asSystem)).seal,
  'a seal of a stranger under the name of the gateway': async () =>
    (await (await createSealer({ ...foreign, kid: 'gateway' }, world.clock))(asSystem)).seal,
  'a seal of a stranger with the key in it': async () => {
    const { kty, crv, x } = foreign;
    return sign(foreign, { typ: 'onefile-viewer+jws', jwk: { kty, crv, x } });
  },
  'a seal with alg none': async () => {
    const [, payload = ''] = (await goodSeal()).split('.');
    return `${encode({ alg: 'none', typ: 'onefile-viewer+jws' })}.${payload}.`;
  },
  'a seal signed with the public key as a secret': async () => {
    const [publicKey] = world.keys.publicKeys.keys;
    const secret = new TextEncoder().encode(JSON.stringify(publicKey));
    return new CompactSign(new TextEncoder().encode(JSON.stringify(claims())))
      .setProtectedHeader({ alg: 'HS256', typ: 'onefile-viewer+jws', kid: 'gateway' })
      .sign(secret);
  },
  'a seal of the gateway for another use': () => sign(world.keys.privateKey, { typ: 'JWT', kid: 'gateway' }),
  'a seal of the gateway with a role that there is not': () =>
    sign(
      world.keys.privateKey,
      { typ: 'onefile-viewer+jws', kid: 'gateway' },
      { viewer: { ...mother, role: 'root' }, exp: claims().exp },
    ),
  'a seal of the gateway that says too little': () =>
    sign(
      world.keys.privateKey,
      { typ: 'onefile-viewer+jws', kid: 'gateway' },
      { viewer: { role: 'system' }, exp: claims().exp },
    ),
  'an access token in place of the seal': async () =>
    new SignJWT({ role: 'system' })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'gateway' })
      .setAudience('onefile')
      .setExpirationTime('1h')
      .sign(await importJWK(world.keys.privateKey, 'EdDSA')),
  'an unsecured token': () => Promise.resolve(new UnsecuredJWT({ viewer: asSystem }).encode()),
};

describe.each(REGISTRIES)('%s over HTTP', (name) => {
  it.each(Object.keys(SEALS))('answers UNAUTHENTICATED and no more to %s', async (which) => {
    const seal = await SEALS[which]?.();
    const answer = await post(name, seal === undefined ? {} : { 'x-onefile-viewer': seal });
    expect(answer).toEqual({
      status: 200,
      body: { data: null, errors: [{ message: 'Sign in to see this.', extensions: { code: 'UNAUTHENTICATED' } }] },
    });
  });

  it('takes no bearer token, whatever is in it', async () => {
    const seal = await goodSeal(asSystem);
    expect((await post(name, { authorization: `Bearer ${seal}` })).body).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('answers a good seal, and the public one as the public', async () => {
    expect((await post(name, { 'x-onefile-viewer': await goodSeal() })).body).toEqual({
      data: { me: { id: mother.subject } },
    });
    expect((await post(name, { 'x-onefile-viewer': await goodSeal(asPublic) })).body).toMatchObject({
      data: { me: null },
      errors: [{ path: ['me'], extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('lets nobody push without a seal', async () => {
    const seal = (await SEALS['a seal of a stranger']?.()) ?? '';
    const headers = { 'x-onefile-viewer': seal, 'content-type': 'text/csv' };
    const response = await send(name, '/ingest/personal.citizens', headers, 'a,b\n1,2\n');
    expect(response.status).toBe(401);
  });
});
