import { describe, expect, it } from '@jest/globals';
import * as enterprises from '../../../subgraphs/enterprises/config.ts';
import * as governance from '../../../subgraphs/governance/config.ts';
import * as personal from '../../../subgraphs/personal/config.ts';

const NEEDED = {
  DATABASE_URL: 'postgres://127.0.0.1/onefile',
  REDIS_URL: 'redis://127.0.0.1',
  SEAL_JWKS: '{"keys":[]}',
};

describe.each(Object.entries({ personal, enterprises, governance }))('the configuration of %s', (_name, registry) => {
  it('is complete with its servers and the seal’s keys, and on loopback', () => {
    expect(registry.readConfig(NEEDED)).toMatchObject({
      ...NEEDED,
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: 0,
      LOG_LEVEL: 'info',
    });
  });

  it.each(Object.keys(NEEDED))('names %s when it is empty', (name) => {
    expect(() => registry.readConfig({ ...NEEDED, [name]: '' })).toThrow(
      new RegExp(`^The environment is wrong\\.\n${name}: `),
    );
  });

  it('takes an empty variable for one that is not set', () => {
    const empty = Object.fromEntries(
      Object.keys(registry.environment.shape)
        .filter((name) => !(name in NEEDED))
        .map((name) => [name, '']),
    );
    expect(registry.readConfig({ ...empty, ...NEEDED })).toEqual(registry.readConfig(NEEDED));
  });

  it.each(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])('takes the log level %s', (level) => {
    expect(registry.readConfig({ ...NEEDED, LOG_LEVEL: level }).LOG_LEVEL).toBe(level);
  });
});
