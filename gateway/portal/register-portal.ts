import type { FastifyInstance } from 'fastify';
import { addFileRoutes } from './file-routes.ts';
import { graphiqlFiles } from './graphiql-files.ts';
import { pageFiles } from './page-files.ts';

export interface PortalOptions {
  /** Serves GraphiQL as well; in production a person's token does not belong into a page. */
  isDevelopment: boolean;
}

/** `/`: what OneFile is, with its demo people and their files; `/graphiql`: GraphiQL without a network. */
export const registerPortal = (app: FastifyInstance, { isDevelopment }: PortalOptions): void => {
  addFileRoutes(app, pageFiles());
  if (isDevelopment) addFileRoutes(app, graphiqlFiles());
};
