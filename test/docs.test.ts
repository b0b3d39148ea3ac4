import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';

const root = join(import.meta.dirname, '..');
const notOurs = new Set(['node_modules', '.git', '.data', '.cache']);
const pages = markdown(root);
const readmes = ['README.md', 'README.zh-CN.md'];

describe('the pages', () => {
  it.each(pages)('%s links to what exists', (page) => {
    expect(linksOf(page).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
  });

  it('are found, and so are their links', () => {
    expect(pages).toEqual(expect.arrayContaining([...readmes, 'CONTRIBUTING.md', 'docs/architecture.md']));
    expect(linksOf('README.md').length).toBeGreaterThan(5);
    expect(leadsSomewhere('README.md', 'docs/nowhere.md')).toBe(false);
    expect(leadsSomewhere('README.md', 'CONTRIBUTING.md#nothing-like-it')).toBe(false);
  });
});

describe('the READMEs', () => {
  const api = buildSchema(textOf('schema/api.graphql'));
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

  it.each(readmes)('%s asks for what the contract has', (page) => {
    const queries = queriesIn(page);
    expect(queries.length).toBeGreaterThan(0);
    expect(queries.flatMap((query) => validate(api, parse(query)).map(({ message }) => message))).toEqual([]);
  });

  it.each([...readmes, 'CONTRIBUTING.md', 'docs/operations.md'])('%s names commands that there are', (page) => {
    const commands = commandsIn(page);
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });

  it('name the same commands and queries in both languages', () => {
    const [english = '', chinese = ''] = readmes;
    expect(commandsIn(chinese)).toEqual(commandsIn(english));
    expect(queriesIn(chinese)).toEqual(queriesIn(english));
  });
});

/** Markdown files, from the root on. */
function markdown(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdown(path);
    return entry.name.endsWith('.md') ? [relative(root, path)] : [];
  });
}

/** Targets of the links that stay in this repository. */
function linksOf(page: string): string[] {
  const prose = textOf(page).replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), decodeURIComponent(path));
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || anchorsOf(target).includes(anchor);
}

/** The anchors that GitHub gives to headings. */
function anchorsOf(page: string): string[] {
  return [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The documents in the bodies of requests. */
function queriesIn(page: string): string[] {
  return [...textOf(page).matchAll(/-d '(\{.*\})'/g)].map(
    ([, body = '']) => (JSON.parse(body) as { query: string }).query,
  );
}

/** Scripts named by `npm run x`, `npm start` or `npm test`, each once, in order of name. */
function commandsIn(page: string): string[] {
  const named = [...textOf(page).matchAll(/\bnpm (?:run (?:-s )?([a-z][a-z0-9:-]*)|(start|test)\b)/g)];
  return [...new Set(named.map(([, script, word]) => script ?? word ?? ''))].sort();
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
