import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTokenVerifier } from '../../../gateway/sign-in/token-verifier.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import { idNumberOf } from '../../support/people.ts';
import { CITIZEN } from '../small-graph.ts';
import { startTestGateway, type TestGateway } from '../running-gateway.ts';

const ID_NUMBER = idNumberOf('lin-xiaomei');
let test: TestGateway;
const viewers: Viewer[] = [];
const seals: unknown[] = [];
beforeAll(async () => {
  test = await startTestGateway(
    { RATE_LIMIT: '0', RATE_LIMIT_PUBLIC: '0' },
    {
      change: (_name, source) => ({
        process(request) {
          const { viewer, seal } = request.context as { viewer?: Viewer; seal?: string };
          if (viewer !== undefined) viewers.push(viewer);
          seals.push(seal);
          return source.process(request);
        },
      }),
    },
  );
});
afterAll(() => test.stop());
beforeEach(() => {
  viewers.length = 0;
  seals.length = 0;
  test.asked.length = 0;
});

const viewerOf = async (token: string, headers: Record<string, string> = {}): Promise<Viewer | undefined> => {
  await test.ask('{ sources }', token, headers);
  return viewers.at(-1);
};

describe('a good token', () => {
  it('makes a citizen known by the id, and the number is exchanged once a session', async () => {
    const token = await test.issuer.mint({
      sub: 'x',
      role: 'citizen',
      acr: '2',
      id_number: ID_NUMBER,
      client: 'portal',
    });
    const answers = await Promise.all([test.ask('{ me { id } }', token), test.ask('{ me { id } }', token)]);
    expect(answers.map(({ data }) => data)).toEqual([{ me: { id: CITIZEN } }, { me: { id: CITIZEN } }]);
    expect(
      test.asked.filter((name) => name === 'personal').length + test.asked.filter((name) => name !== 'personal').length,
    ).toBe(3);
    expect(viewers.at(-1)).toEqual({
      role: 'citizen',
      client: 'portal',
      assurance: 2,
      subject: CITIZEN,
      department: null,
      district: null,
      purpose: null,
      caseNo: null,
      actingFor: null,
      sources: [],
      today: '2026-11-22',
    });
    expect(JSON.stringify(viewers)).not.toContain(ID_NUMBER);
  });

  it('is sealed once for all requests of one errand', async () => {
    const token = await test.issuer.mint({
      sub: 'a',
      role: 'staff',
      department: 'market-regulation',
      district: '310104',
    });
    await viewerOf(token);
    await viewerOf(token);
    await viewerOf(token, { 'x-onefile-purpose': 'enterprise-supervision' });
    expect(seals[0]).toEqual(expect.any(String));
    expect(seals[1]).toBe(seals[0]);
    expect(seals[2]).not.toBe(seals[0]);
  });

  it('of staff carries department and district, with purpose and case from the request', async () => {
    const token = await test.issuer.mint({
      sub: 'a',
      role: 'staff',
      department: 'market-regulation',
      district: '310104',
    });
    const headers = {
      'x-onefile-purpose': 'enterprise-supervision',
      'x-onefile-case': '2026-17',
      'x-onefile-acting-for': CITIZEN,
    };
    expect(await viewerOf(token, headers)).toMatchObject({
      role: 'staff',
      subject: 'a',
      department: 'market-regulation',
      district: '310104',
      purpose: 'enterprise-supervision',
      caseNo: '2026-17',
      actingFor: null,
      assurance: 1,
    });
  });

  it('of a citizen carries for whom it acts, and no purpose', async () => {
    const token = await test.issuer.mint({ sub: 'x', role: 'citizen', id_number: ID_NUMBER, acr: '3' });
    const headers = { 'x-onefile-acting-for': '91310104MA1FPAA18P', 'x-onefile-purpose': 'enterprise-supervision' };
    expect(await viewerOf(token, headers)).toMatchObject({
      actingFor: '91310104MA1FPAA18P',
      purpose: null,
      assurance: 3,
    });
  });

  it('of a source carries the sources it is bound to', async () => {
    const token = await test.issuer.mint({ sub: 's', role: 'source', sources: ['personal.citizens'] });
    expect(await viewerOf(token)).toMatchObject({ role: 'source', sources: ['personal.citizens'] });
  });

  it('and none at all is public', async () => {
    await test.ask('{ sources }');
    expect(viewers.at(-1)).toMatchObject({ role: 'public', subject: null });
  });

  it.each([
    ['x-onefile-acting-for', 'somebody'],
    ['x-onefile-purpose', 'Robert; drop table'],
    ['x-onefile-case', ' '.repeat(3) + '!'],
  ])('with a malformed header %s is BAD_USER_INPUT', async (name, value) => {
    const token = await test.issuer.mint({ sub: 'o', role: 'operator' });
    const { status, errors } = await test.ask('{ sources }', token, { [name]: value });
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: name, reason: 'FORMAT' });
  });
});

