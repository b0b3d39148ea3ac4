import { readFileSync } from 'node:fs';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { CatalogueError } from './catalogue-error.ts';

/** Reads one YAML file against its schema. Throws a CatalogueError for the first thing that is wrong. */
export const readEntry = <T extends z.ZodType>(file: string, schema: T): z.output<T> =>
  parseEntry(readFileSync(file, 'utf8'), file, schema);

/** Checks the text of one file; `file` is named in errors. */
export const parseEntry = <T extends z.ZodType>(text: string, file: string, schema: T): z.output<T> => {
  const parsed = schema.safeParse(parseYaml(text, file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const at = issue?.path ?? [];
  const place = at.map(String).join('.') || 'document';
  throw new CatalogueError(file, lineOfPath(text, at), `${place}: ${issue?.message ?? 'wrong'}`);
};

/** Hundreds of files are read when a process starts: js-yaml takes a fifth of the time that `yaml` takes. */
const parseYaml = (text: string, file: string): unknown => {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new CatalogueError(file, error.mark.line + 1, error.reason);
  }
};

/** The line on which a path stands, or the nearest thing around it that does; `yaml` keeps the places of its nodes. */
export const lineOfPath = (text: string, at: readonly PropertyKey[]): number => {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  for (let depth = at.length; depth > 0; depth -= 1) {
    const node = document.getIn(at.slice(0, depth), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
};
