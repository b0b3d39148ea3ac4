import { destination } from 'pino';
import { orRefuse } from '../../schema/environment.ts';
import { createLog } from '../../schema/log.ts';
import { FolderHeldError } from '../../subgraphs/kit/store/folder-lock.ts';
import { readConfig } from '../config.ts';
import { createRemoteWork, type Work } from '../standalone/hand-over.ts';
import { withRegistries } from '../standalone/standalone.ts';

/** Does a command's work on the registries here, or hands it to the server that holds the data folder. */
export const withWork = async <T>(use: (work: Work) => Promise<T>): Promise<T> => {
  // Standard output belongs to the command.
  const log = createLog('warn', 'command', destination(2));
  try {
    return await orRefuse(() => withRegistries(readConfig(), log, use));
  } catch (error) {
    if (!(error instanceof FolderHeldError)) throw error;
    const { url, secret } = error.holder.note ?? {};
    if (typeof url !== 'string' || typeof secret !== 'string') {
      console.error(`${error.message}\nIt is starting, or doing another command's work: try again when it is done.`);
      process.exit(1);
    }
    return use(createRemoteWork(url, secret));
  }
};
