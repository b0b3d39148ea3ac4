import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { parseCsvRecord } from '../../../subgraphs/kit/ingest/read/csv.ts';
import { splitScope, type Verb } from '../clauses.ts';
import { featuresOf, type Registration } from '../features.ts';
import type { Example } from '../softmax.ts';

export const SECTIONS = 'A B C D E F G H I J K L M N O P Q R S T'.split(' ');

/** A registration with what careful coders say of it. */
export interface Labelled extends Registration {
  readonly section: string | null;
  readonly division: string | null;
  readonly acceptable: readonly string[];
  /** 科技, 金融, 制造, 医疗. */
  readonly broad: readonly string[];
  readonly unsure: readonly string[];
}

interface ListedRow extends Registration {
  readonly sector: string;
  readonly subsector: string;
}

const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
const readLines = <Row>(folder: string, file: string): Row[] =>
  lines(readFileSync(join(folder, file), 'utf8')).map((line) => JSON.parse(line) as Row);

export const readRegistrations = (folder: string): readonly Labelled[] =>
  readLines<Labelled>(folder, 'registrations-labelled.jsonl');

/** What a sector is, of the two broad industries that sectors tell. */
const BROAD_OF_SECTORS: Readonly<Record<string, readonly string[]>> = {
  银行: ['金融'],
  非银金融: ['金融'],
  医药生物: ['医疗'],
};

/** Listed companies, by the sector that analysts put them in. */
export const readListed = (folder: string): readonly Labelled[] => {
  const sectors = new Map(
    lines(readFileSync(join(folder, 'industry-sectors.tsv'), 'utf8'))
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([sector = '', subsector = '', section = '', acceptable = '']) => [
        `${sector} ${subsector}`,
        { section, acceptable },
      ]),
  );
  return readLines<ListedRow>(folder, 'industry-labelled.jsonl').map(({ name, scope, sector, subsector }) => {
    const found = sectors.get(`${sector} ${subsector}`);
    const section = found === undefined || found.section === '-' ? null : found.section;
    const acceptable = (found?.acceptable ?? '').split('');
    return { name, scope, section, division: null, acceptable, broad: BROAD_OF_SECTORS[sector] ?? [], unsure: [] };
  });
};

/** The standard's own words for each class. */
export const readStandard = (folder: string): readonly Labelled[] =>
  lines(readFileSync(join(folder, 'gbt4754-2017.tsv'), 'utf8'))
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([, , level]) => level !== 'section')
    .map(([code = '', section = '', , name = '', description = '']) => ({
      name: '',
      scope: `${name}；${description}`,
      section,
      division: code.slice(0, 2),
      acceptable: [section],
      broad: [],
      unsure: [],
    }));

/** Registrations that nobody labelled; a record of several lines is left out. */
export const readRegister = (folder: string): readonly Registration[] => {
  const text = gunzipSync(readFileSync(join(folder, 'shanghai-enterprises.csv.gz'))).toString('utf8');
  const [header = [], ...records] = lines(text).map((line) => parseCsvRecord(line, ',') ?? []);
  const [nameAt, scopeAt] = [header.indexOf('企业名称'), header.indexOf('经营范围')];
  return records.flatMap((cells) => {
    const [name, scope] = [cells[nameAt], cells[scopeAt]];
    return name === undefined || scope === undefined || scope.length < 2 ? [] : [{ name, scope }];
  });
};

interface NameRule {
  readonly name: string;
  readonly section: string | null;
}

/** Labels a registration by its name, where the leading clause does not say otherwise; null where neither tells. */
export const createWeakLabeller = (): ((registration: Registration) => string | null) => {
  const file = new URL('weak-labels.yaml', import.meta.url);
  const rules = (parse(readFileSync(file, 'utf8')) as readonly NameRule[]).map(({ name, section }) => {
    return { pattern: new RegExp(name), section };
  });
  return ({ name, scope }) => {
    const plain = name.replaceAll(/[（(][^（()）]*[)）]/g, '').replace(/(?:股份|集团|有限责任|有限)*公司.*$/, '');
    const named = rules.find(({ pattern }) => pattern.test(plain))?.section;
    const [first] = splitScope(scope);
    if (first === undefined) return null;
    if (named === null) return null;
    if (named !== undefined) return agrees(named, first.verbs) ? named : null;
    return byVerbs(splitScope(scope).map(({ verbs }) => verbs));
  };
};

/** A trader whose first clause is making is no clear case, nor a works that only sells. */
const agrees = (section: string, verbs: readonly Verb[]): boolean => {
  if (section === 'F') return !verbs.some((verb) => verb === 'MAKE' || verb === 'BUILD' || verb === 'SERVE');
  return section === 'C' || section === 'A' ? !verbs.every((verb) => verb === 'SELL') : true;
};

/** Of a name that does not tell: goods alone are traded, and what is made first is made. */
const byVerbs = (clauses: readonly (readonly Verb[])[]): string | null => {
  const [first = []] = clauses;
  if (first.includes('MAKE') && !first.includes('TECHNOLOGY') && !first.includes('SERVE')) return 'C';
  const isTraded = clauses.every((verbs) => verbs.every((verb) => verb === 'SELL' || verb === 'NONE'));
  return isTraded && clauses.some((verbs) => verbs.includes('SELL')) ? 'F' : null;
};

/** The shares of the sections that a careful coder could defend; most for the one that was chosen. */
export const toExample = ({ section, acceptable, ...registration }: Labelled, weight: number): Example => {
  const chosen = section === null ? acceptable : [section];
  const others = acceptable.filter((each) => !chosen.includes(each));
  const rest = others.length === 0 ? 0 : 0.1;
  const target = SECTIONS.map((each) => {
    if (chosen.includes(each)) return (1 - rest) / chosen.length;
    return others.includes(each) ? rest / others.length : 0;
  });
  return { features: featuresOf(registration).features, target, weight };
};
