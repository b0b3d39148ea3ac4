import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readIdentityKeys } from '../../../subgraphs/personal/config.ts';
import { keyOf, keys } from './demo.ts';

describe('identity keys of the environment', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are made once for development, readable to their owner alone', async () => {
    const made = readIdentityKeys(folder, {});
    expect(readIdentityKeys(folder, {}).aliasOf('x')).toBe(made.aliasOf('x'));
    expect((await stat(join(folder, 'identity-keys.json'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'identity-keys.json'), 'utf8')).toContain('"current":1');
  });

  it('come from IDENTITY_KEYS when it is set', () => {
    const ring = JSON.stringify({ current: 1, keys: { '1': keyOf(1) } });
    expect(readIdentityKeys(folder, { IDENTITY_KEYS: ring }).aliasOf('x')).toBe(keys.aliasOf('x'));
  });

  it.each(['{"keys":{}}', '{', '/nowhere/keys.json', '{"current":1,"keys":{"1":"AA=="}}'])(
    'are refused when the ring is %s',
    (ring) => {
      expect(() => readIdentityKeys(folder, { IDENTITY_KEYS: ring })).toThrow(/^IDENTITY_KEYS: /);
    },
  );

  it('are not made up in production', async () => {
    const empty = join(folder, 'production');
    expect(() => readIdentityKeys(empty, { NODE_ENV: 'production', IDENTITY_KEYS: '' })).toThrow(
      'A key of ID numbers made up here is refused when NODE_ENV=production: set IDENTITY_KEYS.',
    );
    await expect(stat(empty)).rejects.toThrow('ENOENT');
    const ring = JSON.stringify({ current: 1, keys: { '1': keyOf(1) } });
    expect(readIdentityKeys(empty, { NODE_ENV: 'production', IDENTITY_KEYS: ring }).current).toBe(1);
  });
});
