import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { orRefuse } from '../../schema/environment.ts';
import { readConfig, readServicesConfig } from '../config.ts';
import { loadOrCreateSecret } from '../issuer/system-client.ts';
import { loadSealKey, toSealJwks } from '../seal-key.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

/** Ports of the supergraph's routing URLs follow the gateway's. */
const REGISTRIES = ['personal', 'enterprises', 'governance'] as const;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const { config, services } = await orRefuse(() => ({ config: readConfig(), services: readServicesConfig() }));
await mkdir(config.ONEFILE_DATA, { recursive: true });
const gatewayUrl = `http://127.0.0.1:${config.PORT}`;
const urlOf = (index: number) => `http://127.0.0.1:${config.PORT + index + 1}`;

const shared = {
  SEAL_JWKS: JSON.stringify(toSealJwks(await loadSealKey(config))),
  GATEWAY_URL: gatewayUrl,
  ...(config.hasDevelopmentIssuer
    ? {
        SYSTEM_TOKEN_URL: `${gatewayUrl}/token`,
        SYSTEM_CLIENT_ID: 'system',
        SYSTEM_CLIENT_SECRET: await loadOrCreateSecret(join(config.ONEFILE_DATA, 'system-client-secret')),
      }
    : {}),
};

const children: { name: string; process: ChildProcess }[] = [];
const hasEnded = ({ process: { exitCode, signalCode } }: (typeof children)[number]) =>
  exitCode !== null || signalCode !== null;
const stopping = new AbortController();

const end = (some: typeof children) =>
  Promise.all(
    some
      .filter((child) => !hasEnded(child))
      .map(async ({ process: child }) => {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }),
  );

/** The gateway first, so that what it has under way is answered. */
const stop = async (): Promise<void> => {
  stopping.abort();
  await end(children.filter(({ name }) => name === 'gateway'));
  await end(children);
};

/** Starts one `main.ts` as a process of its own; resolves when it says `ready`. */
const start = async (name: string, main: string, environment: Readonly<Record<string, string>>): Promise<void> => {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    cwd: ROOT,
    env: { ...services.inherited, ...shared, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push({ name, process: child });
  console.log(`[${name}] process ${String(child.pid)}`);
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', (code, signal) => {
      const ended = `${name} ended with ${String(code ?? signal)}`;
      reject(new Error(`${ended} before it was ready.`));
      if (!stopping.signal.aborted) console.error(`${ended}; the others go on without it.`);
    });
    lines.on('line', (line) => {
      console.log(`[${name}] ${line}`);
      if (line.startsWith('ready ')) resolve();
    });
  });
  await ready;
};

stopOnSignal(stop);

try {
  await Promise.all(
    REGISTRIES.map((name, index) =>
      start(name, `subgraphs/${name}/main.ts`, { PORT: String(config.PORT + index + 1) }),
    ),
  );
  await start('gateway', 'gateway/main.ts', {
    PORT: String(config.PORT),
    SUBGRAPH_URLS: REGISTRIES.map((name, index) => `${name}=${urlOf(index)}`).join(','),
  });
  console.log(`ready http://localhost:${config.PORT}`);
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    await stop();
    process.exit(1);
  }
}
