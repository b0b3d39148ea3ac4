/** Governance reads what every subgraph does, and nothing beside. */
export { readSubgraphConfig } from '../kit/config.ts';
