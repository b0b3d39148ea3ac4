import { randomBytes } from 'node:crypto';

const PREFIXES = { application: 'a1_', appointment: 'b1_', touchpoint: 't1_' } as const;

/** A new id, random and opaque. */
export const createId = (of: keyof typeof PREFIXES): string => PREFIXES[of] + randomBytes(16).toString('base64url');
