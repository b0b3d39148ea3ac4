import {
  GraphQLError,
  Kind,
  parse,
  print,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { fieldsOf, isList, nameOf, nodesOf, type Typed } from './selection.ts';

/** A list of which there may be more pages. */
export interface FactConnection {
  /** Names from the subject to it. */
  readonly path: readonly string[];
  /** Asks for the page after `$after` of it, and for nothing else. */
  readonly query: string;
}

/** All connections of a document whose subjects have this selection. Throws a GraphQLError for one that has no pages to ask for. */
export const findConnections = (
  document: DocumentNode,
  set: SelectionSetNode,
  types: ReadonlyMap<FieldNode, Typed>,
): readonly FactConnection[] =>
  findWays(set, types, [], null).map((way) => {
    const path = way.map(nameOf);
    return { path, query: print(toPageQuery(document, path)) };
  });

/** The ways to them; one below a list could not be asked for by the page. */
const findWays = (
  set: SelectionSetNode,
  types: ReadonlyMap<FieldNode, Typed>,
  way: readonly FieldNode[],
  list: FieldNode | null,
): (readonly FieldNode[])[] =>
  fieldsOf(set).flatMap((field) => {
    if (field.selectionSet === undefined) return [];
    const here = [...way, field];
    const nodes = nodesOf(field.selectionSet);
    if (nodes !== null && list !== null)
      throw new GraphQLError(`Expected no list with pages below ${nameOf(list)}, got ${nameOf(field)}.`, {
        nodes: field,
      });
    if (nodes !== null && !hasPageInfo(field.selectionSet))
      throw new GraphQLError(`Expected pageInfo { hasNextPage endCursor } of ${nameOf(field)}.`, { nodes: field });
    const output = types.get(field)?.output;
    const isMany = nodes !== null || (output !== undefined && isList(output));
    return [
      ...(nodes === null ? [] : [here]),
      ...findWays(nodes ?? field.selectionSet, types, here, isMany ? field : list),
    ];
  });

const hasPageInfo = (set: SelectionSetNode): boolean => {
  const page = fieldsOf(set).find(({ name }) => name.value === 'pageInfo')?.selectionSet;
  const names = page === undefined ? [] : fieldsOf(page).map(({ name }) => name.value);
  return names.includes('hasNextPage') && names.includes('endCursor');
};

/** The document with the way to one connection alone, from a cursor on. */
const toPageQuery = (document: DocumentNode, path: readonly string[]): DocumentNode =>
  visit(document, {
    OperationDefinition: (operation) => ({
      ...operation,
      variableDefinitions: [...(operation.variableDefinitions ?? []), ...AFTER_VARIABLE],
      selectionSet: onlyWay(operation.selectionSet, [null, ...path]),
    }),
  });

/** `null` in a way is whatever stands there. */
const onlyWay = (set: SelectionSetNode, [next, ...way]: readonly (string | null)[]): SelectionSetNode => ({
  ...set,
  selections: fieldsOf(set)
    .filter((field) => next === null || nameOf(field) === next)
    .map((field) => {
      if (way.length === 0) return { ...field, arguments: [...(field.arguments ?? []), AFTER_ARGUMENT] };
      return field.selectionSet === undefined ? field : { ...field, selectionSet: onlyWay(field.selectionSet, way) };
    }),
});

const AFTER_VARIABLE = (parse('query ($after: String!) { x }').definitions[0] as OperationDefinitionNode)
  .variableDefinitions as readonly VariableDefinitionNode[];
const AFTER_ARGUMENT: ArgumentNode = {
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: 'after' },
  value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: 'after' } },
};
