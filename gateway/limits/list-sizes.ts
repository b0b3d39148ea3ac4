import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { badInput } from '../../schema/errors.ts';

type Variables = Readonly<Record<string, unknown>>;

/** What an operation costs with given variables, in objects. Throws BAD_USER_INPUT for a page size out of range. */
export type Cost = (variables: Variables) => number;

export const MAX_PAGE = 100;
/** What a list without a page size is taken to hold: children, marriages, annual reports. */
const USUAL_LIST = 5;
const PAGE_ARGUMENTS: ReadonlySet<string> = new Set(['first', 'last']);

type Size = (variables: Variables) => number | null;

const argumentValue = (
  node: FieldNode,
  argument: GraphQLArgument,
  defaults: Variables,
): ((variables: Variables) => unknown) => {
  const given = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
  if (given === undefined) return () => argument.defaultValue;
  if (given.kind !== Kind.VARIABLE) {
    const literal = valueFromASTUntyped(given);
    const isConstant = given.kind !== Kind.LIST && given.kind !== Kind.OBJECT;
    // An explicit null is taken for what is not given, here as by the subgraphs.
    if (literal === null) return () => argument.defaultValue;
    return isConstant ? () => literal : (variables) => valueFromASTUntyped(given, { ...defaults, ...variables });
  }
  const name = given.name.value;
  return (variables) => variables[name] ?? defaults[name] ?? argument.defaultValue;
};

const pageSize = (name: string, value: unknown): number | null => {
  if (typeof value !== 'number') return null;
  if (value >= 0 && value <= MAX_PAGE) return value;
  throw badInput(name, 'RANGE', `${name} must be between 0 and ${MAX_PAGE}, but got: ${value}.`);
};

/** The page size that a field's arguments ask for, or the number of keys that they name; null when they say nothing. */
const sizeByArguments = (node: FieldNode, field: GraphQLField<unknown, unknown>, defaults: Variables): Size => {
  const pages = field.args
    .filter(({ name }) => PAGE_ARGUMENTS.has(name))
    .map((argument) => [argument.name, argumentValue(node, argument, defaults)] as const);
  const keys = isListType(getNullableType(field.type))
    ? field.args
        .filter(({ type }) => isListType(getNullableType(type)))
        .map((argument) => argumentValue(node, argument, defaults))
    : [];
  return (variables) => {
    let size: number | null = null;
    for (const [name, value] of pages) size = Math.max(size ?? 0, pageSize(name, value(variables)) ?? 0);
    for (const value of keys) {
      const list = value(variables);
      if (Array.isArray(list)) size = Math.max(size ?? 0, list.length);
    }
    return size;
  };
};

/** Compiles what an operation may fetch. `fragments` are free of cycles and the document is valid. */
export const compileCost = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Cost => {
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );
  /** The cost of a set below one object; `page` is the page size that a connection around it was asked for. */
  type SetCost = (variables: Variables, page: number | null) => number;

  const ofField = (node: FieldNode, parent: GraphQLNamedType): SetCost | null => {
    const field =
      'getFields' in parent
        ? (parent.getFields() as Record<string, GraphQLField<unknown, unknown>>)[node.name.value]
        : undefined;
    if (field === undefined) return null;
    const size = sizeByArguments(node, field, defaults);
    const type = getNamedType(field.type);
    const isList = isListType(getNullableType(field.type));
    if (!isCompositeType(type) || node.selectionSet === undefined) {
      return field.args.length === 0 ? null : (variables) => (size(variables), 0);
    }
    const below = ofSet(node.selectionSet, type);
    return (variables, page) => {
      const asked = size(variables);
      if (!isList) return 1 + below(variables, asked);
      return (asked ?? page ?? USUAL_LIST) * (1 + below(variables, null));
    };
  };

  const ofSet = (set: SelectionSetNode, parent: GraphQLNamedType): SetCost => {
    const parts = set.selections.flatMap((selection): SetCost[] => {
      if (selection.kind === Kind.FIELD) {
        const cost = ofField(selection, parent);
        return cost === null ? [] : [cost];
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition?.name.value;
      const type = condition === undefined ? parent : schema.getType(condition);
      return fragment === undefined || type === undefined ? [] : [ofSet(fragment.selectionSet, type)];
    });
    return (variables, page) => parts.reduce((sum, part) => sum + part(variables, page), 0);
  };

  const root = schema.getRootType(operation.operation);
  if (!root) return () => 0;
  const cost = ofSet(operation.selectionSet, root);
  return (variables) => cost(variables, null);
};
