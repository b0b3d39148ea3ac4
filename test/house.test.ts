import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const topFolders = ['schema', 'subgraphs', 'tagging', 'gateway', 'test'];
const withoutDrops = ['governance'];
const notOurs = new Set(['node_modules', '.git', '.data', '.cache']);

const subgraphs = readdirSync(join(root, 'subgraphs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
  .map((entry) => entry.name);
const files = walk(root);
const sources = files.filter((path) => /\.(ts|js|graphql|ya?ml|json|md|sql)$/.test(path) || path.startsWith('.ci/'));

describe('a subgraph', () => {
  it.each(subgraphs)('%s has the one shape', (name) => {
    const folder = join(root, 'subgraphs', name);
    const lacking = [
      ...['index.ts', 'main.ts', 'config.ts', 'context.ts', 'repository.ts', 'permissions.ts'],
      ...['schema.generated.ts', 'README.md', 'migrations'],
      ...(withoutDrops.includes(name) ? [] : ['sources', 'demo']),
    ].filter((part) => !existsSync(join(folder, part)));
    if (!existsSync(join(folder, 'resolvers.ts')) && !existsSync(join(folder, 'resolvers'))) lacking.push('resolvers');
    expect(lacking).toEqual([]);
  });

  it.each(subgraphs)('%s is assembled in 20 lines and started in 25', (name) => {
    expect(linesOf(`subgraphs/${name}/index.ts`)).toBeLessThanOrEqual(20);
    expect(linesOf(`subgraphs/${name}/main.ts`)).toBeLessThanOrEqual(25);
  });

  it.each(subgraphs.filter((name) => !withoutDrops.includes(name)))('%s shows a small drop of each source', (name) => {
    const drops = list(`subgraphs/${name}/sources`, '.yaml').map((file) => basename(file, '.yaml'));
    const shown = list(`subgraphs/${name}/demo`, '');
    expect(drops).not.toEqual([]);
    expect(drops.filter((drop) => !shown.some((file) => file.split('.')[0] === drop))).toEqual([]);
  });
});

describe('the house', () => {
  it.each(topFolders)('%s says in a README what it is', (folder) => {
    expect(existsSync(join(root, folder, 'README.md'))).toBe(true);
  });

  it('names no machine and no registry host', () => {
    const told =
      /(?<![\w.-])\/(work|root|home)\/|\/tmp\/\w|registry\.(npmjs|yarnpkg)|npmmirror|repo1?\.maven|(deb|security)\.debian/;
    const own = 'test/house.test.ts';
    expect(sources.filter((path) => path !== own && told.test(textOf(path)))).toEqual([]);
  });

  it('keeps resolved addresses out of the lock file', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });

  it('locks the binaries of every platform, so that npm ci takes the lock file anywhere', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const absent = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`],
      ),
    );
    expect(absent).toEqual([]);
  });

  it('reads the environment in config.ts alone', () => {
    const readers = files.filter(
      (path) =>
        /^(gateway|subgraphs|schema|tagging|test)\/.*\.[jt]s$/.test(path) &&
        basename(path) !== 'config.ts' &&
        /\bprocess\.env\b|\benv\b[^;]*from 'node:process'/.test(textOf(path)),
    );
    expect(readers).toEqual([]);
  });

  it('has domain words for names', () => {
    const empty = /^(utils?|helpers?|common|managers?|misc)$/;
    const named = files.filter(
      (path) =>
        path !== 'schema/common.graphql' &&
        path.split('/').some((segment) => segment.split(/[-.]/).some((word) => empty.test(word))),
    );
    expect(named).toEqual([]);
  });

  it('proves that these tests look at something', () => {
    expect(subgraphs.length).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(subgraphs.length);
  });
});

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [relative(root, path)];
  });
}

function list(folder: string, extension: string): string[] {
  const path = join(root, folder);
  return existsSync(path) && statSync(path).isDirectory()
    ? readdirSync(path).filter((name) => name.endsWith(extension))
    : [];
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function linesOf(path: string): number {
  return textOf(path).trimEnd().split('\n').length;
}
