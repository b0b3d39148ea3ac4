import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadDeclarations } from '../../../subgraphs/kit/ingest/load-declaration.ts';
import type { SourceDeclaration } from '../../../subgraphs/kit/ingest/declaration.ts';

const subgraphs = join(import.meta.dirname, '../../../subgraphs');

/** The sources that the registries of this checkout declare, by name. */
export const loadSources = (): ReadonlyMap<string, SourceDeclaration> => {
  const folders = readdirSync(subgraphs)
    .map((name) => join(subgraphs, name, 'sources'))
    .filter((folder) => existsSync(folder));
  return new Map(
    folders.flatMap((folder) => loadDeclarations(folder)).map((declaration) => [declaration.source, declaration]),
  );
};
