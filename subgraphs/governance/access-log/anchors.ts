import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { civilDay } from '../../../schema/civil-day.ts';
import type { Store } from '../../kit/store/store.ts';
import type { GovernanceTables } from '../rows.ts';

const anchorSchema = z.object({ day: z.iso.date(), sequence: z.number().int().positive(), hash: z.string() });

/** The head of the chain as it stood on a day, kept outside the database. */
export type Anchor = z.infer<typeof anchorSchema>;

export const anchorFile = (dataFolder: string): string => join(dataFolder, 'anchors', 'access-log.ndjson');

/** Every anchor in the file, oldest first; a missing file holds none. Throws on a line that is no anchor. */
export const readAnchors = async (file: string): Promise<readonly Anchor[]> => {
  if (!existsSync(file)) return [];
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => anchorSchema.parse(JSON.parse(line)));
};

/** Writes today's head behind the other anchors, unless it is anchored already. */
export const writeAnchor = async (store: Store<GovernanceTables>, file: string, now: Date): Promise<void> => {
  const head = await store.read({ holder: 'governance.anchor' }, (executor) =>
    executor.selectFrom('access_head').select(['sequence', 'hash']).executeTakeFirstOrThrow(),
  );
  const last = (await readAnchors(file)).at(-1);
  if (head.sequence === 0 || last?.sequence === head.sequence) return;
  await mkdir(dirname(file), { recursive: true });
  const anchor: Anchor = { day: civilDay(now), sequence: head.sequence, hash: head.hash };
  await appendFile(file, `${JSON.stringify(anchor)}\n`, { flush: true });
};
