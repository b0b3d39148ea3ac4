import { isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { EnvironmentError } from '../../schema/environment.ts';

/** A declared file that is wrong, with file, line, column and what was expected; fit to be printed without a stack. */
export class DeclarationError extends EnvironmentError {
  constructor(file: string, { line, col }: Position, message: string) {
    super(`${file}:${line}:${col}: ${message}`);
    this.name = 'DeclarationError';
  }
}

/** Lines and columns are counted from 1. */
interface Position {
  readonly line: number;
  readonly col: number;
}

/** What the shape alone does not show: where in the document, and what was expected there. */
export type Contradiction = readonly [at: readonly string[], message: string];

/** A YAML file whose faults are told by their place. */
export interface DeclaredFile {
  readonly file: string;
  readonly text: string;
  readonly data: unknown;
  /** Checks the shape, then what contradicts itself. Throws a DeclarationError for the first fault. */
  parse<Shape extends z.ZodType>(
    shape: Shape,
    contradictionsOf?: (declared: z.infer<Shape>) => readonly Contradiction[],
  ): z.infer<Shape>;
  /** What is wrong at a path of the document, so many characters into the text that stands there. */
  faultAt(at: readonly PropertyKey[], message: string, offset?: number): DeclarationError;
}

/** Reads YAML; `file` is named in errors. Throws a DeclarationError when it is none. */
export const openDeclared = (text: string, file: string): DeclaredFile => {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const broken = document.errors[0];
  if (broken) throw new DeclarationError(file, counter.linePos(broken.pos[0]), broken.message.split('\n')[0] ?? '');
  const faultAt: DeclaredFile['faultAt'] = (at, message, offset = 0) => {
    const place = at.map(String).join('.') || 'document';
    return new DeclarationError(file, counter.linePos(startOf(document, at) + offset), `${place}: ${message}`);
  };
  const data: unknown = document.toJS();
  return {
    file,
    text,
    data,
    faultAt,
    parse: (shape, contradictionsOf = () => []) => {
      const parsed = shape.safeParse(data);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        throw faultAt(issue?.path ?? [], issue?.message ?? 'wrong');
      }
      for (const [at, message] of contradictionsOf(parsed.data)) throw faultAt(at, message);
      return parsed.data;
    },
  };
};

/** Checks the text of a YAML file by its shape, then for contradictions. Throws a DeclarationError for the first fault. */
export const parseDeclared = <Shape extends z.ZodType>(
  text: string,
  file: string,
  shape: Shape,
  contradictionsOf: (declared: z.infer<Shape>) => readonly Contradiction[] = () => [],
): z.infer<Shape> => openDeclared(text, file).parse(shape, contradictionsOf);

/** Where the deepest place on the path begins that the document has; within quotes, if it has any. */
const startOf = (document: Document, at: readonly PropertyKey[]): number => {
  for (let depth = at.length; depth > 0; depth -= 1) {
    const node = document.getIn(at.slice(0, depth), true);
    if (!isNode(node) || !node.range) continue;
    return node.range[0] + (isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') ? 1 : 0);
  }
  return 0;
};
