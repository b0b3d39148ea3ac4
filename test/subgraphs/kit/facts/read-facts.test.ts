import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { readFactDocument } from '../../../../subgraphs/kit/facts/fact-document.ts';
import { readFacts, type AskFacts, type FactAnswer } from '../../../../subgraphs/kit/facts/read-facts.ts';

const schema = buildSchema(`
  type Query { people(ids: [ID!]!): [Person] }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Permit { id: ID! }
  type Edge { node: Permit }
  type Permits { edges: [Edge!]! pageInfo: PageInfo! }
  type Box { permits(first: Int, after: String): Permits! }
  type Person {
    id: ID! name(reveal: Boolean): String box: Box kids(first: Int): [Person] permits(first: Int, after: String): Permits
  }
`);
const read = (selection: string) =>
  readFactDocument(`query Q($subjects: [ID!]!) { people(ids: $subjects) { ${selection} } }`, schema, new Set());

const PERMITS = 'permits(first: 2) { edges { node { id } } pageInfo { hasNextPage endCursor } }';
const page = (ids: readonly string[], endCursor: string | null = null) => ({
  edges: ids.map((id) => ({ node: { id } })),
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});
const answering =
  (...answers: FactAnswer[]): AskFacts =>
  () =>
    Promise.resolve(answers.shift() ?? { errors: [{ message: 'Nobody answers.' }] });

describe('facts of many subjects', () => {
  it('come by position, and whoever is no more is told apart', async () => {
    const ask = answering({
      data: { people: [{ id: 'a', kids: [{ id: 'k' }, null] }, null] },
      errors: [
        { message: 'gone', path: ['people', 1], extensions: { code: 'NOT_FOUND' } },
        { message: 'gone', path: ['people', 0, 'kids', 1], extensions: { code: 'NOT_FOUND' } },
      ],
    });
    expect(await readFacts(read('id kids(first: 9) { id }'), ask, ['a', 'b'])).toEqual([
      { kind: 'KNOWN', facts: { id: 'a', kids: [{ id: 'k' }] } },
      { kind: 'GONE' },
    ]);
  });

  it('are refused where a field failed or was forbidden, the others are not', async () => {
    const ask = answering({
      data: { people: [{ id: 'a', box: null }, { id: 'b' }] },
      errors: [{ message: 'down', path: ['people', 0, 'box'], extensions: { code: 'UNAVAILABLE' } }],
    });
    expect(
      await readFacts(read('id box { permits { edges { node { id } } pageInfo { hasNextPage endCursor } } }'), ask, [
        'a',
        'b',
      ]),
    ).toEqual([
      { kind: 'REFUSED', reason: 'UNAVAILABLE people.0.box down', isOutage: true },
      { kind: 'KNOWN', facts: { id: 'b' } },
    ]);
  });

  it('are read to the last page, wherever the list stands', async () => {
    const asked: unknown[] = [];
    const pages = answering(
      { data: { people: [{ id: 'a', box: { permits: page(['1', '2'], 'two') } }] } },
      { data: { people: [{ box: { permits: page(['3', '4'], 'four') } }] } },
      { data: { people: [{ box: { permits: page(['5']) } }] } },
    );
    const ask: AskFacts = (query, variables) => {
      asked.push([query.replaceAll(/\s+/g, ' ').trim(), variables]);
      return pages(query, variables);
    };
    const [found] = await readFacts(read(`id box { ${PERMITS} }`), ask, ['a']);
    expect(found).toEqual({
      kind: 'KNOWN',
      facts: { id: 'a', box: { permits: ['1', '2', '3', '4', '5'].map((id) => ({ id })) } },
    });
    expect(asked.slice(1)).toEqual(
      ['two', 'four'].map((after) => [
        'query Q($subjects: [ID!]!, $after: String!) { people(ids: $subjects) { box { permits(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } } } }',
        { subjects: ['a'], after },
      ]),
    );
  });

  it('are refused when a further page fails', async () => {
    const ask = answering(
      { data: { people: [{ permits: page(['1', '2'], 'two') }] } },
      { data: { people: [{ permits: null }] }, errors: [{ message: 'down', path: ['people', 0, 'permits'] }] },
    );
    expect(await readFacts(read(PERMITS), ask, ['a'])).toEqual([
      { kind: 'REFUSED', reason: 'people.0.permits down', isOutage: false },
    ]);
  });

  it('are refused when a list without pages is as long as it may be', async () => {
    const ask = answering({ data: { people: [{ kids: [{ id: 'x' }, { id: 'y' }] }] } });
    expect(await readFacts(read('kids(first: 2) { id }'), ask, ['a'])).toEqual([
      { kind: 'REFUSED', reason: 'kids answered 2 records, as many as were asked for.', isOutage: false },
    ]);
  });

  it.each([
    [{ errors: [{ message: 'down', extensions: { code: 'UNAVAILABLE' } }] }, 'UNAVAILABLE down'],
    [{ data: { people: null } }, '0 of 1 subjects were answered'],
    [{ data: { people: [] } }, '0 of 1 subjects were answered'],
  ])('cannot be read at all from %j', async (answer, message) => {
    await expect(readFacts(read('id'), answering(answer), ['a'])).rejects.toThrow(message);
  });
});

describe('a document of facts', () => {
  it.each([
    ['name', 'Expected no fact that is masked, got name.'],
    ['permits { edges { node { id } } }', 'Expected pageInfo { hasNextPage endCursor } of permits.'],
    [`kids { ${PERMITS} }`, 'Expected no list with pages below kids, got permits.'],
  ])('refuses %s', (selection, message) => {
    expect(() => read(selection)).toThrow(message);
  });
});
