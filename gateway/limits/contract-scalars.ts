import { isScalarType, type GraphQLSchema } from 'graphql';
import { scalars } from '../../schema/scalars.ts';

/**
 * A schema that is read from SDL takes anything for a scalar of the contract. With this, a malformed day or amount is
 * refused before any subgraph is asked. Changes the schema in place, since Apollo Gateway holds the same.
 */
export const adoptScalars = (schema: GraphQLSchema): void => {
  for (const { name, parseValue, parseLiteral } of Object.values(scalars)) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
};
