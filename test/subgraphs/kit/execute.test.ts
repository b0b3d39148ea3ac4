import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { createExecutor, type SubgraphRequest } from '../../../subgraphs/kit/execute.ts';

const NUL = String.fromCharCode(0);
const schema = buildSchema('input Who { name: String } type Query { known(name: String, who: [Who!]): Boolean }');

/** An executor whose one resolver notes that it was asked. */
const createAsked = () => {
  const asked: unknown[] = [];
  const reported: unknown[] = [];
  const fields = schema.getQueryType()?.getFields();
  if (fields?.['known'] === undefined) throw new Error('The schema has no such field.');
  fields['known'].resolve = (_root, args) => asked.push(args) > 0;
  const execute = createExecutor({
    schema,
    createContext: () => Promise.resolve({}),
    settle: () => Promise.resolve(),
    reportCause: (_id, cause) => reported.push(cause),
  });
  return { asked, reported, ask: (request: Omit<SubgraphRequest, 'headers'>) => execute({ ...request, headers: {} }) };
};

describe('a subgraph asked past the gateway', () => {
  const query = 'query Known($name: String, $who: [Who!]) { known(name: $name, who: $who) }';

  it.each<[string, Omit<SubgraphRequest, 'headers'>, string]>([
    ['a NUL in a variable', { query, variables: { name: NUL } }, 'name'],
    ['a lone surrogate in an input', { query, variables: { who: [{ name: '\ud800' }] } }, 'who'],
    ['a NUL in a literal', { query: '{ known(who: [{ name: "\\u0000" }]) }' }, 'query'],
    ['a NUL in the name of the operation', { query, operationName: `Known${NUL}` }, 'operationName'],
  ])('refuses %s before any resolver runs', async (_what, request, field) => {
    const { ask, asked, reported } = createAsked();
    for (let time = 0; time < 2; time += 1) {
      expect(await ask(request)).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'BAD_USER_INPUT', field, reason: 'CHARACTERS' } }],
      });
    }
    expect({ asked, reported }).toEqual({ asked: [], reported: [] });
  });

  it.each(['Nobody', '__proto__', 'constructor', ''])('refuses the operation %j that there is not', async (name) => {
    const { ask, asked, reported } = createAsked();
    const { errors } = await ask({ query, operationName: name });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect({ asked, reported }).toEqual({ asked: [], reported: [] });
  });

  it('answers what is well formed', async () => {
    const { ask } = createAsked();
    expect(await ask({ query, variables: { name: '𠮷' }, operationName: 'Known' })).toEqual({ data: { known: true } });
  });
});
