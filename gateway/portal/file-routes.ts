import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** A file served under a fixed URL. */
export interface ServedFile {
  url: string;
  /** Absolute. */
  path: string;
  /** Seconds for which a browser need not ask again. */
  maxAge: number;
  /** The Content-Security-Policy of a page. */
  policy?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.graphql': 'application/graphql; charset=utf-8',
};

const etagOf = (body: Buffer): string => `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** One route per file, so that no path of a request ever reaches the disk. */
export const addFileRoutes = (app: FastifyInstance, files: readonly ServedFile[]): void => {
  for (const { url, path, maxAge, policy } of files) {
    const type = TYPES[extname(path)];
    if (type === undefined) throw new Error(`No content type is known for ${path}.`);
    app.get(url, async (request, reply) => {
      const body = await readFile(path);
      const etag = etagOf(body);
      void reply.headers({
        etag,
        'cache-control': maxAge === 0 ? 'no-cache' : `public, max-age=${maxAge}`,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      if (policy !== undefined) void reply.header('content-security-policy', policy);
      const known = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
      if (known?.includes(etag) === true) return reply.code(304).send();
      return reply.type(type).send(body);
    });
  }
};
