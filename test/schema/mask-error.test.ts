import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphql, GraphQLError } from 'graphql';
import { AppError } from '../../schema/errors.ts';
import { maskError } from '../../schema/mask-error.ts';

const schema = buildSchema('type Query { broken: String number: Int }');

const ask = async (source: string, rootValue: unknown) => {
  const causes: unknown[] = [];
  const { errors } = await graphql({ schema, source, rootValue });
  return {
    causes,
    masked: errors?.map((error) => maskError(error.toJSON(), error, (_id, cause) => causes.push(cause))),
  };
};

const thrower = (error: Error) => ({
  broken: () => {
    throw error;
  },
});

describe('maskError', () => {
  it('passes a coded error with its known details only', async () => {
    const { masked } = await ask(
      '{ broken }',
      thrower(new AppError('FORBIDDEN', 'No.', { missing: 'purpose', ...{ secret: 'pg' } })),
    );
    expect(masked).toEqual([
      {
        message: 'No.',
        path: ['broken'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'FORBIDDEN', missing: 'purpose' },
      },
    ]);
  });

  it('passes what would work instead', async () => {
    const { masked } = await ask('{ broken }', thrower(new AppError('CONFLICT', 'Taken.', { next: ['s1_a', 's1_b'] })));
    expect(masked).toMatchObject([{ extensions: { code: 'CONFLICT', next: ['s1_a', 's1_b'] } }]);
  });

  it.each([
    ['a raw error', new Error('pg: password=hunter2')],
    ['a GraphQLError without a code', new GraphQLError('pg: password=hunter2')],
    [
      'an error with a code of its own',
      new GraphQLError('pg: password=hunter2', { extensions: { code: '42P01', detail: 'hunter2' } }),
    ],
  ])('hides %s behind an errorId and hands its cause on', async (_name, error) => {
    const { masked, causes } = await ask('{ broken }', thrower(error));
    expect(JSON.stringify(masked)).not.toContain('hunter2');
    expect(masked?.[0]).toMatchObject({
      message: 'Something went wrong.',
      path: ['broken'],
      extensions: { code: 'INTERNAL', errorId: expect.any(String) },
    });
    expect(causes).toHaveLength(1);
  });

  it('hides the value that a scalar could not serialise', async () => {
    const { masked } = await ask('{ number }', { number: 'hunter2' });
    expect(JSON.stringify(masked)).not.toContain('hunter2');
  });

  it('calls a wrong document BAD_USER_INPUT', async () => {
    const { masked } = await ask('{ nothing }', {});
    expect(masked?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', reason: 'DOCUMENT' });
  });
});
