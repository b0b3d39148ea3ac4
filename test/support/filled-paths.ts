import { Kind, parse, type SelectionSetNode } from 'graphql';

const pathsOf = ({ selections }: SelectionSetNode, path: string): string[] =>
  selections.flatMap((field) => {
    if (field.kind !== Kind.FIELD) return [];
    const own = `${path}.${field.name.value}`;
    return [own, ...(field.selectionSet === undefined ? [] : pathsOf(field.selectionSet, own))];
  });

/** Paths that a selection asks for. */
export const selectedPaths = (selection: string): string[] =>
  parse(selection).definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? pathsOf(node.selectionSet, '') : [],
  );

/** Paths that hold something: lists are looked through. */
export const filledPaths = (value: unknown, path = ''): string[] => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => filledPaths(one, path));
  if (typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => filledPaths(inner, `${path}.${name}`))];
};
