import type { RequestContext } from '../kit/definition.ts';
import type { GovernanceDB } from './repository/database.ts';

/** One request of governance; its few reads need no loaders. */
export type Context = RequestContext<GovernanceDB>;

export const createContext = (base: RequestContext<GovernanceDB>): Context => base;
