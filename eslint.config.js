import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { graphqlRules } from './schema/eslint-graphql.js';

const sources = ['**/*.ts'];

const noEnum = { selector: 'TSEnumDeclaration', message: 'A union of string literals says the same and is erased.' };
const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const noPlainClass = {
  selector: 'ClassDeclaration:not([superClass])',
  message:
    'Write a create… function that returns an interface; classes are for errors and for what a library asks to extend.',
};
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'The environment is read in config.ts alone; have the value handed in.',
};
const noModuleMock = {
  selector: "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|doMock|unstable_mockModule)$/]",
  message: 'Hand the dependency in instead of mocking its module.',
};

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      '.data',
      '.cache',
      '**/*.generated.ts',
      '**/*.js',
      'schema/supergraph.graphql',
      'schema/released',
    ],
  },
  { files: sources, ...js.configs.recommended },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ files: sources, ...config })),
  {
    files: sources,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // Objects here are records of functions, not classes: none depends on `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      eqeqeq: ['error', 'always'],
      'no-restricted-syntax': ['error', noEnum, noDefaultExport, noPlainClass, noEnvironment],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': ['error', noEnum, noDefaultExport, noPlainClass, noModuleMock, noEnvironment],
    },
  },
  { files: ['**/config.ts'], rules: { 'no-restricted-syntax': ['error', noEnum, noDefaultExport, noPlainClass] } },
  ...graphqlRules,
);
