import { scalars } from '../../schema/scalars.ts';
import { Citizen } from './resolvers/citizen.ts';
import { Mutation } from './resolvers/objections.ts';
import { Query } from './resolvers/query.ts';

export const resolvers = { ...scalars, Query, Mutation, Citizen };
