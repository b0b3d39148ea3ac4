import { destination } from 'pino';
import { orRefuse } from '../../schema/environment.ts';
import { createLog } from '../../schema/log.ts';
import { FolderHeldError, findFolderHolder } from '../../subgraphs/kit/store/folder-lock.ts';
import { readConfig, storeFolderOf, type GatewayConfig } from '../config.ts';
import type { Work } from '../standalone/hand-over.ts';

/*
 * The registries are imported when a command is to open them itself: reading them takes seconds, and whoever hands work
 * over, or is told that the arguments are wrong, needs none of it.
 */

const findHeld = async (config: GatewayConfig): Promise<FolderHeldError | null> => {
  if (config.DATABASE_URL !== undefined) return null;
  const folder = storeFolderOf(config);
  const holder = await findFolderHolder(folder);
  return holder === null ? null : new FolderHeldError(folder, holder);
};

const handTo = async ({ message, holder }: FolderHeldError): Promise<Work> => {
  const { url, secret } = holder.note ?? {};
  if (typeof url !== 'string' || typeof secret !== 'string') {
    console.error(`${message}\nIt is starting, or doing another command's work: try again when it is done.`);
    process.exit(1);
  }
  const { createRemoteWork } = await import('../standalone/hand-over.ts');
  return createRemoteWork(url, secret);
};

const openHere = async <T>(config: GatewayConfig, use: (work: Work) => Promise<T>): Promise<T> => {
  const { withRegistries } = await import('../standalone/standalone.ts');
  // Standard output belongs to the command.
  const log = createLog('warn', 'command', destination(2));
  try {
    return await withRegistries(config, log, use);
  } catch (error) {
    // A server that took the folder meanwhile.
    if (error instanceof FolderHeldError) return use(await handTo(error));
    throw error;
  }
};

/** Does a command's work on the registries here, or hands it to the server that holds the data folder. */
export const withWork = <T>(use: (work: Work) => Promise<T>): Promise<T> =>
  orRefuse(async () => {
    const config = readConfig();
    const held = await findHeld(config);
    return held === null ? openHere(config, use) : use(await handTo(held));
  });

/** The server that holds the data folder and takes work; null when there is none. */
export const findServer = async (config: GatewayConfig): Promise<Work | null> => {
  const held = await findHeld(config);
  return typeof held?.holder.note?.['url'] === 'string' ? handTo(held) : null;
};

/** The sources of the running server, else those that are declared in this folder; no store is opened for it. */
export const listSources = (): Promise<readonly string[]> =>
  orRefuse(async () => {
    const server = await findServer(readConfig());
    if (server !== null) return server.listSources();
    const { listDeclaredSources } = await import('../standalone/declared-sources.ts');
    return listDeclaredSources();
  });
