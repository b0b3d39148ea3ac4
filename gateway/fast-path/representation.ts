import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import type { PlanSelection } from '../apollo-types.ts';
import { isJsonObject, merge, type JsonObject } from './merge.ts';

/** Picks what a fetch `@requires` of an entity; null when the entity lacks some of it. */
export type Pick = (source: JsonObject) => JsonObject | null;

const isOfType = (schema: GraphQLSchema, source: JsonObject, condition: string): boolean => {
  const typename = source['__typename'];
  if (typename === condition) return true;
  const type = typeof typename === 'string' ? schema.getType(typename) : undefined;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
};

const pickBelow = (value: unknown, pick: Pick): unknown => {
  if (Array.isArray(value)) return value.map((item) => (isJsonObject(item) ? pick(item) : null));
  return isJsonObject(value) ? pick(value) : null;
};

/** Compiles the `requires` of a fetch node; `schema` is the supergraph's. */
export const compileRequires = (selections: readonly PlanSelection[], schema: GraphQLSchema): Pick => {
  const steps = selections.map((selection): ((source: JsonObject, picked: JsonObject) => boolean) => {
    if (selection.kind === 'InlineFragment') {
      const { typeCondition } = selection;
      if (typeCondition === undefined) return () => true;
      const pick = compileRequires(selection.selections, schema);
      return (source, picked) => {
        const part = isOfType(schema, source, typeCondition) ? pick(source) : null;
        if (part !== null) merge(picked, part);
        return true;
      };
    }
    const key = selection.alias ?? selection.name;
    const pick = selection.selections === undefined ? null : compileRequires(selection.selections, schema);
    return (source, picked) => {
      const value = source[key];
      if (value === undefined) return false;
      picked[key] = pick === null ? value : pickBelow(value, pick);
      return true;
    };
  });
  return (source) => {
    const picked: JsonObject = {};
    return steps.every((step) => step(source, picked)) ? picked : null;
  };
};
