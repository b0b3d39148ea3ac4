import { composeServices } from '@apollo/composition';
import { parse, printSchema, type DocumentNode } from 'graphql';
import { loadSdl, SUBGRAPHS } from '../sdl.ts';

/** Port of the first subgraph in the supergraph; the gateway's configuration overrides the addresses. */
const FIRST_PORT = 4001;

export interface Composition {
  supergraphSdl: string;
  /** What clients see, with descriptions. */
  apiSdl: string;
}

export interface Service {
  name: string;
  url: string;
  typeDefs: DocumentNode;
}

export const loadServices = (): Service[] =>
  SUBGRAPHS.map((name, index) => ({
    name,
    url: `http://127.0.0.1:${FIRST_PORT + index}`,
    typeDefs: parse(loadSdl(name)),
  }));

/** Composes subgraphs; throws with every error and every hint, as a hint is a mistake here. */
export function composeSubgraphs(services: Service[]): Composition {
  const { errors, hints, schema, supergraphSdl } = composeServices(services);
  const complaints = [...(errors ?? []).map(({ message }) => message), ...(hints ?? []).map(String)];
  if (complaints.length > 0 || schema === undefined) {
    throw new Error(`The subgraphs do not compose:\n${complaints.join('\n')}`);
  }
  return {
    supergraphSdl: `${supergraphSdl.trim()}\n`,
    apiSdl: `${printSchema(schema.toAPISchema().toGraphQLJSSchema())}\n`,
  };
}
