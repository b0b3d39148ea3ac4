import { scalars } from '../schema/scalars.ts';
import { Contest, Mutation, Query as contestQuery } from './resolvers/contests.ts';
import { Citizen, Enterprise } from './resolvers/subjects.ts';
import { Evidence, HeldTag, Query as tagQuery, Tag, TagRule } from './resolvers/tags.ts';

export const resolvers = {
  ...scalars,
  Query: { ...tagQuery, ...contestQuery },
  Mutation,
  Citizen,
  Enterprise,
  Tag,
  TagRule,
  HeldTag,
  Evidence,
  Contest,
};
