import { readFileSync } from 'node:fs';
import type { GraphQLDataSource } from '@apollo/gateway';
import { expect, it } from '@jest/globals';
import { SUBGRAPHS } from '../../../schema/sdl.ts';
import { runGateway } from '../../support/federation.ts';

const textOf = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

it('asks every registry for its part of the homepage at once, before any has answered', async () => {
  const asked: string[] = [];
  let answerAll: () => void = () => undefined;
  const allAsked = new Promise<void>((resolve) => {
    answerAll = resolve;
  });
  const dataSource = (name: string): GraphQLDataSource => ({
    async process() {
      asked.push(name);
      if (asked.length === SUBGRAPHS.length) answerAll();
      await allAsked;
      return { data: { me: null } };
    },
  });
  const gateway = await runGateway(textOf('schema/supergraph.graphql'), dataSource);
  await gateway.ask(textOf('gateway/portal/queries/homepage.graphql'));
  await gateway.stop();
  expect(asked.sort()).toEqual([...SUBGRAPHS].sort());
});
