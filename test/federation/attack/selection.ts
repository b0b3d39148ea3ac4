import type { Contract, ContractField, ContractType } from './contract.ts';

/** One field of a generated document. */
export interface SelectedField {
  alias: string;
  field: ContractField;
  coordinate: string;
  reveal: boolean;
  /** Selections by type name: one for an object, several for a union; null for a leaf. */
  inner: ReadonlyMap<string, Selection> | null;
}

/** What is asked of one object type. */
export interface Selection {
  type: ContractType;
  fields: readonly SelectedField[];
}

/** `plain`: every field; `reveal`: masked fields, asked for whole, and what leads to them. */
export type Asking = 'plain' | 'reveal';

const getType = (contract: Contract, name: string): ContractType | undefined => contract.types.get(name);

/** Everything that can be asked of a type; entities below it to `depth`, and by their key alone beyond. */
export const selectAll = (contract: Contract, typeName: string, asking: Asking, depth: number): Selection => {
  const type = getType(contract, typeName);
  if (type === undefined) throw new Error(`The contract has no type ${typeName}.`);
  const asked = type.fields.filter(({ needsArguments }) => !needsArguments);
  const fields = asked.flatMap((field): SelectedField[] => {
    const selected = { alias: field.name, field, coordinate: `${type.name}.${field.name}`, reveal: false, inner: null };
    if (field.hasReveal && asking === 'reveal') {
      return [{ ...selected, reveal: true, inner: innerOf(contract, field, 'plain', depth) }];
    }
    if (field.name === type.key) return [selected];
    const inner = innerOf(contract, field, asking, depth);
    if (asking === 'plain') return [{ ...selected, inner }];
    const leads = inner !== null && [...inner.values()].some((selection) => leadsToReveal(selection));
    return leads ? [{ ...selected, inner }] : [];
  });
  return { type, fields };
};

/** Whether something below may be asked for whole. */
export const leadsToReveal = ({ fields }: Selection): boolean =>
  fields.some(
    ({ reveal, inner }) => reveal || (inner !== null && [...inner.values()].some((below) => leadsToReveal(below))),
  );

const innerOf = (
  contract: Contract,
  field: ContractField,
  asking: Asking,
  depth: number,
): ReadonlyMap<string, Selection> | null => {
  const names = contract.unions.get(field.type) ?? (contract.types.has(field.type) ? [field.type] : []);
  if (names.length === 0) return null;
  return new Map(
    names.map((name) => {
      const type = getType(contract, name);
      if (type?.isPublic === true) return [name, selectLeaves(contract, name)];
      const isEntity = type?.key !== null && type !== undefined;
      if (isEntity && depth === 0) return [name, selectKey(contract, name)];
      return [name, selectAll(contract, name, asking, isEntity ? depth - 1 : depth)];
    }),
  );
};

/** What an entity that is nobody's says of itself, without what it leads to, which may be its like. */
const selectLeaves = (contract: Contract, typeName: string): Selection =>
  selectFields(
    contract,
    typeName,
    ({ type, needsArguments }) => !needsArguments && !contract.types.has(type) && !contract.unions.has(type),
  );

const selectFields = (contract: Contract, typeName: string, isAsked: (field: ContractField) => boolean): Selection => {
  const type = getType(contract, typeName);
  if (type === undefined) throw new Error(`The contract has no type ${typeName}.`);
  return {
    type,
    fields: type.fields.filter(isAsked).map((field) => ({
      alias: field.name,
      field,
      coordinate: `${type.name}.${field.name}`,
      reveal: false,
      inner: null,
    })),
  };
};

/** An entity's key, and no more. */
export const selectKey = (contract: Contract, typeName: string): Selection =>
  selectFields(contract, typeName, ({ name }) => name === getType(contract, typeName)?.key);

/** GraphQL text; `__typename` stands first in every object. */
export const render = ({ fields }: Selection): string => `{ __typename ${fields.map(renderField).join(' ')} }`;

const renderField = ({ alias, field, reveal, inner }: SelectedField): string => {
  const name = `${alias === field.name ? '' : `${alias}: `}${field.name}${reveal ? '(reveal: true)' : ''}`;
  if (inner === null) return name;
  const [only, ...more] = [...inner];
  if (only !== undefined && more.length === 0) return `${name} ${render(only[1])}`;
  return `${name} { __typename ${[...inner].map(([type, below]) => `... on ${type} ${render(below)}`).join(' ')} }`;
};
