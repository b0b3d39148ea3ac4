import { isEnumType, isSpecifiedScalarType, type GraphQLLeafType } from 'graphql';

const isWhole = (value: unknown): boolean => Number.isInteger(value) && Math.abs(value as number) < 1e21;

const SPECIFIED_CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  Boolean: (value) => typeof value === 'boolean',
  Int: isWhole,
  Float: (value) => Number.isFinite(value),
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string' || isWhole(value),
};

/** Whether a value of a subgraph's answer may stand for a leaf type; custom scalars take any. */
export const leafCheckOf = (type: GraphQLLeafType): ((value: unknown) => boolean) => {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  const check = isSpecifiedScalarType(type) ? SPECIFIED_CHECKS[type.name] : undefined;
  return check ?? (() => true);
};
