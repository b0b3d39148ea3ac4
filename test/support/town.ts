import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { civilDay } from '../../schema/civil-day.ts';
import { createSealer } from '../../schema/seal.ts';
import { publicViewer, type Viewer } from '../../schema/viewer.ts';
import { readConfig } from '../../gateway/config.ts';
import { loadSealKey, toSealJwks } from '../../gateway/seal-key.ts';
import { loadFolders } from '../../gateway/standalone/load-folder.ts';
import { openRegistries, type Registries } from '../../gateway/standalone/registries.ts';
import type { SubgraphAnswer } from '../../subgraphs/kit/execute.ts';
import { idNumberOf } from './people.ts';

/** The registries with the demo people, in this process, asked as the gateway asks them. */
export interface Town {
  registries: Registries;
  ask(
    registry: string,
    viewer: Viewer,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<SubgraphAnswer>;
  /** Demo citizens by slug, as signed in at level 2. */
  citizen(slug: string): Promise<Viewer>;
  close(): Promise<void>;
}

const system: Viewer = { ...publicViewer(civilDay(new Date())), role: 'system', subject: 'bench' };

/** Rules deny what a directory cannot vouch for, so whoever asks waits until all have followed the load. */
const caughtUp = async ({ subgraphs }: Registries): Promise<void> => {
  const isBehind = () => subgraphs.some((subgraph) => subgraph.findLags().some(({ ms }) => ms > 1_000));
  while (isBehind()) await sleep(100);
};

/** On PGlite (from `dump`, which starts sooner) and a feed in process, or on the servers that `environment` names. */
export const openTown = async (environment: Readonly<Record<string, string>> = {}, dump?: string): Promise<Town> => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-town-'));
  const config = readConfig({ ONEFILE_DATA: folder, ...environment });
  const key = await loadSealKey(config);
  const registries = await openRegistries({ config, sealKeys: toSealJwks(key), log: pino({ level: 'error' }), dump });
  await registries.start();
  const demo = registries.demoFolders.map((path, index) => ({
    folder: path,
    registry: registries.subgraphs[index]?.name ?? null,
  }));
  await loadFolders(registries.subgraphs, demo, () => undefined);
  await caughtUp(registries);
  const seal = await createSealer(key, () => new Date());

  const ask: Town['ask'] = async (registry, viewer, query, variables = {}) => {
    const subgraph = registries.find(registry);
    if (subgraph === null) throw new Error(`There is no registry ${registry}.`);
    const headers = { seal: (await seal(viewer)).seal, operationId: randomUUID() };
    return subgraph.execute({ query, variables, headers });
  };
  return {
    registries,
    ask,
    citizen: async (slug) => {
      const query = 'query ($numbers: [String!]!) { citizensByIdNumber(idNumbers: $numbers) { id } }';
      const { data } = await ask('personal', system, query, { numbers: [idNumberOf(slug)] });
      const [found] = (data?.['citizensByIdNumber'] ?? []) as { id: string }[];
      if (found === undefined) throw new Error(`${slug} is not in the registry.`);
      return { ...publicViewer(system.today), role: 'citizen', assurance: 2, subject: found.id };
    },
    close: async () => {
      await registries.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
