import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { SUBGRAPHS } from '../../../schema/sdl.ts';
import { runGateway } from '../../support/federation.ts';

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

it('asks every registry for its part of the homepage at once, each of them one time', async () => {
  const asked: { name: string; query: string }[] = [];
  let everyoneAsked = (): void => undefined;
  const all = new Promise<void>((resolve) => (everyoneAsked = resolve));
  const gateway = await runGateway(read('schema/supergraph.graphql'), (name) => ({
    async process({ request }) {
      asked.push({ name, query: request.query ?? '' });
      if (asked.length === SUBGRAPHS.length) everyoneAsked();
      // Who is asked after an answer is not asked at all: none comes before all have been asked.
      await all;
      return { data: { me: { __typename: 'Citizen', id: 'c1_somebody' } } };
    },
  }));
  const { data } = await gateway.ask(read('gateway/portal/queries/homepage.graphql'));
  await gateway.stop();
  expect(data).toHaveProperty('me');
  expect(asked.map(({ name }) => name).sort()).toEqual([...SUBGRAPHS].sort());
  expect(asked.filter(({ query }) => !/^\{?\s*(query[^{]*\{)?\s*me\b/u.test(query.trim()))).toEqual([]);
});
