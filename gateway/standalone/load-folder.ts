import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { IngestReport } from '../../subgraphs/kit/ingest/report.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';

const DROP = /^(?:([a-z]+)\.)?([a-z][a-z0-9-]*)\.(?:csv|ndjson)(?:\.gz)?$/;

interface Drop {
  source: string;
  file: string;
  subgraph: Subgraph;
  /** Drops that mint ids come before those that name people. */
  mints: boolean;
}

/** The drops in a folder: `<registry>.<drop>.csv`, or `<drop>.csv` where `registry` says whose folder it is. */
const findDrops = async (subgraphs: readonly Subgraph[], folder: string, registry: string | null): Promise<Drop[]> => {
  const names = await readdir(folder).catch(() => []);
  const drops = names.sort().flatMap((name): Drop[] => {
    const [, prefix = registry, drop] = DROP.exec(name) ?? [];
    const source = `${prefix ?? ''}.${drop ?? ''}`;
    const subgraph = subgraphs.find(({ ingest }) => ingest.findDeclaration(source) !== null);
    const declaration = subgraph?.ingest.findDeclaration(source);
    if (subgraph === undefined || declaration === undefined || declaration === null) return [];
    return [
      {
        source,
        file: join(folder, name),
        subgraph,
        mints: subgraph.name === 'personal' && declaration.prepare !== undefined,
      },
    ];
  });
  return [...drops.filter(({ mints }) => mints), ...drops.filter(({ mints }) => !mints)];
};

export interface LoadFolder {
  folder: string;
  /** The registry whose drops lie there without prefix; null: each file names its own. */
  registry: string | null;
}

/**
 * Takes in every drop of the folders, those first that mint ids, and tries again what was set aside because the person
 * came later. Resolves to a report a drop, in order.
 */
export const loadFolders = async (
  subgraphs: readonly Subgraph[],
  folders: readonly LoadFolder[],
  onReport: (report: IngestReport) => void,
): Promise<readonly IngestReport[]> => {
  const drops = (
    await Promise.all(folders.map(({ folder, registry }) => findDrops(subgraphs, folder, registry)))
  ).flat();
  const reports: IngestReport[] = [];
  for (const { subgraph, source, file } of drops) {
    const report = await subgraph.ingest.ingestFile(source, file);
    reports.push(report);
    onReport(report);
  }
  const waiting = new Set(
    reports.filter(({ reasons }) => (reasons['UNKNOWN_PERSON'] ?? 0) > 0).map(({ source }) => source),
  );
  for (const { subgraph, source } of drops) {
    if (waiting.delete(source)) onReport(await subgraph.ingest.requeue(source));
  }
  return reports;
};
