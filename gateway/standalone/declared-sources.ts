import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { folderOf, SUBGRAPHS, type SubgraphName } from '../../schema/sdl.ts';
import { loadDeclarations } from '../../subgraphs/kit/ingest/load-declaration.ts';

const sourcesOf = (name: SubgraphName): string =>
  fileURLToPath(new URL(`../../${folderOf(name)}/sources`, import.meta.url));

/** The sources that the registries declare, by name, read without opening any of them. Throws a DeclarationError. */
export const listDeclaredSources = (): readonly string[] =>
  SUBGRAPHS.map(sourcesOf)
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => loadDeclarations(folder).map(({ source }) => source))
    .sort();
