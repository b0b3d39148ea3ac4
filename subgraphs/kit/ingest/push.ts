import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Viewer } from '../../../schema/viewer.ts';
import { errorCodeOf } from './error-code.ts';
import type { Ingest } from './ingest.ts';
import { parseManifest, toJson, type Manifest } from './manifest.ts';
import { IngestRefusal, type RefusalCode } from './reasons.ts';
import { toReport, type IngestReport } from './report.ts';
import { createTally } from './tally.ts';

/** An HTTP status and the report that goes with it. */
export interface PushAnswer {
  status: 200 | 403 | 404 | 409 | 422 | 507;
  report: IngestReport;
}

export type PushHeaders = Readonly<Record<string, string | string[] | undefined>>;
export type PushHandler = (
  viewer: Pick<Viewer, 'role' | 'sources'>,
  source: string,
  body: Readable,
  headers: PushHeaders,
) => Promise<PushAnswer>;

const STATUS: Readonly<Partial<Record<RefusalCode, PushAnswer['status']>>> = {
  BUSY: 409,
  NOT_ALLOWED: 403,
  DISK_FULL: 507,
};
const DAY_MS = 86_400_000;

/**
 * `POST /ingest/<source>`: a drop in the body, as it would lie in a file. It is written down whole before its first row is
 * read, so that a connection that is cut leaves nothing behind. Headers: `x-onefile-manifest` (JSON), `x-onefile-file` (its
 * name), `content-digest: sha-256=:…:` (RFC 9530).
 */
export const createPushHandler = (ingest: Ingest): PushHandler => {
  const folder = path.join(ingest.dataFolder, 'spool');
  return async (viewer, source, body, headers) => {
    const answer = (status: PushAnswer['status'], code: string, message: string): PushAnswer => ({
      status,
      report: refusedReport(source, code, message),
    });
    if (viewer.role !== 'source' || !viewer.sources.includes(source)) {
      body.resume();
      return answer(403, 'NOT_ALLOWED', new IngestRefusal('NOT_ALLOWED').message);
    }
    if (!ingest.findDeclaration(source)) {
      body.resume();
      return answer(404, 'UNKNOWN_SOURCE', `There is no source ${source} here.`);
    }
    await mkdir(folder, { recursive: true });
    await removeLeftOvers(folder);
    const file = path.join(folder, `${source}-${randomUUID()}`);
    try {
      const manifest = readManifest(headers);
      await spool(body, file, headers);
      const report = await ingest.ingestFile(source, file, {
        channel: 'push',
        fileName: one(headers['x-onefile-file']) ?? 'push',
        ...(manifest ? { manifest } : {}),
      });
      return { status: report.refused ? (STATUS[report.refused.code as RefusalCode] ?? 422) : 200, report };
    } catch (error) {
      if (!(error instanceof IngestRefusal)) throw error;
      return answer(STATUS[error.code] ?? 422, error.code, error.message);
    } finally {
      await rm(file, { force: true });
    }
  };
};

const refusedReport = (source: string, code: string, message: string): IngestReport =>
  toReport(source, createTally(), {
    seconds: 0,
    encoding: null,
    resumed: false,
    dryRun: false,
    batch: null,
    refused: { code, message },
  });

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);

const readManifest = (headers: PushHeaders): Manifest | null => {
  const text = one(headers['x-onefile-manifest']);
  return text === undefined ? null : parseManifest(toJson(text, 'x-onefile-manifest'), 'x-onefile-manifest');
};

/** Writes the body to a file and compares length and digest with what the sender announced. */
const spool = async (body: Readable, file: string, headers: PushHeaders): Promise<void> => {
  const hash = createHash('sha256');
  let length = 0;
  const measure = new Transform({
    transform(block: Buffer, _encoding, done) {
      hash.update(block);
      length += block.length;
      done(null, block);
    },
  });
  try {
    await pipeline(body, measure, createWriteStream(file));
  } catch (error) {
    throw new IngestRefusal(
      ['ENOSPC', 'EFBIG'].includes(errorCodeOf(error)) ? 'DISK_FULL' : 'TRUNCATED_UPLOAD',
      undefined,
      {
        cause: error,
      },
    );
  }
  const announced = one(headers['content-length']);
  if (announced !== undefined && Number(announced) !== length) throw new IngestRefusal('TRUNCATED_UPLOAD');
  const digest = /sha-256=:([A-Za-z0-9+/=]+):/.exec(one(headers['content-digest']) ?? '')?.[1];
  if (digest !== undefined && digest !== hash.digest('base64')) throw new IngestRefusal('HASH_MISMATCH');
};

/** Removes what a killed process has left in the spool; a drop is never a day on its way. */
const removeLeftOvers = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > DAY_MS) await rm(file, { force: true });
  }
};
