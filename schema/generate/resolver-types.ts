import * as add from '@graphql-codegen/add';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { folderOf, loadSdl, type SubgraphName } from '../sdl.ts';
import { MAPPERS } from './mappers.ts';

const HEADER = '// Written by `npm run generate` from schema/*.graphql. Do not edit.\n/* eslint-disable */';

const SHARED = {
  useTypeImports: true,
  enumsAsTypes: true,
  immutableTypes: true,
  strictScalars: true,
  skipTypename: true,
  scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', _FieldSet: 'string' },
};

/** TypeScript for one subgraph's resolvers; `context.ts` of its folder must export the type `Context`. */
export const generateResolverTypes = async (name: SubgraphName): Promise<string> => {
  const text = await codegen({
    filename: `${folderOf(name)}/schema.generated.ts`,
    schema: parse(loadSdl(name)),
    documents: [],
    config: { federation: true },
    plugins: [
      { add: { content: HEADER } },
      { typescript: SHARED },
      {
        'typescript-resolvers': {
          ...SHARED,
          federation: true,
          contextType: './context.ts#Context',
          mappers: MAPPERS[name],
          makeResolverTypeCallable: true,
          optionalResolveType: true,
        },
      },
    ],
    pluginMap: { add, typescript, 'typescript-resolvers': typescriptResolvers },
  });
  return `${text.trim()}\n`;
};
