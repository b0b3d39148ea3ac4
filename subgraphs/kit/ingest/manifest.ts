import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { errorCodeOf } from './error-code.ts';
import { IngestRefusal } from './reasons.ts';

const manifestSchema = z.strictObject({
  /** `full`: what it leaves out is gone. `delta` (the default): what it leaves out stays. */
  kind: z.enum(['full', 'delta']).optional(),
  /** The department's own number of the drop, ascending within a day. */
  sequence: z.number().int().min(0).max(99_999_999).optional(),
  /** The civil day that the drop tells the state of. */
  date: z.iso.date().optional(),
  encoding: z.enum(['utf-8', 'gb18030']).optional(),
  /** SHA-256 of the file's bytes; with it the last row needs no line end. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional(),
});

/** What the sender says of a drop: in `<file>.manifest.json`, in the first line (`# {…}`), or by flags. */
export type Manifest = z.infer<typeof manifestSchema>;

export const parseManifest = (json: unknown, where: string): Manifest => {
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new IngestRefusal('BAD_MANIFEST', `${where}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
};

/** Reads the manifest beside a file, null when there is none. */
export const findManifest = async (file: string): Promise<Manifest | null> => {
  const beside = `${file}.manifest.json`;
  const text = await readFile(beside, 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : parseManifest(toJson(text, beside), beside);
};

export const toJson = (text: string, where: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new IngestRefusal('BAD_MANIFEST', `${where} is not JSON.`, { cause: error });
  }
};
