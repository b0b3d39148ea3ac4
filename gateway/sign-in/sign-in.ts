import { unauthenticated } from '../../schema/errors.ts';
import type { Sealer } from '../../schema/seal.ts';
import { publicViewer, type Viewer } from '../../schema/viewer.ts';
import { readBearer, readErrand, type RequestHeaders } from './request-headers.ts';
import { createSeals, type SealedViewer } from './seals.ts';
import type { Sessions } from './sessions.ts';

export interface SignedIn extends SealedViewer {
  /** What the rate limit counts by; null without a token. */
  sessionId: string | null;
}

/**
 * Finds out who asks, from a request's headers alone. Rejects with UNAUTHENTICATED for a token that is not good
 * (never: for none, which is `public`), and with BAD_USER_INPUT for a malformed header.
 */
export type SignIn = (headers: RequestHeaders) => Promise<SignedIn>;

export interface SignInOptions {
  sessions: Pick<Sessions, 'open'>;
  seal: Sealer;
  clock: () => Date;
  today: () => string;
  /** Milliseconds that an operation may take: no seal ends within. */
  operationTimeout: number;
}

export const createSignIn = ({ sessions, seal, clock, today, operationTimeout }: SignInOptions): SignIn => {
  const sealOnce = createSeals(seal, clock, operationTimeout);
  return async (headers) => {
    const token = readBearer(headers);
    if (token === undefined) throw unauthenticated();
    if (token === null) return { ...(await sealOnce('public', () => publicViewer(today()))), sessionId: null };
    const { id, account } = await sessions.open(token);
    const errand = readErrand(headers, account);
    const key = `${id} ${account.subject ?? ''} ${errand.actingFor ?? ''} ${errand.purpose ?? ''} ${errand.caseNo ?? ''}`;
    const viewer = (): Viewer => ({ ...account, ...errand, today: today() });
    const { viewer: sealed, seal: text } = await sealOnce(key, viewer);
    return { viewer: sealed, seal: text, sessionId: id };
  };
};
