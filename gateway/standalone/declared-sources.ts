import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SUBGRAPHS } from '../../schema/sdl.ts';
import { loadDeclarations } from '../../subgraphs/kit/ingest/load-declaration.ts';

const folderOf = (registry: string): string =>
  fileURLToPath(new URL(`../../subgraphs/${registry}/sources`, import.meta.url));

/** The sources that the registries declare, by name, read without opening any of them. Throws a DeclarationError. */
export const listDeclaredSources = (): readonly string[] =>
  SUBGRAPHS.map(folderOf)
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => loadDeclarations(folder).map(({ source }) => source))
    .sort();
