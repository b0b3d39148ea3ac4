import { SUBGRAPHS, type SubgraphName } from '../../../schema/sdl.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import type { Contract } from './contract.ts';
import type { Door, DoorParts } from './door.ts';
import { createExpectation } from './expect.ts';
import { ENTITIES, getEntity, type EntityType } from './entities.ts';
import type { Reference } from './reference.ts';
import { idsOf } from './ids.ts';
import { rootDoors } from './root-doors.ts';
import { createMutationDoors } from './mutation-doors.ts';
import { render, selectAll, type Asking, type Selection } from './selection.ts';

/** Entities below the one that is asked for, whole. */
export const DEPTH = 1;

export const entityTypes = (contract: Contract): EntityType[] =>
  [...contract.types.values()].flatMap(({ name, key }) => (key === null ? [] : [getEntity(name)]));

/** What `_entities` is asked for: every id of every type, and some under the name of another type, where they are nobody's. */
export const namedIn = (contract: Contract, reference: Reference): readonly { type: EntityType; id: string }[] => {
  const types = entityTypes(contract);
  const own = types.flatMap((type) => idsOf(reference, type).map((id) => ({ type, id })));
  const confused = types.flatMap((type) =>
    (Object.keys(ENTITIES) as EntityType[])
      .filter((other) => other !== type)
      .flatMap((other) =>
        idsOf(reference, other)
          .slice(0, 3)
          .map((id) => ({ type, id })),
      ),
  );
  return [...own, ...confused];
};

/** `_entities`: a whole selection of every entity type. */
export const entitiesQuery = (
  contract: Contract,
  asking: Asking,
  depth: number,
): { query: string; of: (type: EntityType) => Selection } => {
  const selections = new Map(entityTypes(contract).map((type) => [type, selectAll(contract, type, asking, depth)]));
  const parts = [...selections].map(([type, selection]) => `... on ${type} ${render(selection)}`);
  return {
    query: `query Entities($named: [_Any!]!) { _entities(representations: $named) { __typename ${parts.join(' ')} } }`,
    of: (type) => selections.get(type) ?? selectAll(contract, type, asking, depth),
  };
};

export const createDoors = (parts: DoorParts, depth = DEPTH): readonly Door[] =>
  allDoors(parts, depth).map((door) => ({
    ...door,
    isFor: (attacker) => attacker.at.includes(door.registry) && door.isFor(attacker),
  }));

const allDoors = (parts: DoorParts, depth: number): readonly Door[] => [
  ...SUBGRAPHS.map((registry) => meDoor(parts, registry)),
  ...createMutationDoors(parts),
  ...SUBGRAPHS.flatMap((registry) =>
    (['plain', 'reveal'] as const).flatMap((asking) => [
      ...entityDoors(parts, registry, asking, depth),
      ...rootDoors(parts, registry, asking),
    ]),
  ),
];

/** Nothing but oneself, which everybody may ask for who may act as they say. */
const meDoor = ({ reference }: DoorParts, registry: SubgraphName): Door => ({
  name: `${registry} me`,
  registry,
  isFor: () => true,
  query: '{ me { __typename id } }',
  variables: {},
  expected: (viewer) => {
    const { answer, refuse } = createExpectation(reference, viewer);
    const { role, subject, actingFor } = viewer;
    if (actingFor !== null && !mayActFor(reference, viewer, actingFor)) {
      refuse([], { code: 'FORBIDDEN', missing: 'mandate' });
      return { ...answer, data: null };
    }
    const me =
      role === 'public'
        ? refuse(['me'], { code: 'UNAUTHENTICATED' })
        : role !== 'citizen'
          ? null
          : subject === null
            ? refuse(['me'], { code: 'BAD_USER_INPUT' })
            : { __typename: 'Citizen', id: subject };
    return { ...answer, data: { me } };
  },
});

const mayActFor = (reference: Reference, viewer: Viewer, subject: string): boolean => {
  const type = subject.startsWith('c1_') ? 'Citizen' : 'Enterprise';
  return (
    viewer.role === 'citizen' &&
    ['SELF', 'WARD', 'REPRESENTED', 'HANDLED'].includes(reference.relation(viewer, type, subject) ?? '')
  );
};

const entityDoors = (
  { contracts, reference, held }: DoorParts,
  registry: SubgraphName,
  asking: Asking,
  depth: number,
): Door[] => {
  const contract = contracts[registry];
  const { query, of } = entitiesQuery(contract, asking, depth);
  const types = entityTypes(contract).filter((type) => of(type).fields.length > 0);
  if (types.every((type) => of(type).fields.every(({ field }) => !field.isItem)) && asking === 'reveal') return [];
  const named = namedIn(contract, reference).filter(({ type }) => types.includes(type));
  return [
    {
      name: `${registry} _entities ${asking}`,
      registry,
      isFor: ({ tries }) => tries !== 'me',
      query,
      variables: { named: named.map(({ type, id }) => ({ __typename: type, [ENTITIES[type].key]: id })) },
      expected: (viewer) => {
        const find = (type: EntityType, id: string) => held(registry, asking, type, id);
        const { answer, toEntity } = createExpectation(reference, viewer, find);
        const entities = named.map(({ type, id }, index) =>
          toEntity(of(type), type, id, (file) => held(registry, asking, type, file), ['_entities', index]),
        );
        return { ...answer, data: { _entities: entities } };
      },
    },
  ];
};