describe('a bad token', () => {
  const now = Math.floor(Date.now() / 1_000);
  const good = { iss: 'http://localhost:4000', aud: 'onefile', iat: now, exp: now + 60, sub: 'o', role: 'operator' };
  const key = async () => {
    const jwk = JSON.parse(await readFile(join(test.folder, 'issuer-key.json'), 'utf8')) as { kid: string };
    return { kid: jwk.kid, key: await importJWK(jwk, 'EdDSA') };
  };
  const signed = async (claims: JWTPayload) => {
    const { kid, key: privateKey } = await key();
    return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey);
  };
  const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([claim]) => claim !== name));

  const bad: Record<string, () => Promise<string> | string> = {
    expired: () => signed({ ...good, exp: now - 10 }),
    'not yet valid': () => signed({ ...good, nbf: now + 60 }),
    'of another audience': () => signed({ ...good, aud: 'another' }),
    'of another issuer': () => signed({ ...good, iss: 'https://issuer.invalid' }),
    'without end': () => signed(without('exp')),
    'without audience': () => signed(without('aud')),
    'without subject': () => signed(without('sub')),
    'of an unknown role': () => signed({ ...good, role: 'emperor' }),
    'of the role public': () => signed({ ...good, role: 'public' }),
    'of staff without department': () => signed({ ...good, role: 'staff', district: '310104' }),
    'of a citizen without number': () => signed({ ...good, role: 'citizen' }),
    'of a citizen whom nobody knows': () => signed({ ...good, role: 'citizen', id_number: idNumberOf('zhou-ming') }),
    'of a citizen whose number is a pattern': () => signed({ ...good, role: 'citizen', id_number: '%' }),
    'with alg none': () => new UnsecuredJWT(good).encode(),
    'with alg none and a signature': () => `${new UnsecuredJWT(good).encode()}abc`,
    'signed by another key under our kid': async () => {
      const { kid } = await key();
      const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
      return new SignJWT(good).setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey);
    },
    'signed by HMAC with the public key': async () => {
      const { kid } = await key();
      const secret = new TextEncoder().encode(JSON.stringify(test.issuer.jwks.keys[0]));
      return new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid }).sign(secret);
    },
    'with a key of its own in the header': async () => {
      const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
      return new SignJWT(good).setProtectedHeader({ alg: 'EdDSA', jwk: await exportJWK(publicKey) }).sign(privateKey);
    },
    altered: async () => {
      const [header, , signature] = (await signed(good)).split('.');
      const payload = Buffer.from(JSON.stringify({ ...good, role: 'system' })).toString('base64url');
      return [header, payload, signature].join('.');
    },
    'that is no token': () => 'abc',
    'that is a viewer’s seal': () => seals.find((seal) => typeof seal === 'string') ?? 'a.b.c',
  };

  it.each(Object.entries(bad))('%s is 401 UNAUTHENTICATED in one line, and nothing is asked', async (name, make) => {
    if (name.includes('seal')) await test.ask('{ sources }');
    const token = await make();
    test.asked.length = 0;
    const { status, headers, data, errors } = await test.ask('{ sources }', token);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect({ data, errors }).toEqual({
      data: undefined,
      errors: [{ message: 'Sign in to see this.', extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(test.asked).toEqual(name.includes('nobody knows') ? ['personal'] : []);
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'bearer\ttoken'])(
    'Authorization: %j is 401',
    async (authorization) => {
      expect((await test.post({ query: '{ sources }' }, { authorization })).status).toBe(401);
    },
  );
});

describe('when the issuer cannot be reached', () => {
  it('says UNAVAILABLE, which is not the token’s fault', async () => {
    const verify = createTokenVerifier(() => Promise.reject(new TypeError('fetch failed')), {
      isIssuer: () => true,
      audience: 'onefile',
      algorithms: ['EdDSA'],
      clockSkew: 0,
      clock: () => new Date(),
    });
    const token = await test.issuer.mint({ sub: 'o', role: 'operator' });
    await expect(verify(token)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
