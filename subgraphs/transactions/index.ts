import type { SubgraphHost } from '../kit/definition.ts';
import { createSubgraph, type Subgraph } from '../kit/subgraph.ts';
import { createServiceSearch } from './catalogue/search/service-search.ts';
import { loadServiceCatalogue } from './catalogue/service-catalogue.ts';
import { defineTransactions } from './registry.ts';
import type { TransactionsDB } from './repository.ts';

export { defineTransactions, type TransactionsDB };

/** The registry of affairs over the catalogue of this folder, as the gateway's process and its own run it. */
export const createTransactions = (host: SubgraphHost<TransactionsDB>): Subgraph => {
  const services = loadServiceCatalogue();
  return createSubgraph(defineTransactions({ services, search: createServiceSearch(services) }), host);
};
