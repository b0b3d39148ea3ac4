import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { createWeighted } from '../random.ts';

const trade = z.strictObject({
  code: z.string(),
  weight: z.number(),
  word: z.string(),
  shop: z.string(),
  scope: z.string(),
  permits: z.array(z.string()),
  individual: z.number(),
  jobs: z.array(z.string()),
});
export type Trade = z.infer<typeof trade>;

const trades = z.array(trade).parse(parse(readFileSync(new URL('../data/trades.yaml', import.meta.url), 'utf8')));

export const pickTrade = createWeighted<Trade>(trades.map((each) => [each, each.weight]));
/** The trade that somebody adds to the scope later. */
export const tradeAfter = ({ code }: Trade): Trade => {
  const at = trades.findIndex((each) => each.code === code);
  const next = trades[(at + 1) % trades.length];
  if (next === undefined) throw new Error('There are no trades.');
  return next;
};
