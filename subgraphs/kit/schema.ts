import { buildSubgraphSchema } from '@apollo/subgraph';
import { isObjectType, parse, type GraphQLFieldResolver, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { allow, applyMiddlewareToDeclaredResolvers, deny, shield } from './access/shield.ts';
import type { Catalogue } from '../../schema/catalogue/catalogue.ts';
import { AppError, unauthenticated } from '../../schema/errors.ts';
import { createAdmission, gateSchema, type EntityGate, type GatedContext } from './access/gate.ts';

/** Resolvers by type and field, as the generated types describe them per subgraph. */
export type ResolverMap = Readonly<Record<string, object | GraphQLScalarType>>;

export interface SchemaParts<C extends GatedContext> {
  /** common.graphql and the subgraph's own text. */
  sdl: string;
  resolvers: ResolverMap;
  /** graphql-shield rules for the fields of Query and Mutation; what is not named is denied. */
  permissions: { Query?: object; Mutation?: object };
  entities: Readonly<Record<string, EntityGate<C>>>;
  catalogue: Catalogue;
}

type IRules = Parameters<typeof shield>[0];
type SubgraphModule = Parameters<typeof buildSubgraphSchema>[0] extends infer M
  ? M extends readonly (infer One)[]
    ? One
    : never
  : never;

type ReferenceResolver = (reference: Readonly<Record<string, unknown>>, context: GatedContext) => unknown;

/**
 * `me` gives the key without I/O and never fails for a citizen: whether the person exists was settled at sign-in. Nobody
 * else is a `me`.
 */
const resolveMe: GraphQLFieldResolver<unknown, GatedContext> = (_root, _args, { access: { viewer } }) => {
  if (viewer.role === 'public') throw unauthenticated();
  return viewer.role === 'citizen' ? { id: viewer.subject } : null;
};

/** A reference enters by the same gate as every other door; without a resolver of its own it is its key alone. */
const gateReferences = <C extends GatedContext>(parts: SchemaParts<C>): ResolverMap => {
  const admit = createAdmission(parts);
  const gated = Object.entries(parts.entities).map(([type, { key }]): [string, object] => {
    const own = (parts.resolvers[type] ?? {}) as { __resolveReference?: ReferenceResolver };
    const resolve = own.__resolveReference;
    const reference: ReferenceResolver = (named, context) => {
      const admitted = admit(context.access, type, { __typename: type, [key]: named[key] });
      if (resolve === undefined) return admitted;
      return Promise.resolve(admitted).then((record) =>
        record instanceof Error
          ? record
          : resolve({ ...named, [key]: Reflect.get(record as object, key) as unknown }, context),
      );
    };
    return [type, { ...own, __resolveReference: reference }];
  });
  return Object.fromEntries(gated);
};

const withMe = (resolvers: ResolverMap): ResolverMap => ({
  ...resolvers,
  Query: Object.assign({ me: resolveMe }, resolvers['Query']),
});

/** Everything outside the roots is left to the gates; `_entities` and `_service` are checked inside. */
const ruleTree = (schema: GraphQLSchema, permissions: SchemaParts<GatedContext>['permissions']): IRules => {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  return {
    ...Object.fromEntries(types.map(({ name }) => [name, { '*': allow }])),
    Query: { '*': deny, _entities: allow, _service: allow, me: allow, ...permissions.Query },
    ...(schema.getMutationType() ? { Mutation: { '*': deny, ...permissions.Mutation } } : {}),
  };
};

/** Builds a subgraph's executable schema with root rules (graphql-shield) and the kit's gates in it. */
export const createGatedSchema = <C extends GatedContext>(parts: SchemaParts<C>): GraphQLSchema => {
  const resolvers = { ...withMe(parts.resolvers), ...gateReferences(parts) };
  const schema = buildSubgraphSchema([{ typeDefs: parse(parts.sdl), resolvers } as SubgraphModule]);
  const ruled = applyMiddlewareToDeclaredResolvers(
    schema,
    shield(ruleTree(schema, parts.permissions), {
      allowExternalErrors: true,
      fallbackRule: deny,
      fallbackError: new AppError('FORBIDDEN', 'Nobody may call this field.'),
    }),
  );
  gateSchema(ruled, parts);
  return ruled;
};
