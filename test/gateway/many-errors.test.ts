import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphQLDataSource } from '@apollo/gateway';
import { startTestGateway, type TestGateway } from './running-gateway.ts';

const ids = Array.from({ length: 1_000 }, (_, index) => `c1_${index}`);
const QUERY = 'query ($ids: [ID!]!) { citizens(ids: $ids) { name phone } }';
const refused = (index: number) => ({
  message: 'Not granted.',
  path: ['citizens', index, 'phone'],
  extensions:
    index === 998 ? { code: 'UNAVAILABLE', retryable: true } : { code: 'FORBIDDEN', missing: 'grant:Citizen.phone' },
});

/** Gives everybody's name and nobody's phone, with an error for each; one of another kind is far behind. */
const refusing = (source: GraphQLDataSource): GraphQLDataSource => ({
  process: (options) =>
    options.request.query?.includes('phone') === true
      ? Promise.resolve({
          data: { citizens: ids.map((name) => ({ name, phone: null })) },
          errors: ids.map((_id, index) => refused(index)) as never,
        } as never)
      : source.process(options),
});

describe.each(['1', '0'])('an answer with a thousand errors, with the fast path at %s', (FAST_PATH) => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway(
      { FAST_PATH, RATE_LIMIT_PUBLIC: '0' },
      { change: (name, source) => (name === 'personal' ? refusing(source) : source) },
    );
  });
  afterAll(() => test.stop());

  const ask = (count: number) => test.post({ query: QUERY, variables: { ids: ids.slice(0, count) } });

  it('has a hundred of them, the first of each other code, and how many were left out', async () => {
    // The first one is planned, the second one runs on what was compiled of the plan.
    for (const answer of [await ask(1_000), await ask(1_000)]) {
      const { status, data, errors = [] } = answer;
      expect(status).toBe(200);
      expect(data?.['citizens']).toEqual(ids.map((name) => ({ name, phone: null })));
      expect(errors).toHaveLength(102);
      expect(errors.slice(0, 100).map(({ path }) => path)).toEqual(
        ids.slice(0, 100).map((_id, index) => ['citizens', index, 'phone']),
      );
      expect(errors.slice(100)).toEqual([
        expect.objectContaining({
          path: ['citizens', 998, 'phone'],
          extensions: { code: 'UNAVAILABLE', retryable: true },
        }),
        { message: '899 more errors are left out.', extensions: { code: 'TOO_COMPLEX', reason: 'ERRORS' } },
      ]);
    }
    expect(test.gateway.counts.fast).toBe(FAST_PATH === '1' ? 1 : 0);
  });
});
