import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EnvironmentError } from '../../../schema/environment.ts';

/** The version in `pom.xml` beside this file. */
const NEO4J_VERSION = '5.26.12';

const POM = fileURLToPath(new URL('pom.xml', import.meta.url));
const CACHE = fileURLToPath(new URL(`../../../.cache/neo4j-${NEO4J_VERSION}/`, import.meta.url));
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';

const run = promisify(execFile);
const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const checkJava = async (): Promise<void> => {
  const { stderr } = await run('java', ['-version']).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    throw new EnvironmentError('Neo4j needs Java 17, and there is no `java`: install openjdk-17-jre-headless.');
  });
  const [, major = '?'] = /version "(\d+)/.exec(stderr) ?? [];
  if (Number(major) < 17) throw new EnvironmentError(`Neo4j needs Java 17, but \`java\` is of version ${major}.`);
};

/**
 * The folder of the server's jars, which Maven fetches from its central repository the first time.
 * Throws an EnvironmentError where Java or Maven is missing.
 */
export const getNeo4jFiles = async (): Promise<string> => {
  await checkJava();
  const lib = join(CACHE, 'lib');
  if (existsSync(lib)) return lib;
  await mkdir(CACHE, { recursive: true });
  // Whole or not at all, also when two ask at once.
  const draft = join(CACHE, `draft-${process.pid}`);
  const options = ['--batch-mode', '--quiet', '--no-transfer-progress', `--file=${POM}`];
  await run('mvn', [...options, COPY, `-DoutputDirectory=${draft}`]).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    throw new EnvironmentError(
      isMissing(error)
        ? 'Neo4j is fetched by Maven, and there is no `mvn`: install maven.'
        : `Maven could not fetch Neo4j: ${(error as { stdout?: string }).stdout?.trim() ?? String(error)}`,
    );
  });
  await rename(draft, lib).catch(() => rm(draft, { recursive: true, force: true }));
  return lib;
};
