import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevelopmentIssuer } from '../../../gateway/issuer/issuer.ts';
import { loadOrCreateKey, toPublicKey } from '../../../gateway/issuer/key-file.ts';
import { startTestGateway, type TestGateway } from '../running-gateway.ts';

describe('the key file', () => {
  it('is one key for all who make it at once, and for its owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'onefile-key-'));
    const file = join(folder, 'deep', 'key.json');
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateKey(file)));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(toPublicKey(keys[0] ?? {})).not.toHaveProperty('d');
    await rm(folder, { recursive: true });
  });
});

describe('the development issuer', () => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway();
  });
  afterAll(() => test.stop());

  it('is refused in production', async () => {
    const options = { dataFolder: test.folder, port: 4000, audience: 'onefile', isProduction: true };
    await expect(createDevelopmentIssuer(options)).rejects.toThrow('production');
  });

  it('publishes its configuration and public keys alone', async () => {
    const configuration = (await (await test.send('/.well-known/openid-configuration')).json()) as Record<
      string,
      string
    >;
    expect(configuration['issuer']).toBe(test.url.replace('127.0.0.1', 'localhost'));
    expect(configuration['jwks_uri']).toBe(`${configuration['issuer'] ?? ''}/jwks`);
    const text = await (await test.send('/jwks')).text();
    expect(text).toContain('"crv":"Ed25519"');
    expect(text).not.toContain('"d":');
  });

  it('shows at least ten demo people, each with a token that signs in', async () => {
    const people = (await (await test.send('/dev/people')).json()) as Record<string, string>[];
    expect(people.length).toBeGreaterThanOrEqual(10);
    for (const person of people) {
      expect(Object.keys(person)).toEqual(['id', 'name', 'nameEn', 'story', 'storyEn', 'role', 'token']);
      expect([person['nameEn'], person['storyEn']].join(' ')).toMatch(/^[A-Z][a-z]+ .*\.$/);
      if (person['role'] !== 'citizen') expect((await test.ask('{ sources }', person['token'])).status).toBe(200);
    }
    expect(new Set(people.map(({ role }) => role))).toEqual(new Set(['citizen', 'staff', 'analyst', 'operator']));
  });

  it('gives `system` a token for its secret, and nobody else', async () => {
    const secret = await readFile(join(test.folder, 'system-client-secret'), 'utf8');
    const grant = async (id: string, given: string, type = 'client_credentials') => {
      const body = new URLSearchParams({ grant_type: type, client_id: id, client_secret: given });
      const response = await test.send('/token', { method: 'POST', body });
      return { status: response.status, ...((await response.json()) as { access_token?: string }) };
    };
    const { access_token: token } = await grant('system', secret);
    expect((await test.ask('{ sources }', token)).status).toBe(200);
    expect((await grant('system', 'guess')).status).toBe(401);
    expect((await grant('operator', secret)).status).toBe(401);
    expect((await grant('system', secret, 'password')).status).toBe(400);
  });

  it('takes the secret by Basic, and refuses what is no such pair', async () => {
    const secret = await readFile(join(test.folder, 'system-client-secret'), 'utf8');
    const grant = async (authorization: string) => {
      const body = new URLSearchParams({ grant_type: 'client_credentials' });
      const response = await test.send('/token', { method: 'POST', headers: { authorization }, body });
      return { status: response.status, body: await response.json() };
    };
    const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
    expect((await grant(basic(`system:${encodeURIComponent(secret)}`))).status).toBe(200);
    const malformed = ['system:%', '%E0%A4%A:x', 'system', ':', '', `system:${secret}:more`].map(basic);
    for (const authorization of [...malformed, 'Basic', 'Basic ', 'Basic %%%', 'Basic \u00ff'])
      expect([authorization, await grant(authorization)]).toEqual([
        authorization,
        { status: 401, body: { error: 'invalid_client' } },
      ]);
  });
});
