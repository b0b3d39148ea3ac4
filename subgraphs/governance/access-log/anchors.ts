import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { civilDay } from '../../../schema/civil-day.ts';
import type { Store } from '../../kit/store/store.ts';
import type { GovernanceDB } from '../repository/database.ts';

const anchorSchema = z.object({ day: z.iso.date(), sequence: z.number().int().positive(), hash: z.string() });

/** The head of the chain as it stood on a day, kept outside the database. */
export type Anchor = z.infer<typeof anchorSchema>;

/** What an anchor file holds, oldest first. */
export interface AnchorFile {
  anchors: readonly Anchor[];
  /** Numbers of the lines, from 1, that were written whole and are no anchor: somebody changed them. */
  spoilt: readonly number[];
  /** Bytes at the end of a line that was never written to its end, as its process was killed; 0: none. It anchors nothing. */
  torn: number;
}

export const anchorFile = (dataFolder: string): string => join(dataFolder, 'anchors', 'access-log.ndjson');

const parseAnchor = (line: string): Anchor | null => {
  try {
    return anchorSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
};

/** A missing file holds no anchors. A last line that lacks its end of line counts when all of it is there. */
export const readAnchors = async (file: string): Promise<AnchorFile> => {
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1, anchor: parseAnchor(line) }));
  const last = lines.pop();
  const whole = last?.anchor ? [...lines, last] : lines;
  return {
    anchors: whole.flatMap(({ anchor }) => anchor ?? []),
    spoilt: lines.filter(({ line, anchor }) => line !== '' && anchor === null).map(({ number }) => number),
    torn: last?.anchor ? 0 : Buffer.byteLength(last?.line ?? ''),
  };
};

/** Writes today's head behind the other anchors, unless it is anchored already; a torn line before it is cut off. */
export const writeAnchor = async (store: Store<GovernanceDB>, file: string, now: Date): Promise<void> => {
  const head = await store.read({ holder: 'governance.anchor' }, (executor) =>
    executor.selectFrom('access_head').select(['sequence', 'hash']).executeTakeFirstOrThrow(),
  );
  const { anchors, torn } = await readAnchors(file);
  if (head.sequence === 0 || anchors.at(-1)?.sequence === head.sequence) return;
  await mkdir(dirname(file), { recursive: true });
  const before = existsSync(file) ? await readFile(file) : Buffer.alloc(0);
  const kept = before.length - torn;
  if (torn > 0) await truncate(file, kept);
  const isOpen = kept > 0 && before[kept - 1] !== '\n'.charCodeAt(0);
  const anchor: Anchor = { day: civilDay(now), sequence: head.sequence, hash: head.hash };
  await appendFile(file, `${isOpen ? '\n' : ''}${JSON.stringify(anchor)}\n`, { flush: true });
};
