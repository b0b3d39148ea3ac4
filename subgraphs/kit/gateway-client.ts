import { request } from 'undici';
import { z } from 'zod';

export interface GatewayClientOptions {
  gatewayUrl: string;
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
}

/** What came of a question: the HTTP status and the body as JSON, null where it is none. */
export interface GatewayAnswer {
  readonly statusCode: number;
  readonly body: unknown;
}

/** Asks the gateway as `system`. Rejects when the gateway or the token endpoint cannot be reached, or gives no token. */
export type GatewayClient = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<GatewayAnswer>;

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });
const RENEW_BEFORE_MS = 30_000;

/** Asks with client credentials (RFC 6749 §4.4); a token serves until shortly before it runs out. */
export const createGatewayClient = (options: GatewayClientOptions, clock: () => Date): GatewayClient => {
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

  const post: GatewayClient = async (query, variables) => {
    const { body, statusCode } = await request(`${options.gatewayUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await getToken()}` },
      body: JSON.stringify({ query, variables }),
    });
    return { statusCode, body: await body.json().catch(() => null) };
  };

  /** A token may be refused before its time, e.g. when the issuer changed its keys: then another is asked for, once. */
  return async (query, variables) => {
    const answer = await post(query, variables);
    if (answer.statusCode !== 401) return answer;
    token = undefined;
    return post(query, variables);
  };
};
