import type { FastifyRequest } from 'fastify';
import { AppError } from '../../schema/errors.ts';
import type { RateLimit } from '../limits/rate-limit.ts';
import type { SignedIn, SignIn } from './sign-in.ts';

/** Finds out who asks, and whether they may ask so often. Rejects as SignIn does, and with RATE_LIMITED. */
export type Admission = (request: Pick<FastifyRequest, 'headers' | 'ip'>) => Promise<SignedIn>;

export interface AdmissionOptions {
  signIn: SignIn;
  perViewer: RateLimit;
  /** Counts who has no token, or a bad one. */
  perAddress: RateLimit;
}

const takeTurn = (limit: RateLimit, key: string): void => {
  const retryAfter = limit(key);
  if (retryAfter > 0)
    throw new AppError('RATE_LIMITED', `Too many requests; try again in ${retryAfter} s.`, { retryAfter });
};

/** One for all routes, so that an address has one measure. `system` has none: it reads facts in batches. */
export const createAdmission = ({ signIn, perViewer, perAddress }: AdmissionOptions): Admission => {
  return async ({ headers, ip }) => {
    try {
      const signedIn = await signIn(headers);
      if (signedIn.sessionId === null) takeTurn(perAddress, ip);
      else if (signedIn.viewer.role !== 'system') takeTurn(perViewer, signedIn.sessionId);
      return signedIn;
    } catch (error) {
      if (error instanceof AppError && error.code === 'UNAUTHENTICATED') takeTurn(perAddress, ip);
      throw error;
    }
  };
};
