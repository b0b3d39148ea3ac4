import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError } from 'graphql';
import type { OperationContext } from '../../gateway/operation-context.ts';
import type { Viewer } from '../../schema/viewer.ts';
import { federate, type Federation, type TestSubgraph } from '../support/federation.ts';

export const CITIZEN = 'c1_AAAAAAAAAAAAAAAAAAAAAA';

const person = (id: string) => ({ id });
const viewerOf = (context: unknown): Viewer => (context as OperationContext).viewer;
const citizenOf = (_: unknown, _args: unknown, context: unknown) => {
  const { subject } = viewerOf(context);
  return subject === null ? null : person(subject);
};
const reference = { __resolveReference: ({ id }: { id: string }) => person(id) };

const subgraphs: Record<string, TestSubgraph> = {
  personal: {
    sdl: `scalar Date input Period { from: Date }
      type Query { me: Citizen @shareable citizen(id: ID!, during: Period): Citizen citizens(ids: [ID!]!): [Citizen]! secret: String coded: String
        citizensByIdNumber(idNumbers: [String!]!): [Citizen]! }
      type Mutation { setContact(phone: String): Citizen }
      type Citizen @key(fields: "id") { id: ID! name: String phone: String children: [Citizen] }`,
    resolvers: {
      Query: {
        me: citizenOf,
        citizen: (_: unknown, { id }: { id: string }) => person(id),
        citizens: (_: unknown, { ids }: { ids: string[] }) => ids.map(person),
        secret: () => {
          throw new Error('pg: password=hunter2');
        },
        coded: () => {
          throw new GraphQLError('Not yours.', {
            extensions: { code: 'FORBIDDEN', missing: 'purpose', stack: 'at pg' },
          });
        },
        citizensByIdNumber: (_: unknown, { idNumbers }: { idNumbers: string[] }, context: unknown) =>
          idNumbers.map((number) =>
            viewerOf(context).role === 'system' && number === '310104198809210222' ? person(CITIZEN) : null,
          ),
      },
      Mutation: { setContact: citizenOf },
      Citizen: { ...reference, name: () => '林晓梅', phone: () => '138****5678', children: () => [person('c1_B')] },
    },
  },
  enterprises: {
    sdl: `type Query { me: Citizen @shareable enterprises(first: Int = 20): Connection }
      type Connection { edges: [Edge!]! } type Edge { node: Enterprise } type Enterprise @key(fields: "uscc") { uscc: ID! name: String }
      type Citizen @key(fields: "id") { id: ID! enterprises(first: Int = 20): [Enterprise] employer: String }`,
    resolvers: {
      Query: { me: citizenOf, enterprises: () => ({ edges: [{ node: { uscc: '1', name: '明梅' } }] }) },
      Citizen: { ...reference, enterprises: () => [{ uscc: '1', name: '明梅' }], employer: () => '志强' },
    },
  },
  governance: {
    sdl: `type Query { me: Citizen @shareable sources: [String!] } type Citizen @key(fields: "id") { id: ID! readings: Int objections: [String!] }`,
    resolvers: {
      Query: { me: citizenOf, sources: () => ['personal.citizens'] },
      Citizen: { ...reference, readings: () => 3, objections: () => [] },
    },
  },
};

/** Three registries of one field or two each, for tests of what stands before them. */
export const createSmallGraph = (): Federation => federate(subgraphs);

export const SUBGRAPHS = ['personal', 'enterprises', 'governance'] as const;

export const later = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

/** A data source whose answers a test changes. */
export const changed = (
  source: GraphQLDataSource,
  change: (answer: () => ReturnType<GraphQLDataSource['process']>) => ReturnType<GraphQLDataSource['process']>,
): GraphQLDataSource => ({ process: (options) => change(() => source.process(options)) });
