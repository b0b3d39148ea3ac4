import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Executor } from './store/store.ts';

/** Turns the values of sort columns into cursors and back, so that a cursor tells nothing and cannot be made up. */
export interface CursorCodec {
  seal(text: string): string;
  /** Null for what was not sealed under this key. */
  open(cursor: string): string | null;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM; the nonce comes of the text, so that one place in a list has one cursor. */
export const createCursorCodec = (key: Buffer): CursorCodec => {
  const expand = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `onefile cursor ${purpose}`, KEY_BYTES));
  const sealKey = expand('seal');
  const nonceKey = expand('nonce');
  return {
    seal: (text) => {
      const nonce = createHmac('sha256', nonceKey).update(text).digest().subarray(0, NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open: (cursor) => {
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== cursor) return null;
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, NONCE_BYTES)).setAuthTag(
        bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
      );
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
};

/** The registry's own key, in its database, so that each of its processes reads the cursors of the others. */
export const createCursorKeyTable = async (db: Kysely<unknown>, schema: string): Promise<void> => {
  await db.schema
    .withSchema(schema)
    .createTable('cursor_key')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .execute();
  await sql`insert into ${sql.table(`${schema}.cursor_key`)} values (${randomBytes(KEY_BYTES).toString('base64')})`.execute(
    db,
  );
};

export const loadCursorCodec = async <DB>(executor: Executor<DB>, schema: string): Promise<CursorCodec> => {
  const { rows } = await sql<{ key: string }>`select key from ${sql.table(`${schema}.cursor_key`)}`.execute(executor);
  const [held] = rows;
  if (held === undefined) throw new Error(`The registry ${schema} has no key for its cursors.`);
  return createCursorCodec(Buffer.from(held.key, 'base64'));
};
