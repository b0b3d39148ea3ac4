import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pagePolicy } from './content-security-policy.ts';
import type { ServedFile } from './file-routes.ts';

const served = (folder: string, prefix: string): ServedFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ url: `${prefix}${path.slice(folder.length).replaceAll('\\', '/')}`, path, maxAge: 0 }));

/** The page, what it loads, and the queries that it asks. */
export const pageFiles = (): ServedFile[] => {
  const page = join(import.meta.dirname, 'page');
  return [
    { url: '/', path: join(page, 'index.html'), maxAge: 0, policy: pagePolicy },
    ...served(page, '/portal/page'),
    ...served(join(import.meta.dirname, 'queries'), '/portal/queries'),
  ];
};
