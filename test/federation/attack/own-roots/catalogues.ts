import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { RootField } from '../root-field.ts';

/*
 * Lists that are nobody's: for everybody, without sign-in, and the same for whoever asks.
 */

const SUBGRAPHS = join(import.meta.dirname, '../../../../subgraphs');
const readYaml = <Entry>(folder: string): Entry[] =>
  readdirSync(join(SUBGRAPHS, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => parse(readFileSync(join(SUBGRAPHS, folder, file), 'utf8')) as Entry);

const open = (alias: string, text: string, read: () => unknown): RootField => {
  let answer: unknown;
  return { alias, text, expected: () => (answer ??= read()) };
};

const citizenKinds = () =>
  readYaml<{ code: string; holder: string }>('licences/kinds')
    .flatMap(({ code, holder }) => (holder === 'CITIZEN' ? [{ code }] : []))
    .sort((one, other) => (one.code < other.code ? -1 : 1));

export const licenceKindRoots: readonly RootField[] = [
  open('kinds', 'licenceKinds(holder: CITIZEN) { code }', citizenKinds),
];

const SERVICE = 'dog-licence-new';
const SERVICES = 'transactions/catalogue/services';

export const serviceRoots: readonly RootField[] = [
  open('services', 'services(first: 0, kind: PUBLIC_UTILITY) { totalCount }', () => ({
    totalCount: readYaml<{ kind: string }>(SERVICES).filter(({ kind }) => kind === 'PUBLIC_UTILITY').length,
  })),
  open('service', `service(code: "${SERVICE}") { code name department { code } }`, () => {
    const found = readYaml<{ code: string; name: string; department: string }>(SERVICES);
    const { code, name, department } = found.find((one) => one.code === SERVICE) ?? {};
    return { code, name, department: { code: department } };
  }),
  open('noService', 'service(code: "no-such-service") { code }', () => null),
  open('offices', 'offices(first: 3) { id address { district { code } } }', () =>
    readYaml<{ district: string; offices: { code: string }[] }>('transactions/catalogue/offices')
      .flatMap(({ district, offices }) =>
        offices.map(({ code }) => ({ id: code, address: { district: { code: district } } })),
      )
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .slice(0, 3),
  ),
];

interface WrittenRule {
  readonly tag: string;
  readonly kind: string;
  readonly subject: string;
  readonly version: number;
  readonly basis: string | null;
  readonly sensitive?: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly definition: { readonly zh: string; readonly en: string };
  readonly use: { readonly zh: string; readonly en: string };
}

const RULES = '../tagging/rules';

/** What a tag says of itself to whom no figures are told: as its rule is written. */
export const readTag = (code: string): Readonly<Record<string, unknown>> => {
  const written = readYaml<WrittenRule>(RULES).find(({ tag }) => tag === code);
  if (written === undefined) throw new Error(`There is no rule of ${code}.`);
  const { kind, subject, version, basis, sensitive = null, name, definition, use } = written;
  return {
    ...{ code, kind, subject, version, basis, sensitive, holders: null },
    ...{ name: name.zh, nameEn: name.en, definition: definition.zh, definitionEn: definition.en },
    ...{ use: use.zh, useEn: use.en },
  };
};

const codesOf = (isAsked: (rule: WrittenRule) => boolean) =>
  readYaml<WrittenRule>(RULES)
    .filter(isAsked)
    .map(({ tag }) => ({ code: tag }))
    .sort((one, other) => (one.code < other.code ? -1 : 1));

export const tagRoots: readonly RootField[] = [
  open('stages', 'tags(kind: STAGE) { code }', () => codesOf(({ kind }) => kind === 'STAGE')),
  open('ofEnterprises', 'tags(subject: ENTERPRISE) { code }', () => codesOf(({ subject }) => subject === 'ENTERPRISE')),
  open('elderly', 'tag(code: "elderly") { code name holders }', () => {
    const { code, name, holders } = readTag('elderly');
    return { code, name, holders };
  }),
  open('noTag', 'tag(code: "no_such_tag") { code }', () => null),
  open('rule', 'tagRules(tag: "elderly") { version basis tag { code } }', () => {
    const { version, basis } = readTag('elderly');
    return [{ version, basis, tag: { code: 'elderly' } }];
  }),
];
