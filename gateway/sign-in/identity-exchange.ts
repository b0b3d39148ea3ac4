import type { GraphQLDataSource } from '@apollo/gateway';
import type { Sealer } from '../../schema/seal.ts';
import { unavailable } from '../../schema/errors.ts';
import { publicViewer } from '../../schema/viewer.ts';
import type { SubgraphRequestOptions } from '../apollo-types.ts';
import { isJsonObject } from '../fast-path/merge.ts';

/** The id (`c1_…`) of who has an ID number; null when the registry knows nobody of it. */
export type IdentityExchange = (idNumber: string) => Promise<string | null>;

export interface IdentityExchangeOptions {
  /** The data source of the subgraph `personal`. */
  personal: GraphQLDataSource;
  seal: Sealer;
  today: () => string;
}

const QUERY = 'query ($idNumbers: [String!]!) { citizensByIdNumber(idNumbers: $idNumbers) { id } }';

/** Asks `personal` as `system`. Rejects with UNAVAILABLE when it cannot say. */
export const createIdentityExchange = ({ personal, seal, today }: IdentityExchangeOptions): IdentityExchange => {
  return async (idNumber) => {
    const sealed = await seal({ ...publicViewer(today()), role: 'system', subject: 'gateway', assurance: 2 });
    const request = { query: QUERY, variables: { idNumbers: [idNumber] } };
    const options = {
      kind: 'health check',
      request,
      context: { seal: sealed.seal },
    } as unknown as SubgraphRequestOptions;
    const answer = await personal.process(options).catch(() => {
      throw unavailable();
    });
    const found: unknown = answer.data?.['citizensByIdNumber'];
    if (!Array.isArray(found)) throw unavailable();
    const citizen: unknown = found[0];
    return isJsonObject(citizen) && typeof citizen['id'] === 'string' ? citizen['id'] : null;
  };
};
