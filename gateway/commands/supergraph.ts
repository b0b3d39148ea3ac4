import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { listenOrRefuse, orRefuse } from '../../schema/environment.ts';
import { createLog } from '../../schema/log.ts';
import { readPlainConfig } from '../config.ts';
import { createPlainGateway } from '../plain-gateway.ts';
import { stopOnSignal } from '../../schema/stop-on-signal.ts';

const USAGE = 'usage: gateway -- --supergraph FILE [--port N] [--host ADDRESS] [--stock]';

const giveUp = (problem: string): never => {
  console.error(problem);
  process.exit(2);
};

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const readOptions = () => {
  try {
    return parseArgs({
      options: {
        supergraph: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        stock: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    return giveUp(`${messageOf(cause)}\n${USAGE}`);
  }
};

const { supergraph: file = giveUp(USAGE), port: asked, host, stock } = readOptions();
const config = await orRefuse(() => readPlainConfig());
const port = asked === undefined ? config.PORT : Number(asked);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  giveUp(`--port must be 0 to 65535, but got: ${String(asked)}`);
const supergraphSdl = await readFile(file, 'utf8').catch((cause: unknown) =>
  giveUp(`The supergraph ${file} cannot be read: ${messageOf(cause)}`),
);
const gateway = await createPlainGateway({
  supergraphSdl,
  log: createLog(config.LOG_LEVEL, 'gateway'),
  isFast: config.FAST_PATH && !stock,
}).catch((cause: unknown) => giveUp(`${file} is no supergraph of federation 2: ${messageOf(cause)}`));
stopOnSignal(() => gateway.stop());
const address = await orRefuse(() =>
  listenOrRefuse(port, () => gateway.app.listen({ host: host ?? config.HOST, port })),
);
console.log(`ready http://localhost:${new URL(address).port}`);
