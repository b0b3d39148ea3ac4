import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..', '..');
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const composed = z.object({
  services: z.record(
    z.string(),
    z.object({
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
      healthcheck: z.object({ test: z.array(z.string()) }),
      depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).default({}),
      volumes: z.array(z.string()).min(1),
    }),
  ),
});

/** `docker-compose.yml` with its anchors merged, as it stands otherwise. */
export const { services: composedServices } = composed.parse(parse(textOf('docker-compose.yml'), { merge: true }));

/** Compose's `${NAME:?why}` and `${NAME:-default}`, and no other; throws for one that is asked for and not given. */
export const interpolate = (value: string | number, given: Readonly<Record<string, string>>): string =>
  String(value).replaceAll(/\$\{(\w+):([?-])([^}]*)\}/g, (_whole, name: string, kind: string, word: string) => {
    const found = given[name];
    if (kind === '-') return found ?? word;
    if (found === undefined || word === '') throw new Error(`${name} is asked for: ${word}`);
    return found;
  });

/** What the `Dockerfile` says of the image: what it copies, what starts it, and with which environment. */
export const readImage = () => {
  const text = textOf('Dockerfile');
  const [, entrypoint = '[]'] = /^ENTRYPOINT (.+)$/m.exec(text) ?? [];
  const [, variables = ''] = /^ENV (.+)$/m.exec(text) ?? [];
  return {
    files: [...text.matchAll(/^COPY (.+) (?:\S+)$/gm)].flatMap(([, from = '']) => from.split(' ')),
    folders: [...text.matchAll(/^COPY (\w+) \1$/gm)].map(([, folder = '']) => folder),
    entrypoint: z.array(z.string()).parse(JSON.parse(entrypoint)),
    environment: Object.fromEntries(variables.split(' ').map((pair) => pair.split('=') as [string, string])),
  };
};
