import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { request } from 'undici';
import { z } from 'zod';
import type { IngestOptions } from '../../subgraphs/kit/ingest/host.ts';
import {
  quarantinePlace,
  type QuarantinePlace,
  type QuarantinedRow,
} from '../../subgraphs/kit/ingest/quarantine-list.ts';
import type { IngestReport } from '../../subgraphs/kit/ingest/report.ts';
import type { DeadLetter } from '../../tagging/index.ts';
import { isSameSecret } from '../issuer/system-client.ts';
import type { BackupManifest } from './backup/manifest.ts';

/** What commands ask of the registries. A server that holds the data folder does it for them over loopback. */
export interface Work {
  listSources(): Promise<readonly string[]>;
  ingestFile(source: string, file: string, options?: IngestOptions): Promise<IngestReport>;
  requeue(source: string, options?: Pick<IngestOptions, 'dryRun'>): Promise<IngestReport>;
  /** A page of what stands in quarantine, newest drop first; holds personal data, as it came. */
  findQuarantined(source: string, after: QuarantinePlace | null): Promise<readonly QuarantinedRow[]>;
  /** Whether a citizen with this ID number is on file. */
  isOnFile(idNumber: string): Promise<boolean>;
  /** A page of the ids on file, above `after`, in their order; empty behind the last. */
  findSubjects(kind: 'citizen' | 'enterprise', after: string): Promise<readonly string[]>;
  /** Takes in a folder of drops named by source; null: the registries' own demo drops. */
  load(folder: string | null): Promise<readonly IngestReport[]>;
  verifyAccessLog(): Promise<Verdict>;
  /** Erases a citizen in every registry, as far as the law lets. */
  erase(citizen: string): Promise<void>;
  /** Writes all ID numbers under the current identity key. */
  rotateIdentityKeys(): Promise<KeyRotation>;
  /** Subjects whose tags could not be derived, the longest first, at most 1,000. */
  findDeadLetters(): Promise<readonly DeadLetter[]>;
  /** Has all of them derived again; resolves to how many there were. */
  retryDeadLetters(): Promise<number>;
  /** Writes all that the registries hold into a new folder. */
  backUp(folder: string): Promise<BackupManifest>;
}

export interface KeyRotation {
  /** The version of the current key. */
  current: number;
  /** How many numbers were under another. */
  moved: number;
}

export interface Verdict {
  lines: number;
  expired: number;
  anchors: number;
  faults: readonly string[];
  notes: readonly string[];
}

const order = z.discriminatedUnion('name', [
  z.object({ name: z.literal('listSources') }),
  z.object({
    name: z.literal('ingestFile'),
    source: z.string(),
    file: z.string(),
    options: z.object({ manifest: z.record(z.string(), z.unknown()).optional(), dryRun: z.boolean().optional() }),
  }),
  z.object({ name: z.literal('requeue'), source: z.string(), options: z.object({ dryRun: z.boolean().optional() }) }),
  z.object({ name: z.literal('findQuarantined'), source: z.string(), after: quarantinePlace.nullable() }),
  z.object({ name: z.literal('isOnFile'), idNumber: z.string() }),
  z.object({ name: z.literal('findSubjects'), kind: z.enum(['citizen', 'enterprise']), after: z.string() }),
  z.object({ name: z.literal('load'), folder: z.string().nullable() }),
  z.object({ name: z.literal('verifyAccessLog') }),
  z.object({ name: z.literal('erase'), citizen: z.string() }),
  z.object({ name: z.literal('rotateIdentityKeys') }),
  z.object({ name: z.literal('findDeadLetters') }),
  z.object({ name: z.literal('retryDeadLetters') }),
  z.object({ name: z.literal('backUp'), folder: z.string() }),
]);
type Order = z.infer<typeof order>;

const PATH = '/hand-over';
const LONGEST_MS = 6 * 3_600_000;

export const createSecret = (): string => randomBytes(32).toString('base64url');

const perform = (work: Work, asked: Order): Promise<unknown> => {
  switch (asked.name) {
    case 'listSources':
      return work.listSources();
    case 'ingestFile':
      return work.ingestFile(asked.source, asked.file, asked.options as IngestOptions);
    case 'requeue':
      return work.requeue(asked.source, asked.options.dryRun === undefined ? {} : { dryRun: asked.options.dryRun });
    case 'findQuarantined':
      return work.findQuarantined(asked.source, asked.after);
    case 'isOnFile':
      return work.isOnFile(asked.idNumber);
    case 'findSubjects':
      return work.findSubjects(asked.kind, asked.after);
    case 'load':
      return work.load(asked.folder);
    case 'verifyAccessLog':
      return work.verifyAccessLog();
    case 'erase':
      return work.erase(asked.citizen);
    case 'rotateIdentityKeys':
      return work.rotateIdentityKeys();
    case 'findDeadLetters':
      return work.findDeadLetters();
    case 'retryDeadLetters':
      return work.retryDeadLetters();
    case 'backUp':
      return work.backUp(asked.folder);
  }
};

/** `POST /hand-over` for commands on this machine; the secret stands in the data folder's lock, which its owner alone reads. */
export const addHandOverRoutes = (app: FastifyInstance, secret: string, work: Work): void => {
  app.post(PATH, async (asked, reply) => {
    if (!isSameSecret(asked.headers.authorization ?? '', `Bearer ${secret}`)) return reply.code(404).send();
    const parsed = order.safeParse(asked.body);
    if (!parsed.success) return reply.code(400).send({ message: z.prettifyError(parsed.error) });
    return perform(work, parsed.data).then(
      (result) => ({ result }),
      (error: unknown) => reply.code(422).send({ message: error instanceof Error ? error.message : String(error) }),
    );
  });
};

/** The same work, done by the server that holds the folder. */
export const createRemoteWork = (url: string, secret: string): Work => {
  const hand = async <T>(asked: Order): Promise<T> => {
    const { statusCode, body } = await request(new URL(PATH, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify(asked),
      headersTimeout: LONGEST_MS,
      bodyTimeout: LONGEST_MS,
    });
    const answer = (await body.json()) as { result: T; message?: string };
    if (statusCode !== 200) throw new Error(answer.message ?? `The running server answered ${statusCode}.`);
    return answer.result;
  };
  return {
    listSources: () => hand({ name: 'listSources' }),
    ingestFile: (source, file, { manifest, dryRun } = {}) =>
      hand({
        name: 'ingestFile',
        source,
        file,
        options: {
          ...(manifest === undefined ? {} : { manifest: { ...manifest } }),
          ...(dryRun === undefined ? {} : { dryRun }),
        },
      }),
    requeue: (source, { dryRun } = {}) =>
      hand({ name: 'requeue', source, options: dryRun === undefined ? {} : { dryRun } }),
    findQuarantined: (source, after) => hand({ name: 'findQuarantined', source, after }),
    isOnFile: (idNumber) => hand({ name: 'isOnFile', idNumber }),
    findSubjects: (kind, after) => hand({ name: 'findSubjects', kind, after }),
    load: (folder) => hand({ name: 'load', folder }),
    verifyAccessLog: () => hand({ name: 'verifyAccessLog' }),
    erase: (citizen) => hand({ name: 'erase', citizen }),
    rotateIdentityKeys: () => hand({ name: 'rotateIdentityKeys' }),
    findDeadLetters: () => hand({ name: 'findDeadLetters' }),
    retryDeadLetters: () => hand({ name: 'retryDeadLetters' }),
    backUp: (folder) => hand({ name: 'backUp', folder }),
  };
};
