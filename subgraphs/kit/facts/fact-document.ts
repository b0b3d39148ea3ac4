import {
  getNamedType,
  GraphQLError,
  isCompositeType,
  isEnumType,
  Kind,
  parse,
  print,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { civilDay } from '../../../schema/civil-day.ts';
import { toDay } from '../civil/day.ts';
import { findConnections, type FactConnection } from './fact-connections.ts';
import type { FactType, Facts, RecordFact, ScalarFact } from './fact-type.ts';
import { fieldsOf, isList, nameOf, nodesOf, type Typed } from './selection.ts';

/** A GraphQL document that asks for the facts of many subjects, and how its answer is read. */
export interface FactDocument {
  /** As it is sent. */
  readonly query: string;
  /** The field that answers subjects, by position. */
  readonly root: string;
  readonly connections: readonly FactConnection[];
  readonly type: RecordFact;
  /** Flattens one subject's answer; what is null is left out. Throws a TruncatedFactsError where a list is as long as it may be. */
  readonly toFacts: (answer: Readonly<Record<string, unknown>>) => Facts;
}

/** There may be more than was answered: tags are not derived from less. */
export class TruncatedFactsError extends Error {
  constructor(field: string, first: number) {
    super(`${field} answered ${first} records, as many as were asked for.`);
    this.name = 'TruncatedFactsError';
  }
}

/** What a fact document may say of a list of changes: each lasts until the next, whose day becomes its `until`. */
const LASTS = 'lasts';

type Read = (answer: unknown) => unknown;
interface Fact {
  readonly type: FactType;
  readonly read: Read;
}

/** Fields whose object is nothing but them: a coded name is its code, an amount of money its number. */
const SOLE = new Set(['code', 'amount']);

/**
 * Reads a document whose only root field answers a list of subjects. Connections become lists of their nodes, codes with
 * names their code, money its amount, dates and instants civil days. `items` are coordinates of the catalogue: a fact
 * belongs to the nearest one on its way. Throws a GraphQLError when the document does not fit the schema.
 */
export const readFactDocument = (
  text: string,
  schema: GraphQLSchema,
  items: Pick<ReadonlyMap<string, unknown>, 'has'>,
): FactDocument => {
  const document = parse(text);
  const sent = withoutLasts(document);
  const [fault] = validate(schema, sent);
  if (fault !== undefined) throw fault;
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const root = operation?.selectionSet.selections[0];
  if (root?.kind !== Kind.FIELD || root.selectionSet === undefined)
    throw new GraphQLError('Expected one operation with one field that answers subjects.');
  const types = outputTypesOf(document, schema);
  const { type, read } = recordOf(root.selectionSet, { types, items, item: null });
  if (type.kind !== 'record') throw new GraphQLError('Expected subjects with fields.');
  const connections = findConnections(sent, root.selectionSet, types);
  return { query: print(sent), root: nameOf(root), connections, type, toFacts: (answer) => read(answer) as Facts };
};

const withoutLasts = (document: DocumentNode): DocumentNode =>
  visit(document, { Directive: ({ name }) => (name.value === LASTS ? null : undefined) });

interface Reading {
  readonly types: ReadonlyMap<FieldNode, Typed>;
  readonly items: Pick<ReadonlyMap<string, unknown>, 'has'>;
  /** The item of the nearest field above. */
  readonly item: string | null;
}

const outputTypesOf = (document: DocumentNode, schema: GraphQLSchema): Map<FieldNode, Typed> => {
  const info = new TypeInfo(schema);
  const types = new Map<FieldNode, Typed>();
  const note = (node: FieldNode) => {
    const [output, parent] = [info.getType(), info.getParentType()];
    const isMasked = info.getFieldDef()?.args.some(({ name }) => name === 'reveal') ?? false;
    if (output && parent) types.set(node, { output, parent, isMasked });
  };
  visit(document, visitWithTypeInfo(info, { Field: { enter: note } }));
  return types;
};

const recordOf = (set: SelectionSetNode, reading: Reading): Fact => {
  const fields = fieldsOf(set).filter(({ name }) => name.value !== '__typename');
  const facts = fields.map((field) => [nameOf(field), factOf(field, reading)] as const);
  const [sole] = facts;
  if (sole !== undefined && facts.length === 1 && SOLE.has(sole[0]))
    return {
      type: sole[1].type,
      read: (answer) => sole[1].read((answer as Readonly<Record<string, unknown>>)[sole[0]]),
    };
  return {
    type: {
      kind: 'record',
      item: reading.item,
      fields: Object.fromEntries(facts.map(([name, { type }]) => [name, type])),
    },
    read: (answer) => {
      const record: Record<string, unknown> = {};
      for (const [name, { read }] of facts) {
        const value = (answer as Readonly<Record<string, unknown>>)[name];
        if (value === null || value === undefined) continue;
        const fact = read(value);
        if (fact !== undefined && fact !== null) record[name] = fact;
      }
      return record;
    },
  };
};

const factOf = (field: FieldNode, above: Reading): Fact => {
  const typed = above.types.get(field);
  if (typed === undefined) throw new GraphQLError(`No type is known of ${field.name.value}.`, { nodes: field });
  if (typed.isMasked)
    throw new GraphQLError(`Expected no fact that is masked, got ${field.name.value}.`, { nodes: field });
  const coordinate = `${typed.parent.name}.${field.name.value}`;
  const reading = { ...above, item: above.items.has(coordinate) ? coordinate : above.item };
  if (field.selectionSet === undefined)
    return listed(field, typed.output, scalarOf(typed.output, reading.item), reading);
  const nodes = nodesOf(field.selectionSet);
  if (nodes === null)
    return lasting(field, listed(field, typed.output, recordOf(field.selectionSet, reading), reading));
  const node = recordOf(nodes, reading);
  return lasting(field, {
    type: { kind: 'list', item: reading.item, of: node.type },
    read: (answer) =>
      (answer as { edges: readonly { node: unknown }[] }).edges.flatMap(({ node: each }) =>
        each === null ? [] : [node.read(each)],
      ),
  });
};

const listed = (field: FieldNode, output: GraphQLOutputType, fact: Fact, { item }: Reading): Fact => {
  if (!isList(output)) return fact;
  const first = firstOf(field);
  return {
    type: { kind: 'list', item, of: fact.type },
    read: (answer) => {
      const records = answer as readonly unknown[];
      if (records.length >= first) throw new TruncatedFactsError(nameOf(field), first);
      return records.flatMap((each) => (each === null ? [] : [fact.read(each)]));
    },
  };
};

/** How many records a list is asked for; Infinity where it has no such argument. */
const firstOf = (field: FieldNode): number => {
  const first = field.arguments?.find(({ name }) => name.value === 'first')?.value;
  return first?.kind === Kind.INT ? Number(first.value) : Infinity;
};

const lasting = (field: FieldNode, fact: Fact): Fact => {
  const directive = field.directives?.find(({ name }) => name.value === LASTS);
  if (directive === undefined) return fact;
  const from = directive.arguments?.[0]?.value;
  const { type } = fact;
  if (from?.kind !== Kind.STRING || type.kind !== 'list' || type.of.kind !== 'record')
    throw new GraphQLError(`@${LASTS}(from:) stands on a list of records, with the name of their day.`, {
      nodes: field,
    });
  const day = type.of.fields[from.value];
  if (day?.kind !== 'day') throw new GraphQLError(`Expected ${from.value} to be a day.`, { nodes: field });
  return {
    type: { ...type, of: { ...type.of, fields: { ...type.of.fields, until: day } } },
    read: (answer) => untilNext(fact.read(answer) as readonly Facts[], from.value),
  };
};

/** In order of their days; of several on one day the last that is listed first, as lists begin with the latest. */
const untilNext = (records: readonly Facts[], from: string): readonly Facts[] => {
  const ordered = records.toReversed().sort((a, b) => Number(a[from]) - Number(b[from]));
  return ordered.map((record, index) => {
    const next = ordered[index + 1]?.[from];
    return next === undefined ? record : { ...record, until: next };
  });
};

const scalarOf = (output: GraphQLOutputType, item: string | null): Fact => {
  const named = getNamedType(output);
  if (isCompositeType(named)) throw new GraphQLError(`Expected fields of ${named.name}.`);
  if (isEnumType(named))
    return {
      type: { kind: 'string', item, values: named.getValues().map(({ name }) => name) },
      read: (value) => value,
    };
  const scalar = SCALARS[named.name];
  if (scalar === undefined) throw new GraphQLError(`No fact is made of ${named.name}.`);
  return { type: { kind: scalar.kind, item }, read: scalar.read };
};

const asIs: Read = (value) => value;
const SCALARS: Readonly<Record<string, { kind: ScalarFact['kind']; read: Read }>> = {
  ID: { kind: 'string', read: asIs },
  String: { kind: 'string', read: asIs },
  Boolean: { kind: 'boolean', read: asIs },
  Int: { kind: 'number', read: asIs },
  Float: { kind: 'number', read: asIs },
  Decimal: { kind: 'number', read: Number },
  Date: { kind: 'day', read: (value) => toDay(String(value)) },
  DateTime: { kind: 'day', read: (value) => toDay(civilDay(new Date(String(value)))) },
};
