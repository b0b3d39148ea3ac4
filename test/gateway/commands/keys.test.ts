import { describe, expect, it } from '@jest/globals';
import { loadSealKey } from '../../../gateway/seal-key.ts';
import { createSealer, createSealOpener } from '../../../schema/seal.ts';
import { publicViewer } from '../../../schema/viewer.ts';
import { readIdentityKeys } from '../../../subgraphs/personal/config.ts';
import { runCommand } from '../../services/command.ts';

const clock = () => new Date();

describe('npm run keys', () => {
  it('prints fresh keys as lines of an environment file, with which gateway and registries agree', async () => {
    const print = async () => {
      const { code, stdout, stderr } = await runCommand('gateway/commands/keys.ts', [], {});
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return Object.fromEntries(
        stdout
          .trimEnd()
          .split('\n')
          .map((line) => /^([A-Z_]+)='([^'\s]+)'$/.exec(line)?.slice(1) ?? [line, '']),
      ) as Record<string, string>;
    };
    const printed = await print();
    expect(Object.keys(printed)).toEqual(['SEAL_KEY', 'SEAL_JWKS', 'IDENTITY_KEYS']);

    const sealKey = await loadSealKey({ SEAL_KEY: printed['SEAL_KEY'], ONEFILE_DATA: '/nowhere' });
    const { seal } = await (await createSealer(sealKey, clock))(publicViewer('2026-11-22'));
    const keySet = JSON.parse(printed['SEAL_JWKS'] ?? '') as Parameters<typeof createSealOpener>[0];
    expect(await createSealOpener(keySet, clock)(seal)).toMatchObject({ role: 'public' });
    expect(printed['SEAL_JWKS']).not.toContain('"d"');
    expect(readIdentityKeys('/nowhere', { NODE_ENV: 'production', ...printed }).current).toBe(1);

    const again = await print();
    for (const name of Object.keys(printed)) expect(again[name]).not.toBe(printed[name]);
  }, 60_000);
});
