import { GraphQLError, Kind, parse, specifiedRules, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { AppError } from '../../schema/errors.ts';
import { checkLiterals } from '../../schema/texts.ts';
import { compileCost, type Cost } from './list-sizes.ts';
import { tooComplex, type Limits } from './limits.ts';
import { measureDocument } from './measure-document.ts';

/** A document that was parsed, measured and validated, once. */
export interface AdmittedDocument {
  document: DocumentNode;
  isIntrospecting: boolean;
  /** What the operation of a name costs, or the only operation for none; undefined when there is no such one. */
  costOf: (operationName: string | null | undefined) => Cost | undefined;
}

export interface Documents {
  /** Throws an AppError (TOO_COMPLEX, BAD_USER_INPUT) or InvalidDocument. */
  admit(source: string): AdmittedDocument;
  find(document: DocumentNode): AdmittedDocument | undefined;
  /** By the SHA-256 of the text, in hex. */
  findByHash(hash: string): AdmittedDocument | undefined;
}

const MAX_DOCUMENTS = 2_000;
const MAX_CHARACTERS = 4_000_000;
const MAX_ERRORS = 20;

/** Why a document is refused: what validation found, in graphql-js' words. */
export class InvalidDocument extends Error {
  readonly errors: readonly GraphQLError[];
  constructor(errors: readonly GraphQLError[]) {
    super('The document is not valid.');
    this.name = 'InvalidDocument';
    this.errors = errors.map(
      (error) =>
        new GraphQLError(error.message, {
          ...(error.nodes === undefined ? {} : { nodes: error.nodes }),
          ...(error.source === undefined ? {} : { source: error.source }),
          ...(error.positions === undefined ? {} : { positions: error.positions }),
          extensions: { code: 'BAD_USER_INPUT', field: 'query', reason: 'DOCUMENT' },
        }),
    );
  }
}

const parseWithin = (source: string, limits: Limits): DocumentNode => {
  try {
    return parse(source, { maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError && /more tha[nt] \d+ tokens/.test(error.message))
      throw tooComplex('tokens', limits.tokens);
    if (error instanceof GraphQLError) throw new InvalidDocument([error]);
    // Nesting deep enough to exhaust the stack, within the limit of tokens.
    if (error instanceof RangeError)
      throw new AppError('TOO_COMPLEX', 'The document is nested too deeply.', { reason: 'LEVELS' });
    throw error;
  }
};

/** Documents by their text, parsed, measured, validated and costed once, the least recently used forgotten. */
export const createDocuments = (schema: GraphQLSchema, limits: Limits): Documents => {
  const byText = new LRUCache<string, AdmittedDocument & { hash: string }>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_admitted, text) => Math.max(text.length, 1),
    dispose: (admitted) => byHash.delete(admitted.hash),
  });
  const byHash = new Map<string, AdmittedDocument>();
  const byDocument = new WeakMap<DocumentNode, AdmittedDocument>();

  const read = (source: string): AdmittedDocument => {
    const document = parseWithin(source, limits);
    const { isIntrospecting } = measureDocument(document, limits);
    checkLiterals(document);
    const errors = validate(schema, document, specifiedRules, { maxErrors: MAX_ERRORS });
    if (errors.length > 0) throw new InvalidDocument(errors);
    const fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
    const costs = document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? [{ name: definition.name?.value, cost: compileCost(schema, definition, fragments) }]
        : [],
    );
    const costOf: AdmittedDocument['costOf'] = (name) =>
      (name === null || name === undefined
        ? costs.find(() => costs.length === 1)
        : costs.find((each) => each.name === name)
      )?.cost;
    return { document, isIntrospecting, costOf };
  };

  return {
    admit(source) {
      const known = byText.get(source);
      if (known !== undefined) return known;
      const hash = createHash('sha256').update(source).digest('hex');
      const admitted = { ...read(source), hash };
      byText.set(source, admitted);
      byHash.set(hash, admitted);
      byDocument.set(admitted.document, admitted);
      return admitted;
    },
    find: (document) => byDocument.get(document),
    findByHash: (hash) => byHash.get(hash),
  };
};
