import {
  Kind,
  OperationTypeNode,
  parse,
  valueFromASTUntyped,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';

/** A field of a subgraph operation, with the fields below it that `typename` would have. */
export interface SelectedField {
  /** The key in the answer. */
  key: string;
  name: string;
  below: (typename: string) => SelectedField[];
}

type Variables = Readonly<Record<string, unknown>>;
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const parsed = (max: number) => {
  const documents = new LRUCache<string, DocumentNode>({ max });
  return (query: string): DocumentNode => {
    let document = documents.get(query);
    if (document === undefined) documents.set(query, (document = parse(query, { noLocation: true })));
    return document;
  };
};

const isLeftOut = (selection: SelectionNode, variables: Variables): boolean =>
  (selection.directives ?? []).some((directive) => {
    const condition = directive.arguments?.find((argument) => argument.name.value === 'if');
    if (condition === undefined) return false;
    const holds = valueFromASTUntyped(condition.value, variables) === true;
    return directive.name.value === 'skip' ? holds : directive.name.value === 'include' && !holds;
  });

const select = (
  sets: readonly (SelectionSetNode | undefined)[],
  typename: string,
  variables: Variables,
  fragments: Fragments,
): SelectedField[] => {
  const fields = new Map<string, { name: string; sets: (SelectionSetNode | undefined)[] }>();
  const visit = (set: SelectionSetNode | undefined) => {
    for (const selection of set?.selections ?? []) {
      if (isLeftOut(selection, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const field = fields.get(key);
        if (field === undefined) fields.set(key, { name: selection.name.value, sets: [selection.selectionSet] });
        else field.sets.push(selection.selectionSet);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition?.name.value;
      if (condition === undefined || condition === typename) visit(fragment?.selectionSet);
    }
  };
  sets.forEach(visit);
  return [...fields].map(([key, field]) => ({
    key,
    name: field.name,
    below: (type) => select(field.sets, type, variables, fragments),
  }));
};

/** Reads which roots a planned operation asks of its subgraph; parsed once per text. */
export const createRootReader = (max = 1_000) => {
  const parseOnce = parsed(max);
  return (query: string, variables: Variables): SelectedField[] => {
    const { definitions } = parseOnce(query);
    const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const fragments = new Map(
      definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
    return select(
      [operation?.selectionSet],
      operation?.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query',
      variables,
      fragments,
    );
  };
};
