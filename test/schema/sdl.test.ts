import { readdirSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { loadSdl, SUBGRAPHS } from '../../schema/sdl.ts';

it('puts the common part before the text of a subgraph', () => {
  const sdl = loadSdl('personal');
  expect(sdl.indexOf('directive @item')).toBeLessThan(sdl.indexOf('type Citizen'));
  expect(() => parse(sdl)).not.toThrow();
});

it('knows every subgraph whose text lies in the folder', () => {
  const notSubgraphs = ['common.graphql', 'supergraph.graphql', 'api.graphql'];
  const texts = readdirSync(new URL('../../schema/', import.meta.url)).filter(
    (file) => file.endsWith('.graphql') && !notSubgraphs.includes(file),
  );
  expect(texts.sort()).toEqual(SUBGRAPHS.map((name) => `${name}.graphql`).sort());
});
