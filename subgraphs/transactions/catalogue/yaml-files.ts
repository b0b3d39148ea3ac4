import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Every YAML file below a folder of the catalogue, sorted, whatever order the file system has. */
export const listYaml = (root: string, folder: string): readonly string[] => {
  const within = path.join(root, folder);
  if (!existsSync(within)) return [];
  return readdirSync(within, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => path.join(within, file));
};
