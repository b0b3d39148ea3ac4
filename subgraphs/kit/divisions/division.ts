import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** A division as the contract's `District` names it. */
export interface Division {
  code: string;
  name: string;
  nameEn: string;
}

const names = new Map(
  Object.entries(
    z
      .record(z.string().regex(/^\d{6}$/), z.tuple([z.string(), z.string()]))
      .parse(parse(readFileSync(new URL('divisions.yaml', import.meta.url), 'utf8'))),
  ),
);

const UNNAMED = ['', ''] as const;

/** Names a GB/T 2260 code; a county elsewhere goes by the name of its province, null stays null. */
export function toDivision(code: string): Division;
export function toDivision(code: string | null): Division | null;
export function toDivision(code: string | null): Division | null {
  if (code === null) return null;
  const [name, nameEn] = names.get(code) ?? names.get(`${code.slice(0, 2)}0000`) ?? UNNAMED;
  return { code, name, nameEn };
}
