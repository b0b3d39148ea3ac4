import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** What a viewer may be to a subject without any grant; staff see by grants. */
const RELATIONS = ['SELF', 'WARD', 'SPOUSE', 'KIN', 'REPRESENTED', 'HANDLED', 'HELD', 'MANDATED', 'SYSTEM'] as const;

const code = z.string().regex(/^[a-z]+(-[a-z]+)*$/u, 'a code is lower-case words with hyphens');
const day = z.iso.date('a day is YYYY-MM-DD');
const duration = z.iso.duration('a cycle is an ISO 8601 duration, e.g. P1D');
const text = z.string().min(1);

/** Items by type: field names, all of them, or all but some. */
const selection = z.record(
  text,
  z.union([z.literal('*'), z.array(text).nonempty(), z.strictObject({ except: z.array(text).nonempty() })]),
);
export type Selection = z.infer<typeof selection>;

const department = z.strictObject({ code, name: text, nameEn: text });
const purpose = z.strictObject({ code, name: text, nameEn: text, basis: text });
const responsibility = z.strictObject({
  department: code,
  source: text.nullable().default(null),
  cycle: duration.nullable().default(null),
  items: selection,
});
const demand = z.strictObject({
  department: code,
  purpose: code,
  scope: z.enum(['ALL', 'OWN_DISTRICT', 'MASKED']),
  since: day,
  until: day.nullable().default(null),
  items: selection,
});
const withheld = z.strictObject({ item: text, because: text });

const listsSchema = z.strictObject({
  departments: z.array(department),
  purposes: z.array(purpose),
  responsibility: z.array(responsibility),
  demand: z.array(demand),
  negative: z.array(withheld),
  relations: z.record(z.enum(RELATIONS), selection),
});

/** The lists as the YAML files of this folder write them, checked for shape but not yet against the contract. */
export type Lists = z.infer<typeof listsSchema>;
export type Department = z.infer<typeof department>;
export type Purpose = z.infer<typeof purpose>;

/** Throws a ZodError naming the place when a list has the wrong shape. */
export const parseLists = (input: unknown): Lists => listsSchema.parse(input);

export const readLists = (): Lists =>
  parseLists(Object.fromEntries(Object.keys(listsSchema.shape).map((name) => [name, readYaml(name)])));

/** The departments alone, for whoever needs no other list. */
export const readDepartments = (): Department[] => z.array(department).parse(readYaml('departments'));

const readYaml = (name: string): unknown => parse(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8'));
