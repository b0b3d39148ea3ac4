import { describe, expect, it } from '@jest/globals';
import { readConfig, readPlainConfig, readServicesConfig } from '../../gateway/config.ts';

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

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', NODE_ENV: '', OIDC_ISSUER: '', MAX_DEPTH: '' })).toEqual(readConfig({}));
  });

  it('refuses in production what a gateway makes up for itself', () => {
    const production = { NODE_ENV: 'production', OIDC_ISSUER: 'https://id.example', SEAL_KEY: '{}' };
    expect(() => readConfig({ ...production, OIDC_ISSUER: '' })).toThrow(
      'The development issuer is refused when NODE_ENV=production: set OIDC_ISSUER.',
    );
    expect(() => readConfig({ ...production, SEAL_KEY: '' })).toThrow(
      'A seal key made up here is refused when NODE_ENV=production: set SEAL_KEY.',
    );
    expect(readConfig(production)).toMatchObject({ isProduction: true, hasDevelopmentIssuer: false });
  });
});

describe('the configuration of a gateway before any supergraph', () => {
  it('needs neither issuer nor key', () => {
    expect(readPlainConfig({ NODE_ENV: 'production', PORT: '4100' })).toMatchObject({ PORT: 4100, LOG_LEVEL: 'info' });
  });
});

describe('the configuration of the services', () => {
  it('names both servers when they are not given', () => {
    expect(() => readServicesConfig({ DATABASE_URL: '' })).toThrow(/DATABASE_URL: [^]*REDIS_URL: /);
  });

  it('hands on what it was started with', () => {
    const given = { DATABASE_URL: 'postgres://127.0.0.1/onefile', REDIS_URL: 'redis://127.0.0.1', LANG: 'zh' };
    expect(readServicesConfig(given)).toEqual({
      DATABASE_URL: given.DATABASE_URL,
      REDIS_URL: given.REDIS_URL,
      RESTART_PAUSE: 1_000,
      inherited: given,
    });
  });
});
