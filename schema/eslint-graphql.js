import graphql from '@graphql-eslint/eslint-plugin';

const plugin = { '@graphql-eslint': graphql };
/** The same for all files: the parser keeps the options of whichever file it happens to be given first. */
const languageOptions = {
  parser: graphql.parser,
  parserOptions: { graphQLConfig: { schema: 'schema/api.graphql' } },
};

/** What every subgraph's text keeps to. Entities and shared types are described once, by their owner. */
const subgraphTexts = {
  files: ['schema/*.graphql'],
  ignores: ['schema/{api,supergraph}.graphql'],
  plugins: plugin,
  languageOptions,
  rules: {
    '@graphql-eslint/no-hashtag-description': 'error',
    '@graphql-eslint/require-deprecation-reason': 'error',
    '@graphql-eslint/require-description': ['error', { DirectiveDefinition: true, EnumValueDefinition: true }],
    '@graphql-eslint/unique-enum-value-names': 'error',
    '@graphql-eslint/naming-convention': [
      'error',
      {
        types: 'PascalCase',
        FieldDefinition: 'camelCase',
        InputValueDefinition: 'camelCase',
        DirectiveDefinition: 'camelCase',
        EnumValueDefinition: 'UPPER_CASE',
      },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: "FieldDefinition:has(> Directive[name.value='item']):not([description])",
        message: 'A field with registry data says what it is, its unit and its source.',
      },
    ],
  },
};

/** What clients see: everything described, nothing that no query can reach. */
const clientSchema = {
  files: ['schema/api.graphql'],
  plugins: plugin,
  languageOptions,
  rules: {
    '@graphql-eslint/no-unreachable-types': 'error',
    '@graphql-eslint/require-deprecation-reason': 'error',
    '@graphql-eslint/require-description': [
      'error',
      { types: true, rootField: true, ignoredSelectors: ['[name.value=/^(Query|Mutation)$/]'] },
    ],
  },
};

export const graphqlRules = [subgraphTexts, clientSchema];
