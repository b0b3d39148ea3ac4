import { join } from 'node:path';
import { orRefuse } from '../../schema/environment.ts';
import { stopOnSignal } from '../../schema/stop-on-signal.ts';
import { readNeo4jConfig } from '../config.ts';
import { startNeo4j } from '../standalone/neo4j/local-neo4j.ts';

const { url, stop, ended } = await orRefuse(() => {
  const { ONEFILE_DATA, NEO4J_PORT } = readNeo4jConfig();
  return startNeo4j({ folder: join(ONEFILE_DATA, 'neo4j'), boltPort: NEO4J_PORT });
});
const stopping = new AbortController();
stopOnSignal(() => {
  stopping.abort();
  return stop();
});
console.log(`ready ${url}`);
await ended;
if (!stopping.signal.aborted) {
  console.error('Neo4j ended by itself; what it said stands in its log.');
  process.exit(1);
}
