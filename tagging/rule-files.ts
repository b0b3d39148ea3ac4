import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openDeclared, type DeclaredFile } from '../subgraphs/kit/declared-file.ts';
import { compileRules, RuleSetFault, type FactTypes, type RuleSet } from './engine/rule-set.ts';
import { ruleShape, type Rule } from './engine/rule.ts';

/** A rule with the file that it was read from. */
export interface RuleFile {
  readonly rule: Rule;
  readonly source: DeclaredFile;
}

/** Reads every `<kind>/<tag>.yaml` of a folder, by path. Throws a DeclarationError for the first that is wrong. */
export const readRuleFiles = (folder: string): readonly RuleFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => readRuleFile(readFileSync(join(folder, path), 'utf8'), join(folder, path)));

/** Checks the shape of one rule; `file` is named in errors. What it says of facts is checked when all are compiled. */
export const readRuleFile = (text: string, file: string): RuleFile => {
  const source = openDeclared(text, file);
  const rule = source.parse(ruleShape, ({ tag }) => {
    const named = basename(file, '.yaml').replaceAll('-', '_');
    return named === tag ? [] : [[['tag'], `expected ${named}, as the file is named, got ${tag}`]];
  });
  return { rule, source };
};

/** Compiles all rules, or none: throws a DeclarationError with file, line and column of the first fault. */
export const compileRuleFiles = (files: readonly RuleFile[], types: FactTypes): RuleSet => {
  refuseTwice(files);
  try {
    return compileRules(
      files.map(({ rule }) => rule),
      types,
    );
  } catch (error) {
    if (!(error instanceof RuleSetFault)) throw error;
    const found = files.find(({ rule }) => rule.tag === error.tag);
    if (found === undefined) throw error;
    throw found.source.faultAt(error.fault.at, error.fault.message, error.fault.offset);
  }
};

const refuseTwice = (files: readonly RuleFile[]): void => {
  const seen = new Set<string>();
  for (const { rule, source } of files) {
    if (seen.has(rule.tag)) throw source.faultAt(['tag'], `expected a tag of its own, but ${rule.tag} stands twice`);
    seen.add(rule.tag);
  }
};
