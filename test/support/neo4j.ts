import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { readConfig } from './config.ts';

const { ONEFILE_TEST_NEO4J_URL: neo4jUrl } = readConfig();
const PATIENCE_MS = 600_000;

/**
 * A suite on a real Neo4j, which it has to itself and finds empty; left out when ONEFILE_TEST_NEO4J_URL is not set.
 * The community's server has one database, so suites take turns.
 */
export const describeWithNeo4j = (name: string, suite: (url: string) => void): void => {
  if (!neo4jUrl) {
    describe.skip(name, () => suite('bolt://left.out'));
    return;
  }
  describe(name, () => {
    let turn: Server | undefined;
    beforeAll(async () => {
      turn = await takeTurn(neo4jUrl);
      await emptyNeo4j(neo4jUrl);
    }, PATIENCE_MS);
    suite(neo4jUrl);
    afterAll(() => {
      turn?.close();
    });
  });
};

/** Deletes all nodes and relations; indexes and constraints stay. */
export const emptyNeo4j = async (url: string): Promise<void> => {
  const driver = neo4j.driver(url);
  try {
    const session = driver.session();
    await session.run('MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS');
    await session.close();
  } finally {
    await driver.close();
  }
};

/** Who listens at the name has the turn; the kernel takes it back from a process that is gone. */
const takeTurn = async (url: string): Promise<Server> => {
  for (;;) {
    const server = createServer().listen({ path: `\0onefile-test-${new URL(url).host}` });
    const isMine = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (isMine) return server.unref();
    await sleep(50);
  }
};
