import { createRequire } from 'node:module';
import type * as Middleware from 'graphql-middleware';
import type * as Shield from 'graphql-shield';

/*
 * Both from their CommonJS builds: graphql-shield's ES module imports `isUndefined` of node:util, which Node 23 removed,
 * and does not load there. What shield makes, the graphql-middleware that it required must apply. Shield's `chain` and
 * `race` still call the missing function and are left out.
 */
const require = createRequire(import.meta.url);

export const { allow, deny, rule, shield } = require('graphql-shield') as typeof Shield;
export const { applyMiddlewareToDeclaredResolvers } = require('graphql-middleware') as typeof Middleware;
