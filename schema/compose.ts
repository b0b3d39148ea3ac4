import { loadCatalogue } from './catalogue/catalogue.ts';
import { composeSubgraphs, loadServices } from './compose/composition.ts';
import { schemaPath, writeOrCheck } from './compose/generated-file.ts';

loadCatalogue();
const { supergraphSdl, apiSdl } = composeSubgraphs(loadServices());
process.exitCode = writeOrCheck(
  [
    { path: schemaPath('supergraph.graphql'), text: supergraphSdl },
    { path: schemaPath('api.graphql'), text: apiSdl },
  ],
  process.argv.includes('--check'),
  console.log,
);
