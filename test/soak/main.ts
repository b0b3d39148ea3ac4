const SOAKS: Readonly<Record<string, () => Promise<{ soak(args: readonly string[]): Promise<boolean> }>>> = {
  ingest: () => import('./ingest.ts'),
  rules: () => import('./rules.ts'),
  services: () => import('./services.ts'),
  slots: () => import('./slots.ts'),
  tags: () => import('./tags.ts'),
};

/** `npm run soak -- <name> [arguments]`: a long test of endurance; exits 1 when it fails. */
const [name = '', ...args] = process.argv.slice(2);
const load = SOAKS[name];
if (load) process.exitCode = (await (await load()).soak(args)) ? 0 : 1;
else {
  process.stderr.write(`usage: soak <name>\nThere are: ${Object.keys(SOAKS).join(', ')}\n`);
  process.exitCode = 2;
}
