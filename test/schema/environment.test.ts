import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import * as gateway from '../../gateway/config.ts';
import { EnvironmentError, readVariables, toExample, type Environment } from '../../schema/environment.ts';
import * as registry from '../../subgraphs/kit/config.ts';
import * as personal from '../../subgraphs/personal/config.ts';
import * as tagging from '../../tagging/config.ts';

const small = z.object({
  PORT: z.coerce.number().int().default(1).describe('Where'),
  KEY: z.string().min(2).optional().describe('What with'),
  IS_ON: z
    .enum(['0', '1'])
    .default('1')
    .transform((text) => text === '1')
    .describe('Whether'),
  NEEDED: z.string().describe('Wherefore'),
});

describe('an environment', () => {
  it('is read with its defaults, and an empty variable is not set', () => {
    expect(readVariables(small, { NEEDED: 'x', KEY: '', PORT: '', PATH: '/bin' })).toEqual({
      PORT: 1,
      IS_ON: true,
      NEEDED: 'x',
    });
  });

  it('that is wrong is refused with the name of each variable, and without their values', () => {
    const read = () => readVariables(small, { KEY: '?', NEEDED: '' });
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow(/^The environment is wrong\.\nKEY: [^?]+\nNEEDED: [^?]+$/);
  });

  it('is shown with descriptions and defaults', () => {
    expect(toExample(small)).toBe(
      '# Where\nPORT=1\n\n# What with\nKEY=\n\n# Whether\nIS_ON=1\n\n# Wherefore\nNEEDED=\n',
    );
  });
});

describe('.env.example', () => {
  /** Variables of several processes stand where they come first. */
  const parts: readonly [string, Environment][] = [
    ['The gateway, and everything in one process', gateway.environment],
    ['The processes of the registries, beside what they share with the gateway', registry.environment],
    ['The process of `personal` beside that, and everything in one process', personal.environment],
    ['`npm run services` beside all of these', gateway.servicesEnvironment],
    ['`npm run neo4j`', gateway.neo4jEnvironment],
  ];

  it('holds every variable of every process, with its description and default', async () => {
    const seen = new Set<string>();
    const expected = parts.map(([title, environment]) => {
      const shape = Object.fromEntries(Object.entries(environment.shape).filter(([name]) => !seen.has(name)));
      for (const name of Object.keys(shape)) seen.add(name);
      for (const [name, variable] of Object.entries(shape))
        expect([name, variable.description]).toEqual([name, expect.any(String)]);
      return `## ${title}\n\n${toExample(z.object(shape))}`;
    });
    // What `tagging` reads is read in one process as well.
    expect(Object.keys(tagging.environment.shape).filter((name) => !seen.has(name))).toEqual([]);
    expect(await readFile(new URL('../../.env.example', import.meta.url), 'utf8')).toBe(expected.join('\n'));
  });
});
