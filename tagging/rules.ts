import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { loadCatalogue } from '../schema/catalogue/catalogue.ts';
import { expectedInstead } from '../subgraphs/kit/ingest/nearest-name.ts';
import { readFactDocument, type FactDocument } from '../subgraphs/kit/facts/fact-document.ts';
import type { FactTypes, RuleSet } from './engine/rule-set.ts';
import type { SubjectKind } from './engine/rule.ts';
import { compileRuleFiles, readRuleFile, readRuleFiles, type RuleFile } from './rule-files.ts';

/** The rules of this repository with the documents by which their facts are asked for. */
export interface TaggingRules {
  readonly files: readonly RuleFile[];
  readonly byTag: ReadonlyMap<string, RuleFile>;
  readonly rules: RuleSet;
  readonly types: FactTypes;
  readonly documents: Readonly<Record<SubjectKind, FactDocument>>;
}

const here = (path: string): URL => new URL(path, import.meta.url);

/** Reads what this folder holds. Throws a DeclarationError for the first rule that is wrong, and publishes none then. */
export const loadTaggingRules = (): TaggingRules => {
  const schema = buildSchema(readFileSync(here('../schema/api.graphql'), 'utf8'));
  const { items, purposes } = loadCatalogue();
  const read = (file: string) => readFactDocument(readFileSync(here(file), 'utf8'), schema, items);
  const documents = { CITIZEN: read('facts/citizen.graphql'), ENTERPRISE: read('facts/enterprise.graphql') };
  const types = { CITIZEN: documents.CITIZEN.type, ENTERPRISE: documents.ENTERPRISE.type };
  const files = readRuleFiles(here('rules/').pathname);
  for (const file of files) checkPurposes(file, purposes);
  const byTag = new Map(files.map((file) => [file.rule.tag, file]));
  return { files, byTag, rules: compileRuleFiles(files, types), types, documents };
};

/** Only a sensitive tag is kept for some purposes, and only for such as the lists know. */
const checkPurposes = ({ rule, source }: RuleFile, known: ReadonlyMap<string, unknown>): void => {
  if (rule.purposes.length > 0 && rule.sensitive === undefined)
    throw source.faultAt(['purposes'], 'expected none, as the tag is not sensitive');
  for (const [index, purpose] of rule.purposes.entries()) {
    if (!known.has(purpose))
      throw source.faultAt(['purposes', index], expectedInstead('a purpose', purpose, known.keys()));
  }
};

/** The rules as they would be with this file, which is new or takes the place of its tag's. Throws a DeclarationError. */
export const replaceRule = (
  { files, types }: TaggingRules,
  file: string,
): { rule: RuleFile['rule']; rules: RuleSet } => {
  const given = readRuleFile(readFileSync(file, 'utf8'), file);
  const others = files.filter(({ rule }) => rule.tag !== given.rule.tag);
  return { rule: given.rule, rules: compileRuleFiles([...others, given], types) };
};
