import { readFileSync } from 'node:fs';
import type { GraphQLDataSource } from '@apollo/gateway';
import { describe, expect, it } from '@jest/globals';
import { SUBGRAPHS } from '../../../schema/sdl.ts';
import { runGateway } from '../../support/federation.ts';

const textOf = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

describe('the homepage', () => {
  it('asks every registry at once', async () => {
    const asked = new Set<string>();
    let tellAll = (): void => undefined;
    const all = new Promise<void>((resolve) => (tellAll = resolve));
    // Nobody is answered before everybody was asked: one hop too many, and this waits in vain.
    const dataSource = (name: string): GraphQLDataSource => ({
      async process() {
        asked.add(name);
        if (asked.size === SUBGRAPHS.length) tellAll();
        await all;
        return { data: { me: null } };
      },
    });
    const gateway = await runGateway(textOf('schema/supergraph.graphql'), dataSource);
    const { errors } = await gateway.ask(textOf('gateway/portal/queries/homepage.graphql'));
    await gateway.stop();
    expect(errors).toBeUndefined();
    expect([...asked].sort()).toEqual([...SUBGRAPHS].sort());
  }, 20_000);
});
