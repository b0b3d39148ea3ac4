import { FolderHeldError } from '../../subgraphs/kit/store/folder-lock.ts';
import { readConfig, type GatewayConfig } from '../config.ts';
import { createLog } from '../../schema/log.ts';
import { createStandalone } from '../standalone/standalone.ts';
import { stopOnSignal } from '../stop-on-signal.ts';

const refuse = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const readConfigOrRefuse = (): GatewayConfig => {
  try {
    return readConfig();
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
};

const config = readConfigOrRefuse();
try {
  const standalone = await createStandalone(config, createLog(config.LOG_LEVEL, 'gateway'));
  stopOnSignal(() => standalone.stop());
  console.log(`ready ${await standalone.listen()}`);
} catch (error) {
  if (!(error instanceof FolderHeldError)) throw error;
  refuse(`${error.message}\nStop it first, or set ONEFILE_DATA to another folder.`);
}
