import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { RowCounts } from './count-rows.ts';

/** Names of the files in a backup's folder. */
export const STORE = { pglite: 'store.tar', postgres: 'registries.dump' } as const;
export const ANCHORS = 'access-log.ndjson';
const MANIFEST = 'manifest.json';

const manifestSchema = z.strictObject({
  format: z.literal(1),
  engine: z.enum(['pglite', 'postgres']),
  at: z.iso.datetime(),
  /** SHA-256 of each file, hexadecimal. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  /** Rows of each table at the moment of the backup, by `schema.table`. */
  rows: z.record(z.string(), z.number().int().nonnegative()),
});

/** What a backup holds, for whoever restores it. */
export type BackupManifest = z.infer<typeof manifestSchema>;

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

/** Seals a folder: hashes its files and writes what they are beside them, last of all. */
export const writeManifest = async (
  folder: string,
  {
    engine,
    at,
    rows,
    files,
  }: { engine: BackupManifest['engine']; at: Date; rows: RowCounts; files: readonly string[] },
): Promise<BackupManifest> => {
  const hashes = await Promise.all(files.map(async (file) => [file, await hashOf(join(folder, file))] as const));
  const manifest: BackupManifest = {
    format: 1,
    engine,
    at: at.toISOString(),
    files: Object.fromEntries(hashes),
    rows: { ...rows },
  };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
  return manifest;
};

/** Reads a backup's manifest. Throws an Error when it is none, or a file is missing or another than was written. */
export const readManifest = async (folder: string): Promise<BackupManifest> => {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new Error(`${folder} holds no ${MANIFEST}: it is no backup, or one that did not come to its end.`);
  });
  const manifest = manifestSchema.parse(JSON.parse(text));
  for (const [file, expected] of Object.entries(manifest.files)) {
    const found = await hashOf(join(folder, file)).catch(() => 'missing');
    if (found !== expected) throw new Error(`${file} of the backup is not what was written: its hash is ${found}.`);
  }
  return manifest;
};
