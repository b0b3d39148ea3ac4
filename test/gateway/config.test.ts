import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { environmentExample, readConfig, readEnvironment } from '../../gateway/config.ts';

describe('the configuration', () => {
  it('is complete with nothing set, and on loopback', () => {
    expect(readConfig({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 4000,
      isProduction: false,
      hasDevelopmentIssuer: true,
    });
  });

  it('takes lists, numbers and addresses', () => {
    const config = readConfig({
      CORS_ORIGINS: 'https://a.example, https://b.example',
      SUBGRAPH_URLS: 'personal=http://127.0.0.1:4001/graphql?a=b',
      MAX_DEPTH: '7',
      RATE_LIMIT: '0',
    });
    expect(config).toMatchObject({
      CORS_ORIGINS: ['https://a.example', 'https://b.example'],
      SUBGRAPH_URLS: { personal: 'http://127.0.0.1:4001/graphql?a=b' },
      MAX_DEPTH: 7,
      RATE_LIMIT: 0,
    });
  });

  it.each([
    ['PORT', 'x'],
    ['ONEFILE_TODAY', '2026-13-01'],
    ['SUBGRAPH_URLS', 'personal'],
    ['OIDC_ISSUER', 'somewhere'],
  ])('names %s when it is wrong', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  it('refuses the development issuer in production', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow('OIDC_ISSUER');
    expect(readConfig({ NODE_ENV: 'production', OIDC_ISSUER: 'https://id.example' }).hasDevelopmentIssuer).toBe(false);
    expect(readEnvironment({ NODE_ENV: 'production' }).NODE_ENV).toBe('production');
  });

  it('is what .env.example says', async () => {
    const written = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
    expect(written).toContain(environmentExample());
  });
});
