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
