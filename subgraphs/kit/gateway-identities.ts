import { request } from 'undici';
import { z } from 'zod';
import type { IdentityResolver } from './definition.ts';

export interface GatewayIdentitiesOptions {
  gatewayUrl: string;
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
}

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });
const identitiesAnswer = z.object({
  data: z.object({ citizensByIdNumber: z.array(z.object({ id: z.string() }).nullable()) }),
});
const refusedAnswer = z.object({
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).nonempty(),
});

const QUERY = 'query Identities($idNumbers: [String!]!) { citizensByIdNumber(idNumbers: $idNumbers) { id } }';
/** Less than the gateway's list limit. */
const NUMBERS_PER_REQUEST = 500;
const RENEW_BEFORE_MS = 30_000;

/** Exchanges ID numbers by asking `personal` through the gateway as `system`, with client credentials (RFC 6749 §4.4). */
export const createGatewayIdentities = (options: GatewayIdentitiesOptions, clock: () => Date): IdentityResolver => {
  let token: { value: string; until: number } | undefined;

  const getToken = async (): Promise<string> => {
    if (token !== undefined && token.until > clock().getTime()) return token.value;
    const { body, statusCode } = await request(options.tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: options.clientId,
        client_secret: options.clientSecret,
      }).toString(),
    });
    if (statusCode !== 200) {
      await body.dump();
      throw new Error(`The token endpoint answered ${statusCode}.`);
    }
    const { access_token: value, expires_in: seconds } = tokenAnswer.parse(await body.json());
    token = { value, until: clock().getTime() + seconds * 1_000 - RENEW_BEFORE_MS };
    return value;
  };

  const post = async (idNumbers: readonly string[]) => {
    const { body, statusCode } = await request(`${options.gatewayUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await getToken()}` },
      body: JSON.stringify({ query: QUERY, variables: { idNumbers } }),
    });
    return { statusCode, answer: await body.json().catch(() => null) };
  };

  /** A token may be refused before its time, e.g. when the issuer changed its keys: then another is asked for, once. */
  const ask = async (idNumbers: readonly string[]): Promise<readonly (string | null)[]> => {
    let { statusCode, answer } = await post(idNumbers);
    if (statusCode === 401) {
      token = undefined;
      ({ statusCode, answer } = await post(idNumbers));
    }
    const answered = identitiesAnswer.safeParse(answer);
    if (!answered.success) {
      const code = refusedAnswer.safeParse(answer).data?.errors[0]?.extensions.code;
      throw new Error(`The gateway answered ${[statusCode, code].filter(Boolean).join(' ')}.`);
    }
    const { citizensByIdNumber: citizens } = answered.data.data;
    if (citizens.length !== idNumbers.length) {
      throw new Error(`The gateway answered ${citizens.length} of ${idNumbers.length} ID numbers.`);
    }
    return citizens.map((citizen) => citizen?.id ?? null);
  };

  return {
    resolve: async (idNumbers) => {
      const resolved: (string | null)[] = [];
      for (let from = 0; from < idNumbers.length; from += NUMBERS_PER_REQUEST) {
        resolved.push(...(await ask(idNumbers.slice(from, from + NUMBERS_PER_REQUEST))));
      }
      return resolved;
    },
  };
};
