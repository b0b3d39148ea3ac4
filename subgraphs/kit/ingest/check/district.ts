import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { bad, good, normalised, type Checked } from './checked.ts';

const dataSchema = z.strictObject({
  held: z.record(z.string(), z.tuple([z.string(), z.string()])),
  abolished: z.record(z.string(), z.tuple([z.string(), z.string().nullable(), z.string(), z.number()])),
  zones: z.record(z.string(), z.string()),
  provinces: z.array(z.string()),
});

const data = dataSchema.parse(parse(readFileSync(new URL('../data/districts.yaml', import.meta.url), 'utf8')));
const provinces = new Set(data.provinces);

const byWord = new Map<string, Checked>();
for (const [code, [full, short]] of Object.entries(data.held)) {
  byWord.set(code, good(code));
  for (const word of [full, short]) byWord.set(word, good(code));
}
for (const [code, [full, short, successor]] of Object.entries(data.abolished))
  for (const word of [code, full, short])
    if (word !== null && !byWord.has(word))
      byWord.set(word, { ok: true, value: successor, warning: 'ABOLISHED_DISTRICT' });
for (const [word, code] of Object.entries(data.zones))
  byWord.set(word, { ok: true, value: code, warning: 'ZONE_FOR_DISTRICT' });

/** The city and its districts as they are now. */
export const heldDistricts: readonly { code: string; name: string }[] = Object.entries(data.held).map(
  ([code, [name]]) => ({ code, name }),
);

export const isProvince = (digits: string): boolean => provinces.has(digits);

/** Whether an identity number's first six digits are a code of Shanghai that is no longer in use. */
export const isAbolishedCode = (code: string): boolean => code in data.abolished;

/** A district by name or GB/T 2260 code, to its code; an abolished one to its successor. Codes elsewhere are kept as they are. */
export const checkDistrict = (text: string): Checked => {
  const known = byWord.get(text) ?? byWord.get(text.replace(/^上海市/, ''));
  if (known) return known;
  if (/^\d{12}$/.test(text) && text.endsWith('000000')) {
    const code = byWord.get(text.slice(0, 6));
    if (code?.ok) return normalised(code.value, 'CODE_FORM');
  }
  return /^\d{6}$/.test(text) && !text.startsWith('31') && isProvince(text.slice(0, 2))
    ? good(text)
    : bad('UNKNOWN_DISTRICT');
};
