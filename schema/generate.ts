import { schemaPath, writeOrCheck } from './compose/generated-file.ts';
import { generateResolverTypes } from './generate/resolver-types.ts';
import { folderOf, SUBGRAPHS } from './sdl.ts';

const files = await Promise.all(
  SUBGRAPHS.map(async (name) => ({
    path: schemaPath(`../${folderOf(name)}/schema.generated.ts`),
    text: await generateResolverTypes(name),
  })),
);
process.exitCode = writeOrCheck(files, process.argv.includes('--check'), console.log);
