import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { TokenClaims } from './issuer.ts';

const described = {
  /** A stable slug. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  nameEn: z.string(),
  story: z.object({ en: z.string(), zh: z.string() }).strict(),
};

const demoPerson = z.discriminatedUnion('role', [
  z.object({ ...described, role: z.literal('citizen'), idNumber: z.string().regex(/^\d{17}[\dX]$/) }).strict(),
  z.object({ ...described, role: z.literal('staff'), department: z.string(), district: z.string() }).strict(),
  z.object({ ...described, role: z.literal('analyst') }).strict(),
  z.object({ ...described, role: z.literal('operator') }).strict(),
  z.object({ ...described, role: z.literal('source'), sources: z.array(z.string()).min(1) }).strict(),
]);

/** Somebody of the demonstration; all are fictional. */
export type DemoPerson = z.infer<typeof demoPerson>;

export const loadPeople = async (file: URL = new URL('../dev/people.yaml', import.meta.url)): Promise<DemoPerson[]> =>
  z.array(demoPerson).parse(parse(await readFile(file, 'utf8')));

/** The claims of a demo person's token, signed in at level 2. */
export const accountClaims = (person: DemoPerson): TokenClaims => {
  const base = { acr: '2', client: 'portal' as const };
  switch (person.role) {
    case 'citizen':
      return { ...base, sub: person.id, role: 'citizen', id_number: person.idNumber };
    case 'staff':
      return { ...base, sub: person.id, role: 'staff', department: person.department, district: person.district };
    case 'source':
      return { ...base, sub: person.id, role: 'source', sources: person.sources };
    case 'analyst':
    case 'operator':
      return { ...base, sub: person.id, role: person.role };
  }
};
