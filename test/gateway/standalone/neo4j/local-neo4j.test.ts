import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { startNeo4j } from '../../../../gateway/standalone/neo4j/local-neo4j.ts';
import { findPorts, runCommand, startCommand, type RunningCommand } from '../../../services/command.ts';
import { composedServices } from '../../../support/compose-file.ts';
import { describeWithNeo4j } from '../../../support/neo4j.ts';

const COMMAND = 'gateway/commands/neo4j.ts';
const PATIENCE = 600_000;

const run = async (url: string, cypher: string): Promise<unknown[]> => {
  const driver = neo4j.driver(url);
  try {
    const { records } = await driver.executeQuery(cypher);
    return records.map((record): unknown => record.get(0));
  } finally {
    await driver.close();
  }
};

describe('npm run neo4j', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onefile-neo4j-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('says in one sentence that Java is missing', async () => {
    const { code, stdout, stderr } = await runCommand(COMMAND, [], { PATH: folder, ONEFILE_DATA: folder });
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Neo4j needs Java 17, and there is no `java`: install openjdk-17-jre-headless.\n',
    });
  });

  it('says in one sentence that Java is too old', async () => {
    const bin = await mkdtemp(join(folder, 'bin-'));
    await writeFile(join(bin, 'java'), '#!/bin/sh\necho \'openjdk version "11.0.2"\' >&2\n');
    await chmod(join(bin, 'java'), 0o755);
    await symlink('/bin/sh', join(bin, 'sh'));
    const { stderr } = await runCommand(COMMAND, [], { PATH: bin, ONEFILE_DATA: folder });
    expect(stderr).toBe('Neo4j needs Java 17, but `java` is of version 11.\n');
  });

  // Where there is a server for the suites there are Java and Maven.
  describeWithNeo4j('with Java and Maven', () => {
    it(
      'answers on loopback, ends on SIGTERM, and holds afterwards what it held before',
      async () => {
        const [port, otherPort] = [await findPorts(1), await findPorts(1)];
        const started: RunningCommand[] = [];
        const start = (at = port) => {
          const command = startCommand(COMMAND, [], { ONEFILE_DATA: folder, NEO4J_PORT: String(at) });
          started.push(command);
          return command;
        };
        try {
          const first = start();
          const url = await first.ready;
          expect(url).toBe(`bolt://127.0.0.1:${port}`);
          await run(url, "CREATE (:Subject {id: 'kept'})");
          const stderr = `Port ${port} is not to be had: set NEO4J_PORT to another one.\n`;
          expect(await start().ended).toMatchObject({ code: 1, stdout: '', stderr });
          const onSameFolder = await start(otherPort).ended;
          expect(onSameFolder).toMatchObject({ code: 1, stdout: '' });
          expect(onSameFolder.stderr).toMatch(/^Neo4j ended before it answered on /);
          expect(await first.kill('SIGTERM')).toMatchObject({ code: 0, stderr: '' });

          const again = start();
          expect(await run(await again.ready, 'MATCH (subject:Subject) RETURN subject.id')).toEqual(['kept']);
          expect(await again.kill('SIGINT')).toMatchObject({ code: 0, stderr: '' });
        } finally {
          await Promise.all(started.map((command) => command.kill('SIGTERM')));
        }
      },
      PATIENCE,
    );

    it(
      'knows every setting that docker-compose.yml gives the image',
      async () => {
        // As the image reads them: `_` is a dot, and `__` is `_`.
        const settings: (readonly [string, string])[] = Object.entries(composedServices['neo4j']?.environment ?? {})
          .filter(([name]) => name !== 'NEO4J_AUTH')
          .map(([name, value]) => [
            name.replace('NEO4J_', '').replaceAll('__', '\0').replaceAll('_', '.').replaceAll('\0', '_'),
            String(value),
          ]);
        const given = { folder: join(folder, 'composed'), boltPort: await findPorts(1) };
        const server = await startNeo4j({ ...given, settings: Object.fromEntries<string>(settings) });
        const names = settings.map(([name]) => `'${name}'`).join(', ');
        const known = await run(server.url, `SHOW SETTINGS YIELD name WHERE name IN [${names}] RETURN name`);
        await server.stop();
        expect(known).toHaveLength(settings.length);
        expect(known).toContain('server.memory.heap.max_size');
      },
      PATIENCE,
    );
  });
});
