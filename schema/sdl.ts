import { readFileSync } from 'node:fs';

/** The subgraphs, in the order of their ports in the supergraph. */
export const SUBGRAPHS = [
  'personal',
  'enterprises',
  'governance',
  'archive',
  'licences',
  'transactions',
  'tagging',
] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** Where a subgraph lives in the repository. */
export const folderOf = (name: SubgraphName): string => (name === 'tagging' ? name : `subgraphs/${name}`);

/** The SDL of one subgraph as it is composed and served: `common.graphql`, then its own text. */
export const loadSdl = (name: SubgraphName): string => `${readText('common.graphql')}\n${readText(`${name}.graphql`)}`;

const readText = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
