import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { sinceOf, toStored, untilOf } from '../tag-store/days.ts';
import { LINK_KINDS } from '../tag-store/tag-store.ts';
import type { IndexedSet, TagIndex } from './tag-index.ts';

/** Of the shape of the lines: another release's checkpoint is no checkpoint. */
const VERSION = 1;
const SUBJECTS_AT_ONCE = 500;

/*
 * One line says what the file is, then comes a line of JSON a page of subjects, then a line with the hash of all before it:
 * a file that was cut off, or altered, is none.
 */

const head = z.object({ version: z.literal(VERSION), fence: z.number() });
const day = z.number().nullable();
const subject = z.tuple([
  z.string(),
  z.enum(['CITIZEN', 'ENTERPRISE']),
  z.string().nullable(),
  z.number(),
  z.array(z.tuple([z.string(), day, day, z.enum(['IN', 'UNKNOWN'])])),
  z.array(z.tuple([z.enum(LINK_KINDS), z.string(), day, day, z.number().nullable()])),
]);
type Line = z.infer<typeof subject>;

const toLine = ({ subject: id, kind, district, fence, tags, links }: IndexedSet): Line => [
  id,
  kind,
  district,
  fence,
  tags.map(({ tag, since, until, state }) => [tag, toStored(since), toStored(until), state]),
  links.map(({ kind: of, to, since, until, share }) => [of, to, toStored(since), toStored(until), share]),
];

const toSet = ([id, kind, district, fence, tags, links]: Line): IndexedSet => ({
  subject: id,
  kind,
  district,
  fence,
  tags: tags.map(([tag, since, until, state]) => ({ tag, since: sinceOf(since), until: untilOf(until), state })),
  links: links.map(([of, to, since, until, share]) => ({
    kind: of,
    to,
    since: sinceOf(since),
    until: untilOf(until),
    share,
  })),
});

/**
 * Writes what the index holds to a file, whole or not at all, in breaths: nobody waits for it. `fence`: all that was written
 * under this or a lower one is in the index by now.
 */
export const writeCheckpoint = async (file: string, index: TagIndex, fence: number): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  // Several processes may keep one index each in a folder.
  const draft = `${file}.${String(process.pid)}`;
  const stream = createWriteStream(draft, { mode: 0o600 });
  const hash = createHash('sha256');
  const write = async (line: unknown) => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    if (!stream.write(text)) await once(stream, 'drain');
  };
  await write({ version: VERSION, fence });
  for (const page of index.pages(SUBJECTS_AT_ONCE)) {
    await write(page.map(toLine));
    await breathe();
  }
  stream.end(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`);
  await finished(stream);
  const written = await open(draft, 'r+');
  await written.sync().finally(() => written.close());
  await rename(draft, file);
};

/**
 * Hands over the sets of a checkpoint, page by page; resolves to its fence when all of them are there, and null when there
 * is no whole checkpoint: then what was handed over may be a part.
 */
export const readCheckpoint = async (
  file: string,
  take: (sets: readonly IndexedSet[]) => void,
): Promise<number | null> => {
  const hash = createHash('sha256');
  let fence: number | null = null;
  try {
    for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      const parsed: unknown = JSON.parse(line);
      if (fence === null) fence = head.parse(parsed).fence;
      else if (Array.isArray(parsed)) take(z.array(subject).parse(parsed).map(toSet));
      else return z.object({ sha256: z.literal(hash.digest('hex')) }).safeParse(parsed).success ? fence : null;
      hash.update(`${line}\n`);
    }
    return null;
  } catch {
    return null;
  }
};

export const dropCheckpoint = (file: string): Promise<void> => rm(file, { force: true });
