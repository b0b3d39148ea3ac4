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
    const answer: unknown = await body.json();
    if (statusCode !== 200) throw new Error(`The token endpoint answered ${statusCode}.`);
    const { access_token: value, expires_in: seconds } = tokenAnswer.parse(answer);
    token = { value, until: clock().getTime() + seconds * 1_000 - RENEW_BEFORE_MS };
    return value;
  };

  const ask = async (idNumbers: readonly string[]): Promise<readonly (string | null)[]> => {
    const { body } = await request(`${options.gatewayUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await getToken()}` },
      body: JSON.stringify({ query: QUERY, variables: { idNumbers } }),
    });
    const answer = identitiesAnswer.safeParse(await body.json());
    if (!answer.success) throw new Error('The gateway could not exchange ID numbers.');
    return answer.data.data.citizensByIdNumber.map((citizen) => citizen?.id ?? null);
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
