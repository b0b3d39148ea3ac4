import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { federate, runGateway, type RunningGateway } from '../../support/federation.ts';
import { scenarios } from './scenarios.ts';

const place = ({ path, message }: GraphQLFormattedError) => JSON.stringify([path, message]);
/** Errors of parallel fetches come in any order. */
const inOrder = (result: FormattedExecutionResult) => ({
  ...result,
  errors: result.errors?.toSorted((one, other) => place(one).localeCompare(place(other))),
});

describe.each(Object.entries(scenarios))('%s', (_name, { subgraphs, operations }) => {
  let fast: RunningGateway;
  let stock: RunningGateway;
  beforeAll(async () => {
    const { supergraphSdl, dataSource } = federate(subgraphs);
    fast = await runGateway(supergraphSdl, dataSource);
    stock = await runGateway(supergraphSdl, dataSource, { isFast: false });
  });
  afterAll(() => Promise.all([fast.stop(), stock.stop()]));

  it.each(operations)('answers as stock: $query', async ({ query, variables, operationName, stockOnly }) => {
    await fast.ask(query, variables, operationName);
    const before = fast.counts.fast;
    const answer = await fast.ask(query, variables, operationName);
    const expected = await stock.ask(query, variables, operationName);
    expect(inOrder(answer)).toEqual(inOrder(expected));
    expect(JSON.stringify(answer.data)).toBe(JSON.stringify(expected.data));
    if (stockOnly === true) expect(fast.counts.fast).toBe(before);
  });
});
