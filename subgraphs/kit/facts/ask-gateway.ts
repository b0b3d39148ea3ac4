import { z } from 'zod';
import type { GatewayClient } from '../gateway-client.ts';
import type { AskFacts, FactAnswer } from './read-facts.ts';

/** An answer of GraphQL (spec §7.1); anything else, such as a proxy's page, is none. */
const graphqlAnswer = z
  .object({
    data: z.record(z.string(), z.unknown()).nullable().optional(),
    errors: z
      .array(
        z.object({
          message: z.string(),
          path: z.array(z.union([z.string(), z.number()])).exactOptional(),
          extensions: z.object({ code: z.string().exactOptional() }).exactOptional(),
        }),
      )
      .exactOptional(),
  })
  .refine(({ data, errors }) => data !== undefined || errors !== undefined);

/** Reads an answer. Throws where it is none of GraphQL. */
export const toFactAnswer = (body: unknown): FactAnswer => {
  const { success, data: answer } = graphqlAnswer.safeParse(body);
  if (!success) throw new Error('This is no answer of GraphQL.');
  const { data = null, errors = [] } = answer;
  return { data, errors };
};

/** Asks for facts through the gateway. Rejects with the status where the answer is none of GraphQL. */
export const createAskFacts =
  (askGateway: GatewayClient): AskFacts =>
  async (query, variables) => {
    const { statusCode, body } = await askGateway(query, variables);
    try {
      return toFactAnswer(body);
    } catch (cause) {
      throw new Error(`The gateway answered ${statusCode}, which is no answer of GraphQL.`, { cause });
    }
  };
