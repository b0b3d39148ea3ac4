import type { SubgraphName } from '../../../schema/sdl.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import { idsOf } from './doors.ts';
import { GHOST } from './ghost.ts';
import type { EntityType, Reference } from './reference.ts';

/** A question that names one subject, which exists or does not. */
export interface Probe {
  name: string;
  registry: SubgraphName;
  type: EntityType;
  query: string;
  /** `$id` is an ID number. */
  isByNumber?: boolean;
  /** Who gets as far as the question of existence. */
  isFor(viewer: Viewer): boolean;
}

const everybody = () => true;
const isCitizen = ({ role }: Viewer) => role === 'citizen';
const byReference = (registry: SubgraphName, type: EntityType, key: string, field: string): Probe => ({
  name: `_entities ${type} at ${registry}`,
  registry,
  type,
  query: `query ($id: ID!) { _entities(representations: [{ __typename: "${type}", ${key}: $id }]) { ... on ${type} { ${key} ${field} } } }`,
  isFor: everybody,
});
// Mutations take the assurance that they ask for, or they end before they look.
const mutation = (registry: SubgraphName, type: EntityType, name: string, text: string): Probe => ({
  name,
  registry,
  type,
  query: `mutation ($id: ID!) { ${text} }`,
  isFor: isCitizen,
});

/** One probe a door; `$id` is the subject. */
export const PROBES: readonly Probe[] = [
  {
    name: 'citizen',
    registry: 'personal',
    type: 'Citizen',
    query: 'query ($id: ID!) { citizen(id: $id) { id name sex household { kind } } }',
    isFor: everybody,
  },
  {
    name: 'citizens',
    registry: 'personal',
    type: 'Citizen',
    query: 'query ($id: ID!) { citizens(ids: [$id]) { id } }',
    isFor: ({ role }) => role !== 'system',
  },
  {
    name: 'enterprise',
    registry: 'enterprises',
    type: 'Enterprise',
    query: 'query ($id: ID!) { enterprise(uscc: $id) { uscc name branches { totalCount } } }',
    isFor: everybody,
  },
  {
    name: 'enterprises by number',
    registry: 'enterprises',
    type: 'Enterprise',
    query:
      'query ($id: ID!) { enterprises(search: $id) { totalCount edges { cursor node { uscc } } pageInfo { endCursor hasNextPage } } }'.replace(
        '$id: ID!',
        '$id: String!',
      ),
    isFor: everybody,
  },
  {
    name: 'findCitizen',
    registry: 'personal',
    type: 'Citizen',
    query: 'query ($id: String!) { findCitizen(idNumber: $id) { id name } }',
    isByNumber: true,
    isFor: everybody,
  },
  {
    name: 'application',
    registry: 'transactions',
    type: 'Application',
    query: 'query ($id: ID!) { application(id: $id) { id state form { field } log { step } } }',
    isFor: everybody,
  },
  byReference('transactions', 'Application', 'id', 'state'),
  byReference('transactions', 'Citizen', 'id', 'applications { totalCount }'),
  byReference('transactions', 'Enterprise', 'uscc', 'applications { totalCount }'),
  mutation(
    'transactions',
    'Application',
    'submitApplication',
    'submitApplication(id: $id, requestKey: "probe") { id }',
  ),
  mutation('transactions', 'Application', 'rate', 'rate(application: $id, level: FAIR, requestKey: "probe") { level }'),
  byReference('personal', 'Citizen', 'id', 'name'),
  byReference('personal', 'Premise', 'id', 'use'),
  byReference('enterprises', 'Citizen', 'id', 'enterprises { totalCount }'),
  byReference('enterprises', 'Enterprise', 'uscc', 'name'),
  byReference('governance', 'Citizen', 'id', 'objections { totalCount }'),
  mutation(
    'enterprises',
    'Enterprise',
    'grantMandate',
    `grantMandate(input: { uscc: $id, handler: "${GHOST.Citizen}", services: ["food-permit"], until: "2027-01-01", requestKey: "probe" }) { id }`,
  ),
  mutation(
    'governance',
    'Citizen',
    'raiseObjection',
    'raiseObjection(input: { item: "Citizen.sex", subject: $id, claim: "?", requestKey: "probe" }) { id }',
  ),
];

/** Ids of a type that exist and that the viewer may not know of: the first few, and those that were merged. */
export const invisibleTo = (reference: Reference, viewer: Viewer, type: EntityType): readonly string[] => {
  const ids = idsOf(reference, type).filter(
    (id) => id !== GHOST[type] && reference.admission(viewer, type, id) !== null,
  );
  return [...new Set([...ids.slice(0, 2), ...ids.filter((id) => reference.survivorOf(id) !== id)])];
};
