import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { unauthenticated } from '../../schema/errors.ts';
import type { IdentityExchange } from './identity-exchange.ts';
import { toClaimed, type Account, type ClaimNames } from './claims.ts';
import type { TokenVerifier } from './token-verifier.ts';

export interface Session {
  /** SHA-256 of the token: what the token itself is never kept for. */
  id: string;
  account: Account;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

export interface Sessions {
  open(token: string): Promise<Session>;
  /** The id was given up, by a merge or an erasure: whoever is signed in under it is looked up anew. */
  giveUp(subject: string): void;
  /** What was given up may have been missed: everybody is looked up anew. */
  forget(): void;
}

export interface SessionsOptions {
  verify: TokenVerifier;
  exchangeIdentity: IdentityExchange;
  claimNames: ClaimNames;
  clock: () => Date;
}

/** After this a token is verified anew, so that a key its issuer withdrew is noticed, and a merge that the feed did not tell. */
const SESSION_LIFE_MS = 300_000;

/**
 * Opens a session per token: verified, mapped, and a citizen's ID number exchanged for the citizen's id, once. Rejects
 * with UNAUTHENTICATED for a token that is not good, and for a citizen whom the registry does not know.
 */
export const createSessions = ({ verify, exchangeIdentity, claimNames, clock }: SessionsOptions): Sessions => {
  const opening = new Map<string, Promise<Session>>();
  const opened = new LRUCache<string, Session>({ max: 50_000 });
  // An id that was given up is never anybody's again, so that an exchange under way cannot bring it back.
  const givenUp = new LRUCache<string, true>({ max: 50_000 });
  let forgotten = 0;
  const isGivenUp = ({ account: { subject } }: Session) => subject !== null && givenUp.has(subject);

  const open = async (id: string, token: string): Promise<Session> => {
    const payload = await verify(token);
    const claimed = toClaimed(payload, claimNames);
    if (claimed === null) throw unauthenticated();
    const expiresAt = Math.min(payload.exp * 1_000, clock().getTime() + SESSION_LIFE_MS);
    if (claimed.idNumber === null) return { id, account: claimed.account, expiresAt };
    const subject = await exchangeIdentity(claimed.idNumber);
    if (subject === null) throw unauthenticated();
    return { id, account: { ...claimed.account, subject }, expiresAt };
  };

  return {
    open: async (token) => {
      const id = createHash('sha256').update(token).digest('base64url');
      const known = opened.get(id);
      if (known !== undefined && known.expiresAt > clock().getTime() && !isGivenUp(known)) return known;
      const began = forgotten;
      const pending = opening.get(id) ?? open(id, token);
      opening.set(id, pending);
      try {
        const session = await pending;
        if (began === forgotten && !isGivenUp(session)) opened.set(id, session);
        return session;
      } finally {
        opening.delete(id);
      }
    },
    giveUp: (subject) => void givenUp.set(subject, true),
    forget: () => {
      forgotten += 1;
      opened.clear();
    },
  };
};
