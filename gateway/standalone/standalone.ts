import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { createSealer } from '../../schema/seal.ts';
import type { GatewayConfig } from '../config.ts';
import { createLocalDataSource } from '../data-source/local-data-source.ts';
import { addFeedLagMetric } from '../../subgraphs/kit/feed/lag-metric.ts';
import { createAskLater } from './ask-later.ts';
import { addHandOverRoutes, createSecret, type Work } from './hand-over.ts';
import type { PushTarget } from '../ingest-route.ts';
import { loadFolders, type LoadFolder } from './load-folder.ts';
import { registerPortal } from '../portal/register-portal.ts';
import { openRegistries, type Registries } from './registries.ts';
import { loadSealKey, toSealJwks } from '../seal-key.ts';
import { createGateway } from '../server.ts';

export interface Standalone {
  /** Listens and gives the address. */
  listen(): Promise<string>;
  stop(): Promise<void>;
}

const createLocalPush =
  (registries: Registries): PushTarget =>
  async ({ source, seal, headers, body }) => {
    const subgraph = registries.find(source.slice(0, source.indexOf('.')));
    if (subgraph === null) return null;
    const viewer = await subgraph.openSeal(seal);
    const { status, report } = await subgraph.push(viewer, source, Readable.from(body), headers);
    return { status, body: JSON.stringify(report) };
  };

const demoOf = ({ subgraphs, demoFolders }: Registries): LoadFolder[] =>
  demoFolders.map((folder, index) => ({ folder, registry: subgraphs[index]?.name ?? null }));

/** The registries' own demo drops, into a store that holds nobody yet. */
const loadDemo = async (registries: Registries, log: Logger): Promise<void> => {
  if (!(await registries.isEmpty())) return;
  await loadFolders(registries.subgraphs, demoOf(registries), ({ source, rows, quarantined, refused }) =>
    log.info({ source, rows, quarantined, refused }, 'demo drop taken in'),
  );
};

const OWNERS = { citizen: 'personal', enterprise: 'enterprises' } as const;

/** What commands may ask of the registries, here or, when a server holds them, from there. */
export const createWork = (registries: Registries, log: Logger): Work => {
  const ingestOf = (source: string) => {
    const ingest = registries.find(source.slice(0, source.indexOf('.')))?.ingest;
    if (ingest?.findDeclaration(source)) return ingest;
    throw new Error(`There is no source ${source}.`);
  };
  return {
    listSources: () =>
      Promise.resolve(
        registries.subgraphs.flatMap(({ ingest }) => ingest.declarations.map(({ source }) => source)).sort(),
      ),
    ingestFile: (source, file, options) => ingestOf(source).ingestFile(source, file, options),
    requeue: (source, options) => ingestOf(source).requeue(source, options),
    findQuarantined: (source, after) => ingestOf(source).findQuarantined(source, after),
    isOnFile: (idNumber) => registries.isOnFile(idNumber),
    findSubjects: async (kind, after) =>
      (await registries.find(OWNERS[kind])?.directory.findSubjects(kind, after)) ?? [],
    verifyAccessLog: () => registries.verifyAccessLog(),
    erase: async (citizen) => registries.find('personal')?.erase(citizen),
    rotateIdentityKeys: () => registries.rotateIdentityKeys(),
    findDeadLetters: () => registries.findDeadLetters(),
    retryDeadLetters: () => registries.retryDeadLetters(),
    backUp: (folder) => registries.backUp(folder),
    load: (folder) =>
      loadFolders(
        registries.subgraphs,
        folder === null ? demoOf(registries) : [{ folder, registry: null }],
        ({ source, rows }) => log.info({ source, rows }, 'drop taken in'),
      ),
  };
};

/** Everything in one process: the registries, the gateway before them, and the pages. */
export const createStandalone = async (config: GatewayConfig, log: Logger): Promise<Standalone> => {
  const sealKey = await loadSealKey(config);
  const asker = createAskLater();
  const registries = await openRegistries({ config, sealKeys: toSealJwks(sealKey), log, ask: asker.ask });
  try {
    await registries.start();
    if (config.hasDevelopmentIssuer) await loadDemo(registries, log);
    const secret = createSecret();
    const gateway = await createGateway({
      config,
      log,
      feed: registries.feed,
      supergraphSdl: await readFile(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8'),
      seal: await createSealer(sealKey, () => new Date()),
      dataSource: ({ name }) => {
        const subgraph = registries.find(name);
        if (subgraph === null) throw new Error(`The supergraph names ${name}, which is no registry of ours.`);
        return createLocalDataSource(subgraph, { timeout: config.SUBGRAPH_TIMEOUT });
      },
      push: createLocalPush(registries),
      dependencies: Object.fromEntries(registries.subgraphs.map((subgraph) => [subgraph.name, () => subgraph.ready()])),
      addMetrics: (metrics) => {
        addFeedLagMetric(metrics, () => registries.subgraphs.flatMap((each) => each.findLags()));
        for (const subgraph of registries.subgraphs) subgraph.addMetrics?.(metrics);
      },
      addRoutes: (app) => {
        addHandOverRoutes(app, secret, createWork(registries, log));
        registerPortal(app, { isDevelopment: config.hasDevelopmentIssuer });
      },
    });
    asker.open(gateway.ask);
    return {
      listen: async () => {
        const url = await gateway.listen();
        await registries.leaveNote({ url, secret });
        return url;
      },
      stop: async () => {
        asker.close();
        await gateway.stop();
        await registries.stop();
      },
    };
  } catch (error) {
    asker.close();
    await registries.stop();
    throw error;
  }
};

/** The registries without a server, for a command; they are stopped after `use`. */
export const withRegistries = async <T>(
  config: GatewayConfig,
  log: Logger,
  use: (work: Work) => Promise<T>,
): Promise<T> => {
  const registries = await openRegistries({ config, sealKeys: toSealJwks(await loadSealKey(config)), log });
  try {
    await registries.migrate();
    return await use(createWork(registries, log));
  } finally {
    await registries.stop();
  }
};
