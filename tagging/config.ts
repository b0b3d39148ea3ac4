import { z } from 'zod';
import { readVariables, type Variables } from '../schema/environment.ts';
import { environment as everyRegistrys } from '../subgraphs/kit/config.ts';

/** What every registry's process reads, and where tags are kept. */
export const environment = everyRegistrys.extend({
  NEO4J_URL: z
    .url()
    .optional()
    .describe('Neo4j that keeps the tags, bolt://… or neo4j://…; empty: the database of the registries'),
  NEO4J_USER: z.string().default('neo4j').describe('User there'),
  NEO4J_PASSWORD: z.string().optional().describe('Password there; empty: it asks for none'),
});

export type TaggingConfig = z.infer<typeof environment>;

/** Throws an EnvironmentError that names what is missing. */
export const readConfig = (variables: Variables = process.env): TaggingConfig => readVariables(environment, variables);
