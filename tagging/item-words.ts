import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Label } from './engine/timeline.ts';

const words = new Map(
  Object.entries(
    z
      .record(z.string(), z.tuple([z.string(), z.string()]))
      .parse(parse(readFileSync(new URL('item-words.yaml', import.meta.url), 'utf8'))),
  ),
);

/** What a datum is called where it is the reason of a tag; null where nobody has said. */
export const wordsOf = (item: string): Label | null => {
  const [zh, en] = words.get(item) ?? [];
  return zh === undefined || en === undefined ? null : { zh, en };
};
