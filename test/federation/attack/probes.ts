import { SUBGRAPHS, type SubgraphName } from '../../../schema/sdl.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import { idsOf } from './ids.ts';
import { GHOST } from './ghost.ts';
import { readContract } from './contract.ts';
import { ENTITIES, getEntity, type EntityType } from './entities.ts';
import { deriveRoot } from './root-doors.ts';
import type { Reference } from './reference.ts';

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

/** `$id` is the subject. */
const OWN_PROBES: readonly Probe[] = [
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
    name: 'licence',
    registry: 'licences',
    type: 'Licence',
    query: 'query ($id: ID!) { licence(id: $id) { id status endorsements { kind } holder { __typename } } }',
    isFor: everybody,
  },
  {
    name: 'application',
    registry: 'transactions',
    type: 'Application',
    query: 'query ($id: ID!) { application(id: $id) { id state form { field } log { step } } }',
    isFor: everybody,
  },
  byReference('personal', 'Citizen', 'id', 'name'),
  byReference('personal', 'Premise', 'id', 'use'),
  byReference('enterprises', 'Citizen', 'id', 'enterprises { totalCount }'),
  byReference('enterprises', 'Enterprise', 'uscc', 'name'),
  byReference('governance', 'Citizen', 'id', 'objections { totalCount }'),
  byReference('archive', 'Citizen', 'id', 'archive { pension { monthsPaid } }'),
  byReference('licences', 'Citizen', 'id', 'licences { totalCount }'),
  byReference('licences', 'Enterprise', 'uscc', 'licences { totalCount }'),
  byReference('licences', 'Licence', 'id', 'status'),
  byReference('transactions', 'Citizen', 'id', 'applications { totalCount }'),
  byReference('transactions', 'Enterprise', 'uscc', 'applications { totalCount }'),
  byReference('transactions', 'Application', 'id', 'state'),
  byReference('tagging', 'Citizen', 'id', 'personalisation'),
  byReference('tagging', 'Enterprise', 'uscc', 'tags { id }'),
  mutation(
    'transactions',
    'Application',
    'submitApplication',
    'submitApplication(id: $id, requestKey: "probe") { id }',
  ),
  mutation('transactions', 'Application', 'rate', 'rate(application: $id, level: FAIR, requestKey: "probe") { level }'),
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

/** The root fields and references of every contract that name one entity, by the entity's key alone. */
const derivedProbes = (): Probe[] =>
  SUBGRAPHS.flatMap((registry) => {
    const contract = readContract(registry);
    const roots = (contract.types.get('Query')?.fields ?? []).flatMap((field): Probe[] => {
      const derived = deriveRoot(contract, field);
      if (derived?.kind !== 'entity') return [];
      const { type, argument } = derived;
      const query = `query ($id: ID!) { ${field.name}(${argument}: $id) { ${ENTITIES[type].key} } }`;
      return [{ name: field.name, registry, type, query, isFor: everybody }];
    });
    const references = [...contract.types.values()].flatMap(({ name, key }) =>
      key === null ? [] : [byReference(registry, getEntity(name), key, '__typename')],
    );
    return [...roots, ...references];
  });

/** One probe a door: those that are written here, and for what they leave out one by the shape of the contract. */
export const PROBES: readonly Probe[] = [
  ...OWN_PROBES,
  ...derivedProbes().filter(({ name }) => !OWN_PROBES.some((probe) => probe.name === name)),
];

/** Ids of a type that exist and that the viewer may not know of: the first few, a person's and an enterprise's, and those that were merged. */
export const invisibleTo = (reference: Reference, viewer: Viewer, type: EntityType): readonly string[] => {
  const ids = idsOf(reference, type).filter(
    (id) => id !== GHOST[type] && reference.admission(viewer, type, id) !== null,
  );
  const isPersons = (id: string) => reference.fileOf(viewer, type, id).startsWith('c1_');
  const oneOfEach = [ids.find(isPersons), ids.find((id) => !isPersons(id))].filter((id) => id !== undefined);
  return [...new Set([...ids.slice(0, 2), ...oneOfEach, ...ids.filter((id) => reference.survivorOf(id) !== id)])];
};
