import { composeSubgraphs, loadServices } from './composition.ts';
import { schemaPath, writeOrCheck } from './fresh-files.ts';

const { supergraphSdl, apiSdl } = composeSubgraphs(loadServices());
process.exitCode = writeOrCheck(
  [
    { path: schemaPath('supergraph.graphql'), text: supergraphSdl },
    { path: schemaPath('api.graphql'), text: apiSdl },
  ],
  process.argv.includes('--check'),
  console.log,
);
