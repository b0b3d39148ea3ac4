import type { RequestContext } from '../kit/definition.ts';
import type { GovernanceTables } from './rows.ts';

/** One request of governance; its few reads need no loaders. */
export type Context = RequestContext<GovernanceTables>;

export const createContext = (base: RequestContext<GovernanceTables>): Context => base;
