import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command.ts';

const PRODUCTION = { NODE_ENV: 'production', OIDC_ISSUER: 'https://id.example' };
const SERVERS = {
  DATABASE_URL: 'postgres://127.0.0.1:1/onefile',
  REDIS_URL: 'redis://127.0.0.1:1',
  SEAL_JWKS: '{"keys":[]}',
};

describe('a process with a wrong environment', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-refusals-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each<[string, string, Record<string, string>, RegExp]>([
    ['a gateway without a seal key in production', 'gateway/main.ts', PRODUCTION, /set SEAL_KEY\.$/],
    ['one with a malformed seal key', 'gateway/main.ts', { ...PRODUCTION, SEAL_KEY: '{' }, /^SEAL_KEY: must be /],
    [
      'everything in one process without identity keys in production',
      'gateway/commands/start.ts',
      { ...PRODUCTION, SEAL_KEY: '{"kty":"OKP"}' },
      /set IDENTITY_KEYS\.$/,
    ],
    [
      'a command without identity keys in production',
      'gateway/commands/load.ts',
      { ...PRODUCTION, SEAL_KEY: '{"kty":"OKP"}' },
      /set IDENTITY_KEYS\.$/,
    ],
    [
      'personal without identity keys in production',
      'subgraphs/personal/main.ts',
      { ...SERVERS, NODE_ENV: 'production' },
      /set IDENTITY_KEYS\.$/,
    ],
    [
      'a registry without servers',
      'subgraphs/enterprises/main.ts',
      { REDIS_URL: '' },
      /^The environment is wrong\.\nDATABASE_URL: .*\nREDIS_URL: .*\nSEAL_JWKS: .*$/,
    ],
    [
      'a registry with malformed keys',
      'subgraphs/governance/main.ts',
      { ...SERVERS, SEAL_JWKS: '{' },
      /^SEAL_JWKS: must be /,
    ],
    ['the services without servers', 'gateway/commands/services.ts', {}, /\nDATABASE_URL: .*\nREDIS_URL: .*$/],
  ])(
    'is refused in so many words, and leaves nothing behind: %s',
    async (_what, file, environment, words) => {
      const { code, stdout, stderr } = await runCommand(file, ['nowhere'], { ONEFILE_DATA: folder, ...environment });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr.trim()).toMatch(words);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(await readdir(folder)).toEqual([]);
    },
    60_000,
  );

  it('says so when the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, stderr } = await runCommand('gateway/main.ts', [], { ONEFILE_DATA: folder, PORT: String(port) });
    server.close();
    expect([code, stderr.trim()]).toEqual([1, `Port ${port} is taken: set PORT to another one.`]);
  }, 60_000);
});
