import type { FastifyInstance } from 'fastify';
import { issuerUrl, type DevelopmentIssuer } from './issuer.ts';
import { accountClaims, type DemoPerson } from './people.ts';
import { isSameSecret } from './system-client.ts';

export interface IssuerRoutesOptions {
  issuer: DevelopmentIssuer;
  port: () => number;
  systemSecret: string;
  people: readonly DemoPerson[];
}

const SYSTEM_TOKEN_SECONDS = 3_600;

interface Credentials {
  id: string;
  secret: string;
}

/** RFC 6749 §2.3.1: both are form-encoded, then joined by a colon. Null for what is no such pair. */
const readBasic = (encoded: string): Credentials | null => {
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  try {
    return id === undefined || secret === undefined
      ? null
      : { id: decodeURIComponent(id), secret: decodeURIComponent(secret) };
  } catch {
    return null;
  }
};

const clientOf = (authorization: string | undefined, body: URLSearchParams): Credentials | null => {
  const [, basic] = /^Basic (.*)$/i.exec(authorization ?? '') ?? [];
  return basic === undefined
    ? { id: body.get('client_id') ?? '', secret: body.get('client_secret') ?? '' }
    : readBasic(basic);
};

/** OpenID discovery, keys, client credentials for `system`, and the demo people with their tokens. */
export const addIssuerRoutes = (
  app: FastifyInstance,
  { issuer, port, systemSecret, people }: IssuerRoutesOptions,
): void => {
  app.get('/.well-known/openid-configuration', () => {
    const base = issuerUrl(port());
    return {
      issuer: base,
      jwks_uri: `${base}/jwks`,
      token_endpoint: `${base}/token`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['EdDSA'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    };
  });

  app.get('/jwks', () => issuer.jwks);

  app.post('/token', async (request, reply) => {
    const body = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    void reply.header('cache-control', 'no-store');
    if (body.get('grant_type') !== 'client_credentials')
      return reply.code(400).send({ error: 'unsupported_grant_type' });
    const client = clientOf(request.headers.authorization, body);
    if (client?.id !== 'system' || !isSameSecret(client.secret, systemSecret)) {
      return reply.code(401).header('www-authenticate', 'Basic').send({ error: 'invalid_client' });
    }
    const token = await issuer.mint({ sub: 'system', role: 'system', acr: '2' }, SYSTEM_TOKEN_SECONDS);
    return { access_token: token, token_type: 'Bearer', expires_in: SYSTEM_TOKEN_SECONDS };
  });

  app.get('/dev/people', async (request, reply) => {
    const language = request.headers['accept-language']?.startsWith('zh') === true ? 'zh' : 'en';
    void reply.header('cache-control', 'no-store');
    return Promise.all(
      people.map(async (person) => ({
        id: person.id,
        name: person.name,
        nameEn: person.nameEn,
        story: person.story[language],
        storyEn: person.story.en,
        role: person.role,
        token: await issuer.mint(accountClaims(person)),
      })),
    );
  });
};
