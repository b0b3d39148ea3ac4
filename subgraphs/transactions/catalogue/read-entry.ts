import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parse, parseDocument } from 'yaml';
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

const parseYaml = (text: string, file: string): unknown => {
  try {
    return parse(text, { prettyErrors: false });
  } catch {
    const counter = new LineCounter();
    const [broken] = parseDocument(text, { lineCounter: counter, prettyErrors: false }).errors;
    throw new CatalogueError(file, broken ? counter.linePos(broken.pos[0]).line : 1, broken?.message ?? 'not YAML');
  }
};

/** The line on which a path stands, or the nearest thing around it that does. */
export const lineOfPath = (text: string, at: readonly PropertyKey[]): number => {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  for (let depth = at.length; depth > 0; depth -= 1) {
    const node = document.getIn(at.slice(0, depth), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
};
