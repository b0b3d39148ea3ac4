import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { composedServices, interpolate, readImage } from '../support/compose-file.ts';
import { until } from './command.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const IN_THE_FILE: Readonly<Record<string, number>> = { postgres: 5432, redis: 6379, neo4j: 7687 };

export interface ComposedProcess {
  readonly pid: number;
  printed(): string;
  /** Resolves to the exit code. */
  stop(): Promise<number | null>;
}

export interface ComposedServicesOptions {
  /** Holds the image's folder and a folder for each volume. */
  folder: string;
  /** Loopback ports in place of the names and ports of compose's network. */
  ports: Readonly<Record<string, number>>;
  /** What `.env` holds. */
  given: Readonly<Record<string, string>>;
}

/** What compose makes of `docker-compose.yml`, as processes on loopback: only names and ports of its network differ. */
export const composeServices = ({ folder, ports, given }: ComposedServicesOptions) => {
  const image = readImage();
  const app = join(folder, 'app');
  mkdirSync(app, { recursive: true });
  for (const file of image.files) cpSync(join(ROOT, file), join(app, file), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(app, 'node_modules'));

  const onLoopback = (value: string): string =>
    value.replaceAll(/([a-z0-9]+):(\d+)(?=[/,]|$)/g, (whole, name: string, port: string) => {
      const mine = ports[name];
      return mine !== undefined && Number(port) === (IN_THE_FILE[name] ?? 4000) ? `127.0.0.1:${mine}` : whole;
    });
  const serviceOf = (name: string) => {
    const service = composedServices[name];
    if (service === undefined) throw new Error(`docker-compose.yml has no service ${name}.`);
    return service;
  };
  const portOf = (name: string) => String(ports[name]);

  const environmentOf = (name: string): Record<string, string> => {
    const own = Object.entries(serviceOf(name).environment).map(([key, value]): [string, string] => [
      key,
      onLoopback(interpolate(value, given)),
    ]);
    return {
      ...image.environment,
      ...Object.fromEntries(own),
      HOST: '127.0.0.1',
      PORT: portOf(name),
      ONEFILE_DATA: join(folder, `volume-${name}`),
    };
  };
  const path = { PATH: `${join(process.execPath, '..')}:/usr/bin:/bin` };

  const run = (name: string, [program = '', ...args]: readonly string[], cwd: string): ComposedProcess => {
    const volume = join(folder, `volume-${name}`);
    mkdirSync(volume, { recursive: true });
    const child = spawn(program, args, { cwd, env: { ...path, ...environmentOf(name) }, stdio: 'pipe' });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    const closed = once(child, 'close').then(([code]) => code as number | null);
    return {
      pid: child.pid ?? 0,
      printed: () => text,
      stop: () => {
        child.kill('SIGTERM');
        return closed;
      },
    };
  };

  /** The check that the file has for it, with the port of here; `extra` are arguments of Debian's clients for theirs. */
  const isHealthy = (name: string, extra: readonly string[] = []): Promise<boolean> => {
    const [kind, program = '', ...args] = serviceOf(name).healthcheck.test;
    if (kind !== 'CMD') throw new Error(`${name} is checked by ${String(kind)}.`);
    const here = args.map((argument) => argument.replaceAll('127.0.0.1:4000', `127.0.0.1:${portOf(name)}`));
    return new Promise((resolve) => {
      execFile(program, [...extra, ...here], { env: path }, (error) => resolve(error === null));
    });
  };

  return {
    app,
    environmentOf,
    serviceOf,
    isHealthy,
    /** A process of the image. */
    start: (name: string) => run(name, [...image.entrypoint, ...(serviceOf(name).command ?? [])], app),
    /** A server by its own command; `extra` are arguments that keep it on loopback. */
    startServer: (name: string, extra: readonly string[]) =>
      run(name, [...(serviceOf(name).command ?? []), ...extra], join(folder)),
    becomesHealthy: (name: string, running: () => string, extra: readonly string[] = []) =>
      until(`${name} is healthy`, async () => ((await isHealthy(name, extra)) ? true : null), 120_000).catch(
        (error: unknown) => {
          throw new Error(`${String(error)}\n${running()}`);
        },
      ),
  };
};
