import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type ConstDirectiveNode, type FieldDefinitionNode, type TypeNode } from 'graphql';

/** A field as the contract's text has it; read here anew, so that nothing is shared with what is tested. */
export interface ContractField {
  name: string;
  type: string;
  isList: boolean;
  /** Carries `@item`. */
  isItem: boolean;
  mask: string | null;
  hasReveal: boolean;
  /** Cannot be asked for without arguments. */
  needsArguments: boolean;
  arguments: readonly { name: string; type: string; isList: boolean }[];
}

export interface ContractType {
  name: string;
  /** The key field of an entity that is somebody's, else null. */
  key: string | null;
  /** Carries `@public`: says nothing of anybody. */
  isPublic: boolean;
  fields: readonly ContractField[];
}

export interface Contract {
  /** Object types by name. */
  types: ReadonlyMap<string, ContractType>;
  unions: ReadonlyMap<string, readonly string[]>;
  /** Coordinates of every item, in the order of the text. */
  items: readonly string[];
}

const SCHEMA = join(import.meta.dirname, '../../../schema');

const named = (type: TypeNode): { name: string; isList: boolean } => {
  if (type.kind === Kind.NAMED_TYPE) return { name: type.name.value, isList: false };
  return { ...named(type.type), ...(type.kind === Kind.LIST_TYPE ? { isList: true } : {}) };
};

const argumentOf = (directive: ConstDirectiveNode | undefined, name: string): string | null => {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value !== undefined && 'value' in value ? String(value.value) : null;
};

const toField = (node: FieldDefinitionNode): ContractField => {
  const item = node.directives?.find(({ name }) => name.value === 'item');
  const { name: type, isList } = named(node.type);
  return {
    name: node.name.value,
    type,
    isList,
    isItem: item !== undefined,
    mask: argumentOf(item, 'mask'),
    hasReveal: node.arguments?.some(({ name }) => name.value === 'reveal') ?? false,
    needsArguments:
      node.arguments?.some(
        ({ type: of, defaultValue }) => of.kind === Kind.NON_NULL_TYPE && defaultValue === undefined,
      ) ?? false,
    arguments: (node.arguments ?? []).map((argument) => {
      const { name: of, isList: many } = named(argument.type);
      return { name: argument.name.value, type: of, isList: many };
    }),
  };
};

/** One subgraph's contract, by the text of `schema/<name>.graphql` and what is common to all. */
export const readContract = (subgraph: string): Contract =>
  toContract(['common', subgraph].map((file) => readFileSync(join(SCHEMA, `${file}.graphql`), 'utf8')).join('\n'));

export const toContract = (text: string): Contract => {
  const { definitions } = parse(text);
  const types = definitions.flatMap((node): ContractType[] => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const key = node.directives?.find(({ name }) => name.value === 'key');
    const isStub = argumentOf(key, 'resolvable') === 'false';
    const isPublic = node.directives?.some(({ name }) => name.value === 'public') ?? false;
    return [
      {
        name: node.name.value,
        key: isStub || isPublic ? null : argumentOf(key, 'fields'),
        isPublic,
        fields: (node.fields ?? []).map(toField),
      },
    ];
  });
  return {
    types: new Map(types.map((type) => [type.name, type])),
    unions: new Map(
      definitions.flatMap((node) =>
        node.kind === Kind.UNION_TYPE_DEFINITION
          ? [[node.name.value, (node.types ?? []).map(({ name }) => name.value)] as const]
          : [],
      ),
    ),
    items: types.flatMap(({ name, fields }) =>
      fields.flatMap((field) => (field.isItem ? [`${name}.${field.name}`] : [])),
    ),
  };
};
