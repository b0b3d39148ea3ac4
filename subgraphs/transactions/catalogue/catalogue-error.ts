/** A file of the catalogue that is wrong, with its line and what was expected. */
export class CatalogueError extends Error {
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.name = 'CatalogueError';
  }
}
