import { listenOrRefuse, orRefuse } from '../schema/environment.ts';
import { createLog } from '../schema/log.ts';
import { readConfig } from './config.ts';
import { registerPortal } from './portal/register-portal.ts';
import { createServicesGateway } from './services.ts';
import { stopOnSignal } from '../schema/stop-on-signal.ts';

await orRefuse(async () => {
  const config = readConfig();
  const gateway = await createServicesGateway(config, createLog(config.LOG_LEVEL, 'gateway'), {
    addRoutes: (app) => registerPortal(app, { isDevelopment: config.hasDevelopmentIssuer }),
  });
  stopOnSignal(() => gateway.stop());
  console.log(`ready ${await listenOrRefuse(config.PORT, () => gateway.listen())}`);
});
