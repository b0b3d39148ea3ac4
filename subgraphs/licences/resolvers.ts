import { scalars } from '../../schema/scalars.ts';
import { Department } from './resolvers/department.ts';
import { Citizen, Enterprise, LicenceConnection } from './resolvers/holder.ts';
import { Licence } from './resolvers/licence.ts';
import { Query } from './resolvers/query.ts';

export const resolvers = { ...scalars, Query, Citizen, Enterprise, Licence, LicenceConnection, Department };
