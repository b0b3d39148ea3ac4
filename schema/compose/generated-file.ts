import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file whose text is computed; `path` is absolute. */
export interface GeneratedFile {
  path: string;
  text: string;
}

/** Absolute path of a file named from schema/. */
export const schemaPath = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url));

/** Writes the files, or with `check` only names those that are not what they should be. Gives the process's exit code. */
export function writeOrCheck(files: readonly GeneratedFile[], check: boolean, say: (line: string) => void): 0 | 1 {
  const stale = files.filter(({ path, text }) => readOrNull(path) !== text);
  for (const { path, text } of stale) {
    if (!check) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    say(`${check ? 'stale: ' : 'wrote '}${relative(process.cwd(), path)}`);
  }
  if (check && stale.length > 0) say('Run `npm run generate` and commit what it writes.');
  return check && stale.length > 0 ? 1 : 0;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
