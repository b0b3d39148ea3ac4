export { readSubgraphConfig as readConfig } from '../kit/config.ts';
