import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../model-file.ts';

const DATA = [
  'gbt4754-2017.tsv',
  'industry-labelled.jsonl',
  'industry-sectors.tsv',
  'registrations-labelled.jsonl',
  'shanghai-enterprises.csv.gz',
];
const OURS = ['weak-labels.yaml', '../trade-words.yaml'];

/** SHA-256 of each file that the training reads, by name. */
export const hashInputs = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...DATA.map((file) => [file, hashOf(readFileSync(join(folder, file)))]),
    ...OURS.map((file) => [file.replace('../', ''), hashOf(readFileSync(new URL(file, import.meta.url)))]),
  ]) as Readonly<Record<string, string>>;
