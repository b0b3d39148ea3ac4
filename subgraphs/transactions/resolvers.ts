import { scalars } from '../../schema/scalars.ts';
import { Application, Appointment } from './resolvers/application.ts';
import { ApplicationConnection, Citizen, Enterprise } from './resolvers/applicant.ts';
import { Mutation } from './resolvers/mutation.ts';
import { Office, Slot } from './resolvers/office.ts';
import { Query } from './resolvers/query.ts';
import { Department, FormField, Provider, Service } from './resolvers/service.ts';

export const resolvers = {
  ...scalars,
  Query,
  Mutation,
  Citizen,
  Enterprise,
  ApplicationConnection,
  Application,
  Appointment,
  Service,
  FormField,
  Provider,
  Department,
  Office,
  Slot,
};
