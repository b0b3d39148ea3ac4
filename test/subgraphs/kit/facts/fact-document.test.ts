import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { toDay } from '../../../../subgraphs/kit/civil/day.ts';
import { readFactDocument } from '../../../../subgraphs/kit/facts/fact-document.ts';

const schema = buildSchema(`
  scalar Date
  scalar DateTime
  scalar Decimal
  type Query { people(ids: [ID!]!): [Person] }
  enum Sex { MALE FEMALE }
  type Money { amount: Decimal! currency: String! }
  type District { code: String! name: String! }
  type Change { state: String! since: Date! }
  type Permit { id: ID! at: DateTime changes: [Change!] }
  type Edge { node: Permit }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Permits { edges: [Edge!]! pageInfo: PageInfo! }
  type Home { district: District }
  type Firm { name: String }
  union Owner = Person | Firm
  type Person { id: ID! sex: Sex born: Date income: Money home: Home permits: Permits owner: Owner kids: [Person] }
`);
const items = new Set(['Person.sex', 'Person.born', 'Person.permits', 'Person.home', 'Person.income', 'Permit.at']);

const read = (selection: string) =>
  readFactDocument(`query Q($ids: [ID!]!) { people(ids: $ids) { ${selection} } }`, schema, items);

describe('a document of facts', () => {
  it('flattens connections, codes, money and days', () => {
    const { toFacts } = read(
      'id born income { amount } home { district { code } } permits { edges { node { id at } } pageInfo { hasNextPage endCursor } } kids { id born }',
    );
    expect(
      toFacts({
        id: 'p',
        born: '2000-02-29',
        income: { amount: '12.50' },
        home: { district: { code: '310101' } },
        permits: { edges: [{ node: { id: 'a', at: '2027-03-07T16:30:00.000Z' } }, { node: null }] },
        kids: [{ id: 'k', born: null }, null],
      }),
    ).toEqual({
      id: 'p',
      born: toDay('2000-02-29'),
      income: 12.5,
      home: { district: '310101' },
      // Half past midnight in Shanghai.
      permits: [{ id: 'a', at: toDay('2027-03-08') }],
      kids: [{ id: 'k' }],
    });
  });

  it('leaves out what is null', () => {
    expect(read('id sex home { district { code } }').toFacts({ id: 'p', sex: null, home: { district: null } })).toEqual(
      {
        id: 'p',
        home: {},
      },
    );
  });

  it('gives each fact the item that it belongs to, and an enum its values', () => {
    const { type } = read('sex permits { edges { node { id at } } pageInfo { hasNextPage endCursor } }');
    expect(type.fields.sex).toEqual({ kind: 'string', item: 'Person.sex', values: ['MALE', 'FEMALE'] });
    expect(type.fields.permits).toMatchObject({
      kind: 'list',
      item: 'Person.permits',
      of: { fields: { id: { item: 'Person.permits' }, at: { kind: 'day', item: 'Permit.at' } } },
    });
  });

  it('lets each change last until the next one, of two on a day the one listed first', () => {
    const { query, toFacts } = read(
      `permits {
        edges { node { changes @lasts(from: "since") { state since } } }
        pageInfo { hasNextPage endCursor }
      }`,
    );
    expect(query).not.toContain('@lasts');
    const changes = [
      { state: 'C', since: '2020-05-01' },
      { state: 'B', since: '2020-05-01' },
      { state: 'A', since: '2020-01-01' },
    ];
    expect(toFacts({ permits: { edges: [{ node: { changes } }] } })).toEqual({
      permits: [
        {
          changes: [
            { state: 'A', since: toDay('2020-01-01'), until: toDay('2020-05-01') },
            { state: 'B', since: toDay('2020-05-01'), until: toDay('2020-05-01') },
            { state: 'C', since: toDay('2020-05-01') },
          ],
        },
      ],
    });
  });

  it('reads what a union’s members have beside each other', () => {
    const { toFacts } = read('owner { ... on Person { id } ... on Firm { name } }');
    expect(toFacts({ owner: { name: '甲' } })).toEqual({ owner: { name: '甲' } });
  });

  it('refuses what the schema does not have', () => {
    expect(() => read('sexx')).toThrow('Cannot query field "sexx"');
  });
});
