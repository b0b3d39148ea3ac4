import {
  getNullableType,
  isListType,
  Kind,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';

/** What the schema says of a field of a document. */
export interface Typed {
  readonly output: GraphQLOutputType;
  readonly parent: GraphQLCompositeType;
  /** Whether it is shown whole only where that is asked for. */
  readonly isMasked: boolean;
}

export const isList = (output: GraphQLOutputType): boolean => isListType(getNullableType(output));

/** Fields of a selection, those of inline fragments on a union's members beside the others. */
export const fieldsOf = (set: SelectionSetNode): FieldNode[] =>
  set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsOf(selection.selectionSet) : [];
  });

/** Under which name it is answered. */
export const nameOf = (field: FieldNode): string => (field.alias ?? field.name).value;

/** What a connection selects of its nodes; null for what is none. */
export const nodesOf = (set: SelectionSetNode): SelectionSetNode | null => {
  const edges = fieldsOf(set).find(({ name }) => name.value === 'edges');
  const node = edges?.selectionSet && fieldsOf(edges.selectionSet).find(({ name }) => name.value === 'node');
  return node?.selectionSet ?? null;
};
