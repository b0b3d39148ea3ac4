import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** What a client sees. */
export const api: GraphQLSchema = buildSchema(
  readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'),
);

/** Types that are asked for by themselves; below others they are named by their key. */
const KEYS: Readonly<Record<string, string>> = {
  Citizen: 'id',
  Enterprise: 'uscc',
  Service: 'code',
  Tag: 'code',
  Licence: 'id',
  Application: 'id',
};

/** An object named by its key, as found in an answer. */
export interface Named {
  type: string;
  key: string;
}

/** A document, and the fields of objects that its answer may fill. */
export interface Question {
  document: string;
  coordinates: readonly string[];
  /** Whether its answer may name objects that are asked for by themselves. */
  names: boolean;
}

interface Asked {
  text: string;
  coordinates: readonly string[];
}

const argumentsOf = (field: GraphQLField<unknown, unknown>): string =>
  field.args.some(({ name }) => name === 'reveal') ? '(reveal: true)' : '';

const join = (parts: readonly Asked[]): Asked => ({
  text: parts.map(({ text }) => text).join(' '),
  coordinates: parts.flatMap(({ coordinates }) => coordinates),
});

const below = (type: GraphQLNamedType, path: readonly string[]): Asked => {
  if (isUnionType(type)) {
    const members = type.getTypes().map((one) => ({ ...below(one, path), name: one.name }));
    const { text, coordinates } = join(
      members.map((one) => ({ text: `... on ${one.name} ${one.text}`, coordinates: one.coordinates })),
    );
    return { text: `{ __typename ${text} }`, coordinates };
  }
  if (isLeafType(type) || !isObjectType(type)) return { text: '', coordinates: [] };
  const key = KEYS[type.name];
  if (key !== undefined) return { text: `{ __typename ${key} }`, coordinates: [] };
  const { text, coordinates } = join(fieldsOf(type, path));
  return { text: `{ __typename ${text} }`, coordinates };
};

/** Each field of a type with everything below it; what leads back to where it came from is left out. */
const fieldsOf = (type: GraphQLObjectType, path: readonly string[]): Asked[] =>
  Object.values(type.getFields()).flatMap((field) => {
    const of = getNamedType(field.type);
    const leadsBack = path.includes(of.name) || of.name === type.name;
    if (field.args.some(isRequiredArgument) || (leadsBack && !(of.name in KEYS))) return [];
    const { text, coordinates } = below(of, [...path, type.name]);
    return {
      text: `${field.name}${argumentsOf(field)} ${text}`,
      coordinates: [`${type.name}.${field.name}`, ...coordinates],
    };
  });

/** One question for each field of a type, below a root such as `me` or `licence(id: "…")`. */
export const questionsOf = (typeName: string, root: string): Question[] => {
  const type = api.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no object type of the contract.`);
  return fieldsOf(type, []).map(({ text, coordinates }) => ({
    document: `{ ${root} { __typename ${text} } }`,
    coordinates,
    names: Object.values(KEYS).some((key) => text.includes(`{ __typename ${key} }`)),
  }));
};

/** All below a root field with its arguments. */
export const documentOf = (root: string): string => {
  const name = /^\w+/.exec(root)?.[0] ?? '';
  const field = api.getQueryType()?.getFields()[name];
  if (field === undefined) throw new Error(`The contract has no root field ${name}.`);
  return `{ ${root} ${below(getNamedType(field.type), ['Query']).text} }`;
};

/** Coordinates of all fields of objects that a query can lead to. */
export const coordinates = (): string[] => {
  const operations = new Set([api.getQueryType()?.name, api.getMutationType()?.name]);
  return Object.values(api.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__') && !operations.has(type.name)
      ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
      : [],
  );
};

/** Walks an answer: calls `onFilled` for each field that holds something, and `onNamed` for each object with a key. */
export const walk = (value: unknown, onFilled: (coordinate: string) => void, onNamed: (named: Named) => void): void => {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, onFilled, onNamed);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const type = Reflect.get(value, '__typename') as unknown;
  for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
    const holds = inner !== null && !(Array.isArray(inner) && inner.length === 0);
    if (typeof type === 'string' && name !== '__typename' && holds) onFilled(`${type}.${name}`);
    walk(inner, onFilled, onNamed);
  }
  const key = typeof type === 'string' ? KEYS[type] : undefined;
  const named = key === undefined ? undefined : (Reflect.get(value, key) as unknown);
  if (typeof type === 'string' && typeof named === 'string') onNamed({ type, key: named });
};

/** The root field that asks for what is named. */
export const rootOf = ({ type, key }: Named): string | null => {
  if (type === 'Citizen') return null;
  return `${type[0]?.toLowerCase() ?? ''}${type.slice(1)}(${KEYS[type] ?? 'id'}: ${JSON.stringify(key)})`;
};
