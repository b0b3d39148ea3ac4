import { pino } from 'pino';
import { createHttpServer } from '../../../subgraphs/kit/http-server.ts';
import { readConfig } from '../../../gateway/config.ts';
import { loadSealKey, toSealJwks } from '../../../gateway/seal-key.ts';
import { loadFolders } from '../../../gateway/standalone/load-folder.ts';
import { openRegistries } from '../../../gateway/standalone/registries.ts';
import { serveSqlByHand } from './sql-by-hand.ts';

// The registries with their demo drops on the embedded store, each behind HTTP: what both gateways are measured before.
const config = readConfig();
const byHand = await serveSqlByHand();
const log = pino({ level: 'silent' });
const registries = await openRegistries({ config, sealKeys: toSealJwks(await loadSealKey(config)), log });
await registries.start();
await loadFolders(
  registries.subgraphs,
  registries.demoFolders.map((folder, index) => ({ folder, registry: registries.subgraphs[index]?.name ?? null })),
  () => undefined,
);
const urls: Record<string, string> = {};
for (const subgraph of registries.subgraphs) {
  urls[subgraph.name] = await createHttpServer(subgraph, log).listen({ host: '127.0.0.1', port: 0 });
}
console.log(`ready ${JSON.stringify({ urls, byHand })}`);
