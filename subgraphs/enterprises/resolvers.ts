import { scalars } from '../../schema/scalars.ts';
import { Citizen, HoldingConnection } from './resolvers/citizen.ts';
import { Department } from './resolvers/department.ts';
import { Enterprise, EnterpriseConnection } from './resolvers/enterprise.ts';
import { Mutation } from './resolvers/mutation.ts';
import { Query } from './resolvers/query.ts';

export const resolvers = {
  ...scalars,
  Query,
  Mutation,
  Citizen,
  HoldingConnection,
  Enterprise,
  EnterpriseConnection,
  Department,
};
