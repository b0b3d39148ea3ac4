import { LineCounter, parseDocument, isNode, type Document } from 'yaml';
import type { z } from 'zod';
import { EnvironmentError } from '../../schema/environment.ts';

/** A declared file that is wrong, with file, line and what was expected; fit to be printed without a stack. */
export class DeclarationError extends EnvironmentError {
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.name = 'DeclarationError';
  }
}

/** What the shape alone does not show: where in the document, and what was expected there. */
export type Contradiction = readonly [at: readonly string[], message: string];

/** Checks the text of a YAML file by its shape, then for contradictions. Throws a DeclarationError for the first fault. */
export const parseDeclared = <Shape extends z.ZodType>(
  text: string,
  file: string,
  shape: Shape,
  contradictionsOf: (declared: z.infer<Shape>) => readonly Contradiction[] = () => [],
): z.infer<Shape> => {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const broken = document.errors[0];
  if (broken)
    throw new DeclarationError(file, counter.linePos(broken.pos[0]).line, broken.message.split('\n')[0] ?? '');
  const refuse = (at: readonly PropertyKey[], message: string) =>
    new DeclarationError(
      file,
      lineOfPath(document, counter, at),
      `${at.map(String).join('.') || 'document'}: ${message}`,
    );

  const parsed = shape.safeParse(document.toJS());
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw refuse(issue?.path ?? [], issue?.message ?? 'wrong');
  }
  for (const [at, message] of contradictionsOf(parsed.data)) throw refuse(at, message);
  return parsed.data;
};

/** The line of the deepest place on the path that the document has. */
export const lineOfPath = (document: Document, counter: LineCounter, at: readonly PropertyKey[]): number => {
  for (let depth = at.length; depth > 0; depth -= 1) {
    const node = document.getIn(at.slice(0, depth), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
};
