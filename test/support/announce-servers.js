import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';

/** What a suite says when it needs a server, and the variable that names the server. */
const needs = {
  ONEFILE_TEST_POSTGRES_URL: /\bdescribeWithPostgres\w*\(/,
  ONEFILE_TEST_REDIS_URL: /\bdescribeWith(Postgres(And)?)?Redis\w*\(/,
  ONEFILE_TEST_NEO4J_URL: /\bdescribeWithNeo4j\w*\(/,
  ONEFILE_TEST_CHROMIUM: /\b(describeWithChromium\(|ONEFILE_TEST_CHROMIUM\b)/,
};

/** Before the first suite: one line that tells which suites are left out for want of which variable, if any. */
export default async function announceServers({ rootDir }) {
  const { readConfig } = await tsImport('./config.ts', import.meta.url);
  const given = readConfig();
  const folder = join(rootDir, 'test');
  const suites = readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.test.ts'))
    .sort()
    .map((path) => ({ name: path.replace(/\.test\.ts$/, ''), text: readFileSync(join(folder, path), 'utf8') }));
  const lacking = Object.entries(needs)
    .filter(([variable]) => given[variable] === undefined)
    .map(([variable, says]) => [variable, suites.filter(({ text }) => says.test(text)).map(({ name }) => name)])
    .filter(([, names]) => names.length > 0)
    .map(([variable, names]) => `${variable} (${names.join(', ')})`);
  if (lacking.length > 0) process.stderr.write(`Left out for want of a variable: ${lacking.join('; ')}\n`);
}
