import { z } from 'zod';
import type { IdentityResolver } from './definition.ts';
import type { GatewayClient } from './gateway-client.ts';

const identitiesAnswer = z.object({
  data: z.object({ citizensByIdNumber: z.array(z.object({ id: z.string() }).nullable()) }),
});
const refusedAnswer = z.object({
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).nonempty(),
});

const QUERY = 'query Identities($idNumbers: [String!]!) { citizensByIdNumber(idNumbers: $idNumbers) { id } }';
/** Less than the gateway's list limit. */
const NUMBERS_PER_REQUEST = 500;

/** Exchanges ID numbers by asking `personal` through the gateway as `system`. */
export const createGatewayIdentities = (askGateway: GatewayClient): IdentityResolver => {
  const ask = async (idNumbers: readonly string[]): Promise<readonly (string | null)[]> => {
    const { statusCode, body } = await askGateway(QUERY, { idNumbers });
    const answered = identitiesAnswer.safeParse(body);
    if (!answered.success) {
      const code = refusedAnswer.safeParse(body).data?.errors[0]?.extensions.code;
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
