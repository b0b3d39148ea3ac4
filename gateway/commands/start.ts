import { listenOrRefuse, orRefuse } from '../../schema/environment.ts';
import { createLog } from '../../schema/log.ts';
import { FolderHeldError } from '../../subgraphs/kit/store/folder-lock.ts';
import { readConfig } from '../config.ts';
import { createStandalone } from '../standalone/standalone.ts';
import { stopOnSignal } from '../../schema/stop-on-signal.ts';

try {
  await orRefuse(async () => {
    const config = readConfig();
    const standalone = await createStandalone(config, createLog(config.LOG_LEVEL, 'gateway'));
    stopOnSignal(() => standalone.stop());
    console.log(`ready ${await listenOrRefuse(config.PORT, () => standalone.listen())}`);
  });
} catch (error) {
  if (!(error instanceof FolderHeldError)) throw error;
  console.error(`${error.message}\nStop it first, or set ONEFILE_DATA to another folder.`);
  process.exit(1);
}
