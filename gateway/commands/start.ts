import { FolderHeldError } from '../../subgraphs/kit/store/folder-lock.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../operations/log.ts';
import { createStandalone } from '../standalone/standalone.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

try {
  const config = readConfig();
  const standalone = await createStandalone(config, createLog(config.LOG_LEVEL));
  stopOnSignal(() => standalone.stop());
  console.log(`ready ${await standalone.listen()}`);
} catch (error) {
  if (!(error instanceof FolderHeldError)) throw error;
  console.error(`${error.message}\nStop it first, or set ONEFILE_DATA to another folder.`);
  process.exit(1);
}
