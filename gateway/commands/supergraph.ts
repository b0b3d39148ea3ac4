import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../config.ts';
import { createLog } from '../operations/log.ts';
import { createPlainGateway } from '../plain-gateway.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

const { values } = parseArgs({
  options: {
    supergraph: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string' },
    stock: { type: 'boolean', default: false },
  },
});
if (values.supergraph === undefined) {
  console.error('gateway -- --supergraph FILE [--port N] [--host ADDRESS] [--stock]');
  process.exit(2);
}
const config = readEnvironment();
const gateway = await createPlainGateway({
  supergraphSdl: await readFile(values.supergraph, 'utf8'),
  log: createLog(config.LOG_LEVEL),
  isFast: config.FAST_PATH && !values.stock,
});
const port = values.port === undefined ? config.PORT : Number(values.port);
await gateway.app.listen({ host: values.host ?? config.HOST, port });
stopOnSignal(() => gateway.stop());
console.log(`ready http://localhost:${port}`);
