import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { isStorable } from '../../schema/texts.ts';
import type { Viewer } from '../../schema/viewer.ts';

/** Which claim of a token says what; an issuer's own names are set by `OIDC_CLAIMS`. */
const claimNames = z
  .object({
    role: z.string().default('role'),
    department: z.string().default('department'),
    district: z.string().default('district'),
    acr: z.string().default('acr'),
    sources: z.string().default('sources'),
    client: z.string().default('client'),
    idNumber: z.string().default('id_number'),
    /** Values of `acr` and the sign-in level that each stands for. */
    assurance: z
      .record(z.string(), z.union([z.literal(1), z.literal(2), z.literal(3)]))
      .default({ '1': 1, '2': 2, '3': 3 }),
  })
  .strict();

export type ClaimNames = z.infer<typeof claimNames>;

export const readClaimNames = (json: string): ClaimNames => claimNames.parse(JSON.parse(json));

/** What a viewer is for a whole session; purpose, case and acting-for come with each request. */
export type Account = Pick<Viewer, 'role' | 'client' | 'assurance' | 'subject' | 'department' | 'district' | 'sources'>;

/** A token that was understood; a citizen's number is still to be exchanged for the citizen's id. */
export type Claimed = { account: Account; idNumber: null } | { account: Omit<Account, 'subject'>; idNumber: string };

const base = {
  sub: z.string().min(1).max(200).refine(isStorable),
  client: z.enum(['portal', 'widget', 'api']).default('api'),
  assurance: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
};
const code = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const accounts = z.discriminatedUnion('role', [
  z.object({ ...base, role: z.literal('citizen'), idNumber: z.string().regex(/^\d{17}[\dX]$/) }),
  z.object({ ...base, role: z.literal('staff'), department: code, district: z.string().regex(/^\d{6}$/) }),
  z.object({ ...base, role: z.literal('analyst') }),
  z.object({ ...base, role: z.literal('operator') }),
  z.object({ ...base, role: z.literal('system') }),
  z.object({ ...base, role: z.literal('source'), sources: z.array(z.string().regex(/^[a-z]+\.[a-z-]+$/)).min(1) }),
]);

/** Maps the claims of a verified token. Null when they make no account, e.g. staff without a department. */
export const toClaimed = (payload: JWTPayload, names: ClaimNames): Claimed | null => {
  const acr = payload[names.acr];
  const parsed = accounts.safeParse({
    sub: payload.sub,
    client: payload[names.client],
    assurance: typeof acr === 'string' || typeof acr === 'number' ? names.assurance[String(acr)] : undefined,
    role: payload[names.role],
    department: payload[names.department],
    district: payload[names.district],
    sources: payload[names.sources],
    idNumber: payload[names.idNumber],
  });
  if (!parsed.success) return null;
  const claims = parsed.data;
  const account = {
    role: claims.role,
    client: claims.client,
    assurance: claims.assurance,
    department: claims.role === 'staff' ? claims.department : null,
    district: claims.role === 'staff' ? claims.district : null,
    sources: claims.role === 'source' ? claims.sources : [],
  };
  return claims.role === 'citizen'
    ? { account, idNumber: claims.idNumber }
    : { account: { ...account, subject: claims.sub }, idNumber: null };
};
