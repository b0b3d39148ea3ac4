import {
  Kind,
  parse,
  type DefinitionNode,
  type DirectiveNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';

export const MASKS = ['NAME', 'ID_NUMBER', 'PHONE', 'EMAIL', 'ADDRESS', 'ACCOUNT'] as const;
export type Mask = (typeof MASKS)[number];

export const SENSITIVITIES = ['HEALTH', 'MINOR', 'FINANCE', 'CREDIT', 'BIOMETRIC', 'BELIEF'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** What the contract itself says of an item, by `@item` and its description. */
export interface ContractItem {
  /** Schema coordinate, e.g. `Citizen.phone`. */
  coordinate: string;
  description: string;
  mask: Mask | null;
  sensitive: Sensitivity | null;
}

export interface ContractItems {
  items: readonly ContractItem[];
  /** Coordinates of entity fields, keys and `@public` entities aside, that carry no `@item`: each is a fault. */
  uncatalogued: readonly string[];
}

/** Reads the items of several SDLs, in the order of their text. */
export function readContractItems(sdls: readonly string[]): ContractItems {
  const fields = sdls.flatMap((sdl) =>
    parse(sdl).definitions.flatMap((node) => (isObject(node) ? fieldsOf(node) : [])),
  );
  return {
    items: fields.flatMap(({ coordinate, field, item }) =>
      item === undefined ? [] : [toItem(coordinate, field, item)],
    ),
    uncatalogued: fields.flatMap(({ coordinate, item, mustHaveItem }) =>
      item === undefined && mustHaveItem ? [coordinate] : [],
    ),
  };
}

const isObject = (node: DefinitionNode): node is ObjectTypeDefinitionNode | ObjectTypeExtensionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;

function fieldsOf(type: ObjectTypeDefinitionNode | ObjectTypeExtensionNode) {
  const keys = (type.directives ?? [])
    .filter(({ name }) => name.value === 'key')
    .flatMap((key) => (argument(key, 'fields') ?? '').split(/\W+/u));
  const isEntityOfSomebody = keys.length > 0 && type.directives?.some(({ name }) => name.value === 'public') !== true;
  return (type.fields ?? []).map((field) => ({
    coordinate: `${type.name.value}.${field.name.value}`,
    field,
    item: directive(field, 'item'),
    mustHaveItem: isEntityOfSomebody && !keys.includes(field.name.value) && directive(field, 'external') === undefined,
  }));
}

const toItem = (coordinate: string, field: FieldDefinitionNode, item: DirectiveNode): ContractItem => ({
  coordinate,
  description: field.description?.value ?? '',
  mask: MASKS.find((mask) => mask === argument(item, 'mask')) ?? null,
  sensitive: SENSITIVITIES.find((sensitivity) => sensitivity === argument(item, 'sensitive')) ?? null,
});

const directive = (field: FieldDefinitionNode, name: string): DirectiveNode | undefined =>
  field.directives?.find((node) => node.name.value === name);

function argument(node: DirectiveNode, name: string): string | undefined {
  const value = node.arguments?.find((candidate) => candidate.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
