import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { orRefuse } from '../../schema/environment.ts';
import { folderOf, SUBGRAPHS } from '../../schema/sdl.ts';
import { readConfig, readServicesConfig } from '../config.ts';
import { loadOrCreateSecret } from '../issuer/system-client.ts';
import { loadSealKey, toSealJwks } from '../seal-key.ts';
import { stopOnSignal } from '../../schema/stop-on-signal.ts';
import { superviseProcess, type SupervisedProcess } from '../supervised-process.ts';

/** Ports of the supergraph's routing URLs follow the gateway's. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const { config, services, sealKey } = await orRefuse(async () => {
  const config = readConfig();
  return { config, services: readServicesConfig(), sealKey: await loadSealKey(config) };
});
await mkdir(config.ONEFILE_DATA, { recursive: true });
const gatewayUrl = `http://127.0.0.1:${config.PORT}`;
const portOf = (index: number) => config.PORT + index + 1;

const shared = {
  SEAL_JWKS: JSON.stringify(toSealJwks(sealKey)),
  GATEWAY_URL: gatewayUrl,
  ...(config.hasDevelopmentIssuer
    ? {
        SYSTEM_TOKEN_URL: `${gatewayUrl}/token`,
        SYSTEM_CLIENT_ID: 'system',
        SYSTEM_CLIENT_SECRET: await loadOrCreateSecret(join(config.ONEFILE_DATA, 'system-client-secret')),
      }
    : {}),
};

const running = new Map<string, SupervisedProcess>();

/** The gateway first, so that what it has under way is answered. */
const stop = async (): Promise<void> => {
  await running.get('gateway')?.stop();
  await Promise.all([...running.values()].map((each) => each.stop()));
};

const giveUp = async (cause: unknown): Promise<void> => {
  console.error(cause instanceof Error ? cause.message : cause);
  await stop();
  process.exit(1);
};

/** Keeps one `main.ts` running as a process of its own; resolves when it says `ready` for the first time. */
const run = (name: string, main: string, environment: Readonly<Record<string, string>>): Promise<void> => {
  const supervised = superviseProcess({
    name,
    pause: services.RESTART_PAUSE,
    print: (line) => console.log(line),
    start: () =>
      spawn(process.execPath, ['--import', 'tsx', main], {
        cwd: ROOT,
        env: { ...services.inherited, ...shared, ...environment },
        // The channel tells it when this process is gone, also when that was killed.
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }) as ChildProcessByStdio<null, Readable, Readable>,
  });
  running.set(name, supervised);
  supervised.ended.catch(giveUp);
  return supervised.ready;
};

stopOnSignal(stop);
await Promise.all(
  SUBGRAPHS.map((name, index) => run(name, `${folderOf(name)}/main.ts`, { PORT: String(portOf(index)) })),
);
await run('gateway', 'gateway/main.ts', {
  PORT: String(config.PORT),
  SUBGRAPH_URLS: SUBGRAPHS.map((name, index) => `${name}=http://127.0.0.1:${portOf(index)}`).join(','),
});
console.log(`ready http://localhost:${config.PORT}`);
