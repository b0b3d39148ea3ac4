import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseDeclared, type Contradiction } from '../kit/declared-file.ts';

const text = z.string().min(1);
const duration = z.iso.duration('an ISO 8601 duration, e.g. P90D');
const age = z.int().positive();
const attributeCode = z.string().regex(/^[a-z][A-Za-z]*$/, 'a code in camelCase');

const kindSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]+(?:_[A-Z]+)*$/, 'a code in UPPER_SNAKE'),
  name: text,
  nameEn: text,
  holder: z.enum(['CITIZEN', 'ENTERPRISE']),
  /** Code of the department that issues it. */
  issuer: text,
  /** Law and article, one an entry. */
  basis: z.array(text).nonempty(),
  /** What a number looks like where a standard says so. */
  number: z
    .strictObject({
      pattern: text,
      standard: text,
      /** `ID_NUMBER`: it begins with the holder's, and is not kept here; `USCC`: it is the holder's. */
      form: z.enum(['ID_NUMBER', 'USCC']).nullable().default(null),
    })
    .nullable()
    .default(null),
  /** Null is 长期, without end; ages are those of the holder on the day of issue. */
  terms: z
    .array(
      z.strictObject({
        term: duration.nullable(),
        fromAge: age.nullable().default(null),
        belowAge: age.nullable().default(null),
        occasion: text.nullable().default(null),
        occasionEn: text.nullable().default(null),
        basis: text,
      }),
    )
    .default([]),
  /** How long before the end one may ask for renewal at the earliest and must at the latest. */
  renewal: z
    .strictObject({
      from: duration.nullable().default(null),
      by: duration.nullable().default(null),
      workingDays: z.boolean(),
      basis: text,
    })
    .nullable()
    .default(null),
  /** What its licences carry beside; `name` is the header under which a drop brings it. */
  attributes: z
    .array(z.strictObject({ code: attributeCode, name: text, nameEn: text, type: z.enum(['TEXT', 'DATE', 'NUMBER']) }))
    .default([]),
  /** 签注 that may be entered into it. */
  endorsements: z.array(z.strictObject({ code: text, name: text, nameEn: text })).default([]),
});

/** A kind of licences, as `kinds/<kind>.yaml` declares it. */
export type Kind = z.infer<typeof kindSchema>;
export type AttributeKind = Kind['attributes'][number];

/** Checks one kind; `file` is named in errors. Throws a DeclarationError. */
export const parseKind = (yaml: string, file: string): Kind =>
  parseDeclared(yaml, file, kindSchema, (kind) => contradictionsOf(kind, path.basename(file, '.yaml')));

/** What the shape alone does not show. */
const contradictionsOf = (kind: Kind, fileName: string): Contradiction[] => {
  const wrong: Contradiction[] = [];
  if (kind.code.toLowerCase().replaceAll('_', '-') !== fileName)
    wrong.push([['code'], `expected the name of the file, ${fileName}, in UPPER_SNAKE`]);
  if (kind.number !== null && !isPattern(kind.number.pattern))
    wrong.push([['number', 'pattern'], 'expected a regular expression']);
  if (kind.number?.form === 'ID_NUMBER' && kind.holder !== 'CITIZEN')
    wrong.push([['number', 'form'], 'only citizens have an ID number']);
  if (kind.number?.form === 'USCC' && kind.holder !== 'ENTERPRISE')
    wrong.push([['number', 'form'], 'only enterprises have a USCC']);
  if (kind.renewal !== null && kind.renewal.from === null && kind.renewal.by === null)
    wrong.push([['renewal'], 'expected `from` or `by`; without either there is no rule']);
  kind.terms.forEach(({ fromAge, belowAge, occasion, occasionEn }, index) => {
    if (fromAge !== null && belowAge !== null && fromAge >= belowAge)
      wrong.push([['terms', String(index), 'belowAge'], 'expected an age above `fromAge`']);
    if ((occasion === null) !== (occasionEn === null))
      wrong.push([['terms', String(index)], 'expected `occasion` in both languages']);
  });
  for (const list of ['attributes', 'endorsements'] as const) {
    const codes = kind[list].map(({ code }) => code);
    const repeated = codes.findIndex((code, index) => codes.indexOf(code) !== index);
    if (repeated !== -1) wrong.push([[list, String(repeated), 'code'], `${codes[repeated] ?? ''} is there already`]);
  }
  return wrong;
};

const isPattern = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
};

/** Reads every kind of a folder, by code. Throws a DeclarationError for the first that is wrong. */
export const loadKinds = (folder: string): ReadonlyMap<string, Kind> => {
  const kinds = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parseKind(readFileSync(path.join(folder, file), 'utf8'), path.join(folder, file)));
  return new Map(kinds.toSorted((one, other) => (one.code < other.code ? -1 : 1)).map((kind) => [kind.code, kind]));
};

/** The kinds of licences that there are. */
export const KINDS = loadKinds(fileURLToPath(new URL('kinds', import.meta.url)));
