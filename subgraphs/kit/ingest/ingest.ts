import { stat } from 'node:fs/promises';
import path from 'node:path';
import { openBatch, recordRefusal, type Arrival, type Batch } from './batch.ts';
import type { SourceDeclaration } from './declaration.ts';
import { errorCodeOf } from './error-code.ts';
import { createExclusive } from './exclusive.ts';
import type { IngestHost, IngestOptions } from './host.ts';
import { findManifest, parseManifest, toJson, type Manifest } from './manifest.ts';
import { openDrop } from './read/read-drop.ts';
import { hashFile } from './read/open.ts';
import { createRun } from './run.ts';
import { runDrop } from './run-drop.ts';
import { requeue } from './requeue.ts';
import { IngestRefusal } from './reasons.ts';
import { findQuarantined } from './quarantine.ts';
import type { QuarantinedRow, QuarantinePlace } from './quarantine-list.ts';
import { secondsSince, toReport, type IngestReport } from './report.ts';
import { toSequence, toShanghai } from './sequence.ts';
import { createTally } from './tally.ts';

/** The ingest of one registry: its declared sources, and how a drop comes in. */
export interface Ingest {
  readonly declarations: readonly SourceDeclaration[];
  readonly dataFolder: string;
  findDeclaration(source: string): SourceDeclaration | null;
  /** Takes a drop in. A drop that is refused whole is a report with `refused`, not an error. */
  ingestFile(source: string, file: string, options?: IngestOptions): Promise<IngestReport>;
  /** Tries the open quarantine of a source again. */
  requeue(source: string, options?: Pick<IngestOptions, 'dryRun'>): Promise<IngestReport>;
  /** The open quarantine of a source, the newest drop first, by pages: the one after `after`, which is empty at the end. */
  findQuarantined(source: string, after: QuarantinePlace | null): Promise<readonly QuarantinedRow[]>;
}

export const createIngest = <DB>(host: IngestHost<DB>, declarations: readonly SourceDeclaration[]): Ingest => {
  const exclusively = createExclusive(host.store);
  const runs = new Map(declarations.map((declaration) => [declaration.source, createRun(host, declaration)]));
  const getRun = (source: string) => {
    const run = runs.get(source);
    if (!run) throw new Error(`There is no source ${source}; there are ${[...runs.keys()].join(', ')}.`);
    return run;
  };

  const ingestFile = async (source: string, file: string, options: IngestOptions = {}): Promise<IngestReport> => {
    const run = getRun(source);
    const dryRun = options.dryRun ?? false;
    const began = performance.now();
    const about: Pick<Arrival, 'source' | 'channel' | 'fileName' | 'at' | 'today'> = {
      source,
      channel: options.channel ?? 'file',
      fileName: options.fileName ?? path.basename(file),
      at: host.clock(),
      today: toShanghai(host.clock()),
    };
    let sha256 = '';
    try {
      return await exclusively(source, async () => {
        sha256 = await hashFile(file);
        let manifest: Manifest = { ...(await findManifest(file)), ...options.manifest };
        const drop = await openDrop(file, run.declaration, manifest.encoding);
        if (drop.inlineManifest !== null) {
          const inline = parseManifest(toJson(drop.inlineManifest, 'The first line'), 'The first line');
          manifest = { ...inline, ...manifest };
        }
        if (manifest.sha256 !== undefined && manifest.sha256.toLowerCase() !== sha256)
          throw new IngestRefusal('HASH_MISMATCH');
        const arrival: Arrival = {
          ...about,
          sha256,
          kind: manifest.kind ?? 'delta',
          date: manifest.date ?? null,
          number: manifest.sequence ?? null,
          encoding: drop.told.encoding,
          header: drop.columns === null ? null : drop.header,
        };
        const { store } = host;
        const batch = dryRun
          ? toTrialBatch(arrival)
          : await store.transaction({ holder: `ingest ${source}`, priority: 'bulk' }, (executor) =>
              openBatch(executor, store.schema, arrival),
            );
        const { size } = await stat(file);
        return await runDrop(run, {
          drop,
          batch,
          size,
          vouched: manifest.sha256 !== undefined,
          dryRun,
          began,
          at: about.at,
          today: about.today,
          ...pick(options),
        });
      });
    } catch (error) {
      const refusal = toRefusal(error);
      if (!refusal) throw error;
      const { store } = host;
      if (!dryRun && !['BUSY', 'DISK_FULL'].includes(refusal.code)) {
        await store.transaction({ holder: `ingest ${source}`, priority: 'bulk' }, (executor) =>
          recordRefusal(executor, store.schema, { ...about, sha256, code: refusal.code }),
        );
      }
      return toReport(source, createTally(), {
        seconds: secondsSince(began),
        encoding: null,
        resumed: false,
        dryRun,
        batch: null,
        refused: { code: refusal.code, message: refusal.message },
      });
    }
  };

  return {
    declarations,
    dataFolder: host.dataFolder,
    findDeclaration: (source) => runs.get(source)?.declaration ?? null,
    ingestFile,
    requeue: (source, options = {}) =>
      exclusively(source, () => requeue(getRun(source), { dryRun: options.dryRun ?? false })),
    findQuarantined: (source, after) =>
      host.store.read({ holder: `quarantine ${source}` }, (executor) =>
        findQuarantined(executor, host.store.schema, getRun(source).declaration.source, after),
      ),
  };
};

const pick = ({ onProgress, signal }: IngestOptions): Pick<IngestOptions, 'onProgress' | 'signal'> => ({
  ...(onProgress ? { onProgress } : {}),
  ...(signal ? { signal } : {}),
});

/** A dry run compares as the newest drop would. */
const toTrialBatch = ({ kind, date, number, today }: Arrival): Batch => ({
  id: 0,
  kind,
  date: date ?? today.date,
  sequence: toSequence({ date: date ?? today.date, number: number ?? today.second, tie: 999 }),
  position: null,
  tally: createTally(),
  isRepeat: false,
  seconds: 0,
});

/** A refusal, or an error of the disk put as one. */
const toRefusal = (error: unknown): IngestRefusal | null => {
  if (error instanceof IngestRefusal) return error;
  return isDiskFull(error)
    ? new IngestRefusal('DISK_FULL', 'What was committed is safe; started again it goes on from there.', {
        cause: error,
      })
    : null;
};

/** PostgreSQL gives ENOSPC a code of its own, EFBIG (a limit on file size) only words. */
const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EFBIG', '53100'].includes(errorCodeOf(error)) ||
  /No space left on device|File too large/.test(String(error));
