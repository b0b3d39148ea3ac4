// The arrows of this repository: who may import whom. `npm run check:imports` proves them.

const inside = ['schema', 'subgraphs', 'tagging', 'gateway', 'test'];
const ours = (...except) => `^(${inside.filter((folder) => !except.includes(folder)).join('|')})/`;

/** One file or a folder of that name in a registry: resolvers.ts, resolvers/citizen.ts. */
const part = (...names) => `^(subgraphs/(?!kit/)[^/]+|tagging)/(${names.join('|')})(\\.ts$|/)`;

/** Who stands above whom inside a registry; a part may import what stands after it, never what stands before it. */
const layers = [
  ['main'],
  ['index'],
  ['resolvers', 'permissions'],
  ['context'],
  ['repository'],
  ['config', 'migrations'],
];

/** These run when the contract is composed, never in a server. */
const contractTools = '^schema/((compose|generate|breaking)(\\.ts$|/)|eslint-graphql\\.js$)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'schema-imports-nothing-of-ours',
      comment: 'schema/ is the contract: everyone may import it, it imports no one.',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: ours('schema') },
    },
    {
      name: 'kit-imports-schema-alone',
      comment: 'The kit is what every registry is made of; it knows none of them.',
      severity: 'error',
      from: { path: '^subgraphs/kit/' },
      to: { path: ours('schema'), pathNot: '^subgraphs/kit/' },
    },
    {
      name: 'subgraph-imports-kit-and-schema-alone',
      comment: 'No subgraph imports another; they meet in the supergraph and on the feed.',
      severity: 'error',
      from: { path: '^subgraphs/((?!kit/)[^/]+)/' },
      to: { path: ours('schema'), pathNot: '^subgraphs/(kit|$1)/' },
    },
    {
      name: 'tagging-imports-kit-and-schema-alone',
      comment: 'Tagging is a subgraph like the others.',
      severity: 'error',
      from: { path: '^tagging/' },
      to: { path: ours('schema', 'tagging'), pathNot: '^subgraphs/kit/' },
    },
    {
      name: 'gateway-imports-schema-and-feed-alone',
      comment: 'The gateway knows the contract and the feed; standalone/ and the commands know the subgraphs.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: '^gateway/(standalone|commands)/' },
      to: { path: ours('schema', 'gateway'), pathNot: '^subgraphs/kit/feed/' },
    },
    {
      name: 'standalone-imports-no-test',
      comment: 'What ships does not depend on its tests.',
      severity: 'error',
      from: { path: '^gateway/standalone/' },
      to: { path: '^test/' },
    },
    {
      name: 'standalone-is-imported-by-commands-alone',
      comment: 'Else the whole gateway would reach the subgraphs through it.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: '^gateway/(commands|standalone)/' },
      to: { path: '^gateway/standalone/' },
    },
    {
      name: 'commands-are-imported-by-no-one',
      comment: 'A command is where a process begins.',
      severity: 'error',
      from: { path: ours('test'), pathNot: '^gateway/commands/' },
      to: { path: '^gateway/commands/' },
    },
    ...layers.slice(1).map((names, above) => ({
      name: `${names[0]}-does-not-point-back`,
      comment: 'Inside a subgraph: main → index → resolvers → context → repository.',
      severity: 'error',
      from: { path: part(...names) },
      to: { path: part(...layers.slice(0, above + 1).flat()) },
    })),
    {
      name: 'no-cycles',
      comment:
        'Imports flow one way, types included; only what is generated names the context, whose rows name its enums.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { pathNot: '/schema\\.generated\\.ts$' } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is forgotten.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '/migrations/', '^test/.*\\.test\\.ts$'] },
      to: {},
    },
    {
      name: 'no-dev-dependencies-in-production',
      comment: 'npm ci --omit=dev must be enough to run.',
      severity: 'error',
      from: { path: ours('test'), pathNot: contractTools },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'no-undeclared-dependencies',
      comment: 'What is imported stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'contract-tools-stay-out-of-servers',
      comment: 'Composition and code generation belong to the build.',
      severity: 'error',
      from: { path: ours('test'), pathNot: contractTools },
      to: { path: contractTools },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
