import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as gateway from '../gateway/config.ts';
import { readVariables, type Environment } from '../schema/environment.ts';
import * as archive from '../subgraphs/archive/config.ts';
import * as enterprises from '../subgraphs/enterprises/config.ts';
import * as governance from '../subgraphs/governance/config.ts';
import * as licences from '../subgraphs/licences/config.ts';
import * as personal from '../subgraphs/personal/config.ts';
import * as transactions from '../subgraphs/transactions/config.ts';
import * as tagging from '../tagging/config.ts';
import { composedServices as services, interpolate as interpolateWith, readImage } from './support/compose-file.ts';

const root = join(import.meta.dirname, '..');
const processes: Readonly<Record<string, Environment>> = {
  gateway: gateway.environment,
  personal: personal.environment,
  enterprises: enterprises.environment,
  governance: governance.environment,
  licences: licences.environment,
  archive: archive.environment,
  transactions: transactions.environment,
  tagging: tagging.environment,
};

/** What an operator has to give; all else has a default. */
const GIVEN: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: 'x1',
  SEAL_KEY: '{}',
  SEAL_JWKS: '{"keys":[]}',
  IDENTITY_KEYS: '{}',
  OIDC_ISSUER: 'https://id.example',
  SYSTEM_TOKEN_URL: 'https://id.example/token',
  SYSTEM_CLIENT_SECRET: 'x2',
  NEO4J_PASSWORD: 'x3x3x3x3',
};

const interpolate = (value: string | number) => interpolateWith(value, GIVEN);

describe('docker-compose.yml', () => {
  it('holds every process and server, each with a check of its health', () => {
    expect(Object.keys(services).sort()).toEqual([...Object.keys(processes), 'postgres', 'redis', 'neo4j'].sort());
    for (const { healthcheck } of Object.values(services)) expect(healthcheck.test[0]).toMatch(/^CMD(-SHELL)?$/);
  });

  it.each(Object.entries(processes))(
    'gives %s an environment that it reads, and can start with',
    (name, environment) => {
      const command = services[name]?.command ?? [];
      const given = services[name]?.environment ?? {};
      expect(command.map((file) => [file, existsSync(join(root, file))])).toEqual([[expect.any(String), true]]);
      const variables = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, interpolate(value)]));
      expect(Object.keys(variables).filter((key) => !(key in environment.shape))).toEqual([]);
      expect(Object.values(variables).filter((value) => value.includes('$'))).toEqual([]);
      expect(() => readVariables(environment, variables)).not.toThrow();
      if (name === 'gateway') expect(() => gateway.readConfig({ ...variables, NODE_ENV: 'production' })).not.toThrow();
    },
  );

  it('sends the gateway to every registry, and waits for it', () => {
    const urls = interpolate(services['gateway']?.environment['SUBGRAPH_URLS'] ?? '');
    const registries = Object.keys(processes).filter((name) => name !== 'gateway');
    expect(Object.keys(gateway.readConfig({ SUBGRAPH_URLS: urls }).SUBGRAPH_URLS).sort()).toEqual(registries.sort());
    expect(Object.keys(services['gateway']?.depends_on ?? {}).sort()).toEqual(registries.sort());
  });

  it('starts files that the image holds', () => {
    for (const name of Object.keys(processes))
      expect(readImage().folders).toContain(services[name]?.command?.[0]?.split('/')[0]);
  });
});
