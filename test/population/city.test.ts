import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseDay } from './days.ts';
import { rowsOfCity } from './rows.ts';
import { writeCity } from './write-city.ts';

const plan = { citizens: 384, enterprises: 24, seed: 11, today: parseDay('2026-11-22'), months: 6 };

const digestOf = async (more: Partial<typeof plan> & { gzip?: boolean } = {}): Promise<Record<string, string>> => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-city-'));
  writeCity({ ...plan, messy: 0, gzip: false, ...more, folder });
  const digests: Record<string, string> = {};
  for (const name of await readdir(folder))
    digests[name] = createHash('sha256')
      .update(await readFile(join(folder, name)))
      .digest('hex');
  await rm(folder, { recursive: true });
  return digests;
};

describe('a city', () => {
  it('is the same, byte for byte, whenever it is asked for', async () => {
    const [first, again] = [await digestOf(), await digestOf()];
    expect(Object.keys(first).length).toBeGreaterThan(60);
    expect(again).toEqual(first);
  });

  it('is another one for another seed', async () => {
    const [one, other] = [await digestOf(), await digestOf({ seed: 12 })];
    expect(Object.entries(one).filter(([name, digest]) => other[name] === digest)).toEqual([]);
  });

  it('begins with the smaller city of the same seed', () => {
    const small = rowsOfCity({ ...plan, citizens: 256, enterprises: 16 });
    const large = rowsOfCity(plan);
    for (const [source, rows] of small) expect(large.get(source)?.slice(0, rows.length)).toEqual(rows);
  });

  it.each([1, 7, 130, 300])('has as many citizens as were asked for: %d', (citizens) => {
    const rows = rowsOfCity({ ...plan, citizens, enterprises: 3 });
    expect(rows.get('personal.citizens')).toHaveLength(citizens);
    expect(new Set(rows.get('personal.citizens')?.map((row) => row['公民身份号码'])).size).toBe(citizens);
  });

  it('has as many enterprises as were asked for, beside the large employers', () => {
    const rows = rowsOfCity(plan).get('enterprises.registrations') ?? [];
    const own = rows.filter((row) => !['国有企业', '分公司'].includes(row['企业类型'] ?? ''));
    expect(own).toHaveLength(plan.enterprises);
  });

  it('needs no quotes: no text has a comma, a quote or a line end', () => {
    const cells = [...rowsOfCity(plan).values()].flatMap((rows) => rows.flatMap((row) => Object.values(row)));
    expect(cells.filter((cell) => /[",\n\r]|undefined|NaN/.test(cell))).toEqual([]);
  });
});
