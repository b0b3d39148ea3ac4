import { GraphQLError } from 'graphql';
import type { TestSubgraph } from '../../support/federation.ts';

export interface Scenario {
  subgraphs: Record<string, TestSubgraph>;
  operations: { query: string; variables?: Record<string, unknown>; operationName?: string; stockOnly?: boolean }[];
}

const products = [
  { __typename: 'Book', id: '1', title: 'Zhuangzi', price: 3, weight: 2, tags: ['old', null] },
  { __typename: 'Film', id: '2', title: 'Suzhou River', price: 5, weight: 0, tags: [] },
  { __typename: 'Book', id: '3', title: null, price: 7, weight: 4, tags: null },
];
const byId = ({ id }: { id: string }) => products.find((product) => product.id === id) ?? null;
const authors: Record<string, { __typename: 'Author'; id: string; name: string }> = {
  a: { __typename: 'Author', id: 'a', name: 'Zhuang' },
  b: { __typename: 'Author', id: 'b', name: 'Lou' },
};

/** Small federations, each for one thing that a query plan can hold. */
export const scenarios: Record<string, Scenario> = {
  'entities in lists, @requires and aliases': {
    subgraphs: {
      catalogue: {
        sdl: `type Query { books: [Book] book(id: ID!): Book @shareable nothing: [Book!] }
          type Book @key(fields: "id") { id: ID! title: String price: Int weight: Int size: Size }
          type Size { width: Int height: Int }`,
        resolvers: {
          Query: {
            books: () => [products[0], null, products[2]],
            book: (_: unknown, args: { id: string }) => byId(args),
            nothing: () => null,
          },
          Book: {
            __resolveReference: byId,
            size: ({ id }: { id: string }) => (id === '3' ? null : { width: 1, height: 2 }),
          },
        },
      },
      shipping: {
        sdl: `type Query { parcels: Int }
          type Book @key(fields: "id") { id: ID! price: Int @external weight: Int @external size: Size @external
            postage: Int @requires(fields: "price weight") volume: Int @requires(fields: "size { width height }") }
          type Size { width: Int @external height: Int @external }`,
        resolvers: {
          Query: { parcels: () => 9 },
          Book: {
            postage: ({ price, weight }: { price: number; weight: number }) => price * weight,
            volume: ({ size }: { size: { width: number; height: number } | null }) =>
              size ? size.width * size.height : null,
          },
        },
      },
      reviews: {
        sdl: `type Book @key(fields: "id") { id: ID! reviews: [Review!] stars(scale: Int = 5): Float }
          type Review { text: String book: Book author: Author }
          type Author @key(fields: "id") { id: ID! name: String }`,
        resolvers: {
          Book: {
            reviews: ({ id }: { id: string }) =>
              id === '1' ? [{ text: 'good', book: { id: '3' }, author: authors['a'] }] : [],
            stars: (_: unknown, { scale }: { scale: number }) => scale / 2,
          },
        },
      },
    },
    operations: [
      { query: '{ books { id title } }' },
      {
        query:
          '{ books { title stars postage volume reviews { text book { title postage author: id } author { name } } } parcels nothing { id } }',
      },
      {
        query:
          '{ a: book(id: "1") { t: title p: postage x: stars y: stars(scale: 10) } b: book(id: "nobody") { title stars } __typename }',
      },
      {
        query:
          'query Q($id: ID!, $scale: Int = 4, $with: Boolean = true, $without: Boolean!) { book(id: $id) { __typename stars(scale: $scale) title @include(if: $with) postage @skip(if: $without) ...R @include(if: $with) } parcels @skip(if: $without) } fragment R on Book { reviews { text } }',
        variables: { id: '1', without: false },
      },
      {
        query:
          'query Q($id: ID!, $with: Boolean = true, $without: Boolean!) { book(id: $id) { title @include(if: $with) postage @skip(if: $without) } parcels @skip(if: $without) }',
        variables: { id: '3', without: true, with: false },
      },
      { query: 'query A { parcels } query B { books { postage } }', operationName: 'B' },
      { query: 'query Q($id: ID!) { book(id: $id) { title } }', variables: {} },
      { query: 'query Q($id: ID!) { book(id: $id) { title } }', variables: { id: { no: 1 } } },
      { query: '{ __schema { queryType { name } } books { id } }', stockOnly: true },
      { query: '{ constructor: parcels books { toString: title } }', stockOnly: true },
    ],
  },
  'interfaces, unions and fragments': {
    subgraphs: {
      media: {
        sdl: `type Query { search: [Found] media: [Media!] one: Media broken: [Media] strange: Media }
          interface Media { id: ID! title: String }
          type Book implements Media @key(fields: "id") { id: ID! title: String }
          type Film implements Media @key(fields: "id") { id: ID! title: String length: Int }
          type Author @key(fields: "id") { id: ID! name: String }
          union Found = Book | Film | Author`,
        resolvers: {
          Query: {
            search: () => [...products, authors['a'], null],
            media: () => products,
            one: () => products[1],
            broken: () => [products[0], { __typename: 'Nobody', id: '0' }],
            strange: () => ({ __typename: 'Author', id: 'a' }),
          },
        },
      },
      shop: {
        sdl: `type Book @key(fields: "id") { id: ID! price: Int shelf: Shelf } type Film @key(fields: "id") { id: ID! price: Int }
          type Author @key(fields: "id") { id: ID! works: [Work] } union Work = Book | Film type Shelf { no: Int! }`,
        resolvers: {
          Book: { __resolveReference: byId, shelf: () => ({ no: 1 }) },
          Film: { __resolveReference: byId },
          Author: { works: () => [products[0], products[1]] },
        },
      },
    },
    operations: [
      {
        query:
          '{ search { __typename ... on Book { title price shelf { no } } ... on Film { price length } ... on Author { name works { ... on Book { title price } ... on Film { t: title } } } } }',
      },
      {
        query:
          '{ media { id title ... on Book { price } } one { ... on Film { price } ... on Book { shelf { no } } } }',
      },
      {
        query:
          '{ media { kind: __typename ...M } } fragment M on Media { title ... on Film { length price } ...B } fragment B on Book { price }',
      },
      { query: '{ search { ... on Media { id title } ... on Author { id } } }' },
      { query: '{ broken { id title } one { id } }' },
      { query: '{ strange { id title } one { id } }' },
    ],
  },
  'nulls, errors and violations': {
    subgraphs: {
      a: {
        sdl: `type Query { me: Person @shareable people: [Person!] strict: Person! fine: Int shade: Shade count: Int odd: [Int!] }
          type Person @key(fields: "id") { id: ID! name: String! nick: String } enum Shade { RED BLUE }`,
        resolvers: {
          Query: {
            me: () => ({ id: '1', name: 'A' }),
            people: () => [
              { id: '1', name: 'A' },
              { id: '2', name: 'B' },
              { id: '3', name: 'C' },
            ],
            strict: () => {
              throw new GraphQLError('strict fails', { extensions: { code: 'ODD', more: [1] } });
            },
            fine: () => 1,
            odd: () => [1, null, 3],
          },
          Person: {
            nick: ({ id }: { id: string }) => {
              if (id === '2') throw new Error('no nick');
              return `n${id}`;
            },
          },
        },
      },
      b: {
        sdl: `type Query { me: Person @shareable } type Person @key(fields: "id") { id: ID! age: Int! town: String pets: [Pet!] } type Pet { name: String! }`,
        resolvers: {
          Query: { me: () => ({ id: '1' }) },
          Person: {
            __resolveReference: ({ id }: { id: string }) => (id === '3' ? null : { id }),
            age: ({ id }: { id: string }) => (id === '2' ? null : 7),
            town: ({ id }: { id: string }) => {
              if (id === '1') throw new GraphQLError('no town');
              return 'Shanghai';
            },
            pets: () => [{ name: 'x' }],
          },
        },
      },
    },
    operations: [
      { query: '{ me { name nick town pets { name } } }' },
      { query: '{ me { age town } people { id nick town } }' },
      { query: '{ people { nick town age } fine }' },
      { query: '{ people { town pets { name } } fine }' },
      { query: '{ strict { name } fine }' },
      { query: '{ odd fine }' },
    ],
  },
  mutations: {
    subgraphs: {
      a: {
        sdl: `type Query { n: Int } type Mutation { addA(by: Int!): Counter failA: Counter } type Counter @key(fields: "id") { id: ID! a: Int }`,
        resolvers: {
          Mutation: {
            addA: (_: unknown, { by }: { by: number }) => ({ id: 'c', a: by }),
            failA: () => {
              throw new Error('refused');
            },
          },
        },
      },
      b: {
        sdl: `type Mutation { addB: Counter } type Counter @key(fields: "id") { id: ID! b: Int }`,
        resolvers: { Mutation: { addB: () => ({ id: 'c', b: 4 }) }, Counter: { b: () => 5 } },
      },
    },
    operations: [
      { query: 'mutation M($by: Int!) { x: addA(by: $by) { a b } addB { a b } failA { a } }', variables: { by: 3 } },
      { query: 'mutation { failA { b } }' },
    ],
  },
  '@provides, @interfaceObject and @override': {
    subgraphs: {
      a: {
        sdl: `type Query { things: [Thing] }
          interface Thing @key(fields: "id") { id: ID! name: String }
          type Chair implements Thing @key(fields: "id") { id: ID! name: String legs: Int @shareable }
          type Lamp implements Thing @key(fields: "id") { id: ID! name: String watts: Int }`,
        resolvers: {
          Query: {
            things: () => [
              { __typename: 'Chair', id: '1', name: 'c', legs: 4 },
              { __typename: 'Lamp', id: '2', name: 'l', watts: 5 },
            ],
          },
          Thing: {
            __resolveReference: ({ id }: { id: string }) =>
              id === '1'
                ? { __typename: 'Chair', id, name: 'c', legs: 4 }
                : { __typename: 'Lamp', id, name: 'l', watts: 5 },
          },
          Chair: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'c', legs: 4 }) },
          Lamp: { __resolveReference: ({ id }: { id: string }) => ({ id, name: 'l', watts: 5 }) },
        },
      },
      b: {
        sdl: `type Query { best: Thing } type Thing @key(fields: "id") @interfaceObject { id: ID! stars: Int }`,
        resolvers: { Query: { best: () => ({ id: '2' }) }, Thing: { stars: ({ id }: { id: string }) => Number(id) } },
      },
      c: {
        sdl: `type Query { owner: Owner } type Owner { chair: Chair @provides(fields: "legs") } type Chair @key(fields: "id") { id: ID! legs: Int @external }`,
        resolvers: { Query: { owner: () => ({ chair: { id: '1', legs: 40 } }) } },
      },
    },
    operations: [
      { query: '{ things { id stars ... on Chair { legs } } }' },
      { query: '{ best { __typename id stars name ... on Lamp { watts } } }' },
      { query: '{ owner { chair { legs name } } }' },
      { query: '{ owner { chair { legs } } things { ... on Lamp { watts stars } } }' },
    ],
  },
};
