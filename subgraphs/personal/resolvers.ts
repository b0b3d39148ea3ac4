import { scalars } from '../../schema/scalars.ts';
import { Citizen } from './resolvers/citizen.ts';
import { Household, Premise } from './resolvers/homes.ts';
import { Marriage } from './resolvers/marriage.ts';
import { Mutation } from './resolvers/mutation.ts';
import { Query } from './resolvers/query.ts';

export const resolvers = { ...scalars, Query, Mutation, Citizen, Marriage, Household, Premise };
