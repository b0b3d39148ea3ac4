import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Master keys by version, 32 bytes each in base64; new numbers are kept under `current`. */
export interface IdentityKeyRing {
  current: number;
  keys: Readonly<Record<string, string>>;
}

/** What turns ID numbers into aliases and seals them; a number never rests in the open. */
export interface IdentityKeys {
  readonly current: number;
  /** The alias of a number under the current key. */
  aliasOf(idNumber: string): string;
  /** Its aliases under every key of the ring, the current one first: while keys rotate, any may be on file. */
  aliasesOf(idNumber: string): readonly string[];
  /** AES-256-GCM under the current key, bound to the person. */
  seal(citizenId: string, idNumber: string): string;
  /** Throws when the text was altered, belongs to another person, or its key is not in the ring. */
  open(citizenId: string, sealed: string): string;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface DerivedKeys {
  alias: Buffer;
  seal: Buffer;
}

const derive = (version: string, master: string): DerivedKeys => {
  const key = Buffer.from(master, 'base64');
  if (key.length !== KEY_BYTES) {
    throw new TypeError(`Identity key ${version} must have ${KEY_BYTES} bytes, but has: ${key.length}.`);
  }
  const expand = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', key, '', `onefile identity ${purpose}`, KEY_BYTES));
  return { alias: expand('alias'), seal: expand('seal') };
};

export const createIdentityKeys = ({ current, keys }: IdentityKeyRing): IdentityKeys => {
  const derived = new Map(Object.entries(keys).map(([version, master]) => [version, derive(version, master)]));
  const get = (version: string): DerivedKeys => {
    const key = derived.get(version);
    if (key === undefined) throw new Error(`The key ring has no identity key of version ${version}.`);
    return key;
  };
  const now = get(String(current));
  const newestFirst = [now, ...[...derived.values()].filter((key) => key !== now)];
  const hmac = (key: DerivedKeys, idNumber: string) =>
    createHmac('sha256', key.alias).update(idNumber).digest('base64url');

  return {
    current,
    aliasOf: (idNumber) => hmac(now, idNumber),
    aliasesOf: (idNumber) => newestFirst.map((key) => hmac(key, idNumber)),
    seal: (citizenId, idNumber) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', now.seal, nonce).setAAD(Buffer.from(citizenId));
      const text = Buffer.concat([cipher.update(idNumber, 'utf8'), cipher.final()]);
      return `${current}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`;
    },
    open: (citizenId, sealed) => {
      const [version = '', body = ''] = sealed.split('.');
      const bytes = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', get(version).seal, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(citizenId))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
};
