import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { generateResolverTypes } from '../../../schema/generate/resolver-types.ts';
import { folderOf, SUBGRAPHS } from '../../../schema/sdl.ts';

describe.each(SUBGRAPHS)('the resolver types of %s', (name) => {
  it('are what is committed', async () => {
    const file = new URL(`../../../${folderOf(name)}/schema.generated.ts`, import.meta.url);
    expect(await generateResolverTypes(name)).toBe(readFileSync(file, 'utf8'));
  });
});

it('are strict: unions for enums, strings for civil days, nothing to write to', async () => {
  const text = await generateResolverTypes('personal');
  expect(text).toContain("import type { Context } from './context.ts';");
  expect(text).toMatch(/export type Sex =\n[\s\S]*?\| 'MALE'/u);
  expect(text).toContain('Date: { input: string; output: string; }');
  expect(text).toContain('readonly since: ');
  expect(text).not.toMatch(/\[\w+: string\]:/u);
});
