import { SUBGRAPHS, type SubgraphName } from '../../../schema/sdl.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import type { Contract } from './contract.ts';
import type { Door, DoorParts } from './door.ts';
import { createExpectation, type Expectation } from './expect.ts';
import { GHOST } from './ghost.ts';
import type { EntityType, Reference } from './reference.ts';
import { rootRefusal } from './roots.ts';
import { createMutationDoors } from './mutation-doors.ts';
import { render, selectAll, type Asking, type Selection } from './selection.ts';

/** Entities below the one that is asked for, whole. */
export const DEPTH = 1;
const KEY: Readonly<Record<EntityType, string>> = {
  Citizen: 'id',
  Enterprise: 'uscc',
  Premise: 'id',
  Application: 'id',
};

export const entityTypes = (contract: Contract): EntityType[] =>
  [...contract.types.values()].flatMap(({ name, key }) => (key === null ? [] : [name as EntityType]));

/** Every id of a type that the table asks for, with one that nobody has. */
export const idsOf = (reference: Reference, type: EntityType): readonly string[] => {
  if (type === 'Citizen') return [...reference.citizens, GHOST.Citizen];
  if (type === 'Enterprise') return [...reference.enterprises.map(({ uscc }) => uscc), GHOST.Enterprise];
  if (type === 'Application') return [...reference.applications, GHOST.Application];
  return [...reference.premises, GHOST.Premise];
};

/** What `_entities` is asked for: every id of every type, and some under the name of another type, where they are nobody's. */
export const namedIn = (contract: Contract, reference: Reference): readonly { type: EntityType; id: string }[] => {
  const types = entityTypes(contract);
  const own = types.flatMap((type) => idsOf(reference, type).map((id) => ({ type, id })));
  const confused = types.flatMap((type) =>
    (['Citizen', 'Enterprise', 'Premise', 'Application'] as const)
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

export const createDoors = (parts: DoorParts, depth = DEPTH): readonly Door[] => [
  ...SUBGRAPHS.map((registry) => meDoor(parts, registry)),
  ...createMutationDoors(parts),
  ...SUBGRAPHS.flatMap((registry) =>
    (['plain', 'reveal'] as const).flatMap((asking) => [
      ...entityDoors(parts, registry, asking, depth),
      ...(['governance', 'transactions'].includes(registry) && asking === 'reveal'
        ? []
        : rootDoors(parts, registry, asking)),
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
      variables: { named: named.map(({ type, id }) => ({ __typename: type, [KEY[type]]: id })) },
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

interface RootField {
  alias: string;
  text: string;
  expected(expectation: Expectation, viewer: Viewer): unknown;
}

const document = (
  registry: SubgraphName,
  name: string,
  reference: Reference,
  fields: readonly RootField[],
  fragments: string,
): Door => ({
  name: `${registry} ${name}`,
  registry,
  isFor: ({ tries }) => tries === 'every door',
  query: `query Roots { ${fields.map(({ alias, text }) => `${alias}: ${text}`).join(' ')} } ${fragments}`,
  variables: {},
  expected: (viewer) => {
    const expectation = createExpectation(reference, viewer);
    const data = Object.fromEntries(fields.map(({ alias, expected }) => [alias, expected(expectation, viewer)]));
    return { ...expectation.answer, data };
  },
});

const rootDoors = (parts: DoorParts, registry: SubgraphName, asking: Asking): Door[] => {
  const { contracts, reference, held, numbers } = parts;
  const contract = contracts[registry];
  const citizen = selectAll(contract, 'Citizen', asking, 0);
  const hold = (type: EntityType) => (id: string) => held(registry, asking, type, id);
  const me: RootField = {
    alias: 'me',
    text: 'me { ...OfCitizen }',
    expected: ({ toObject, refuse }, viewer) => {
      if (viewer.role === 'public') return refuse(['me'], { code: 'UNAUTHENTICATED' });
      if (viewer.role !== 'citizen') return null;
      // A session without a subject is nobody.
      if (viewer.subject === null) return refuse(['me'], { code: 'BAD_USER_INPUT' });
      return toObject(
        citizen,
        hold('Citizen')(viewer.subject) ?? {},
        { type: 'Citizen', id: viewer.subject },
        ['me'],
        'Citizen',
      );
    },
  };
  const guarded = (field: string, alias: string, text: string, expected: RootField['expected']): RootField => ({
    alias,
    text,
    expected: (expectation, viewer) => {
      const refusal = rootRefusal(`${registry}.${field}`, viewer, reference);
      return refusal === null ? expected(expectation, viewer) : expectation.refuse([alias], refusal);
    },
  });
  const entity = (
    field: string,
    alias: string,
    argument: string,
    type: EntityType,
    selection: Selection,
    id: string | null,
  ): RootField =>
    guarded(field, alias, `${field}(${argument}) { ...Of${type} }`, ({ toEntity, refuse }, viewer) => {
      const file = id === null ? GHOST[type] : type === 'Citizen' ? reference.survivorOf(id) : id;
      const isKnown = id !== null && idsOf(reference, type).includes(id) && id !== GHOST[type];
      if (viewer.role === 'system' && !isKnown) return refuse([alias], { code: 'NOT_FOUND' });
      return toEntity(selection, type, file, hold(type), [alias]);
    });
  const batch = (
    field: string,
    argument: string,
    type: EntityType,
    selection: Selection,
    files: readonly (string | null)[],
  ): RootField =>
    guarded(field, field, `${field}(${argument}) { ...Of${type} }`, ({ toEntity }) =>
      files.map((id, index) =>
        id === null || id === GHOST[type]
          ? null
          : toEntity(selection, type, reference.survivorOf(id), hold(type), [field, index]),
      ),
    );
  const fragment = (type: EntityType, selection: Selection) => `fragment Of${type} on ${type} ${render(selection)}`;

  if (registry === 'governance') {
    return [
      document(
        registry,
        `roots ${asking}`,
        reference,
        [me, ...dutyRoots(parts, guarded)],
        fragment('Citizen', citizen),
      ),
    ];
  }
  if (registry === 'transactions') {
    const application = selectAll(contract, 'Application', asking, 0);
    const fields = [
      me,
      ...idsOf(reference, 'Application').map((id, index) =>
        entity('application', `a${index}`, `id: "${id}"`, 'Application', application, id),
      ),
    ];
    const fragments = `${fragment('Citizen', citizen)}\n${fragment('Application', application)}`;
    return [document(registry, `roots ${asking}`, reference, fields, fragments)];
  }
  if (registry === 'personal') {
    const ids = idsOf(reference, 'Citizen');
    const fields = [
      me,
      ...ids.map((id, index) => entity('citizen', `c${index}`, `id: "${id}"`, 'Citizen', citizen, id)),
      ...[...numbers].map(([number, id], index) =>
        entity('findCitizen', `f${index}`, `idNumber: "${number}"`, 'Citizen', citizen, id),
      ),
    ];
    const batches = [
      batch('citizens', `ids: ${JSON.stringify(ids)}`, 'Citizen', citizen, ids),
      batch('citizensByIdNumber', `idNumbers: ${JSON.stringify([...numbers.keys()])}`, 'Citizen', citizen, [
        ...numbers.values(),
      ]),
    ];
    return [
      document(registry, `roots ${asking}`, reference, fields, fragment('Citizen', citizen)),
      ...batches.map((field) =>
        document(registry, `${field.alias} ${asking}`, reference, [field], fragment('Citizen', citizen)),
      ),
    ];
  }
  if (asking === 'reveal') return [];
  const enterprise = selectAll(contract, 'Enterprise', asking, 0);
  const usccs = idsOf(reference, 'Enterprise');
  const list = (
    alias: string,
    args: string,
    district: string | null,
    matches: (one: Reference['enterprises'][number], viewer: Viewer) => boolean,
  ) =>
    guarded(
      'enterprises',
      alias,
      `enterprises(${args}) { totalCount edges { node { ...OfEnterprise } } }`,
      ({ toEntity, refuse }, viewer) => {
        const all = reference.enterprises.filter(
          ({ uscc }) => reference.admission(viewer, 'Enterprise', uscc) === null,
        );
        const reach = listReach(reference, viewer);
        if (reach === 'nothing') return refuse([alias], { code: 'FORBIDDEN', missing: 'grant:Enterprise.name' });
        if (reach === 'no district') return refuse([alias], { code: 'FORBIDDEN', missing: 'district' });
        if (district !== null && reach !== 'all' && reach !== district) {
          return refuse([alias], { code: 'FORBIDDEN', missing: `district:${district}` });
        }
        const found = all.filter(
          (one) => one.name !== null && (district === null || one.district === district) && matches(one, viewer),
        );
        return {
          totalCount: found.length,
          edges: found.map(({ uscc }, index) => ({
            node: toEntity(enterprise, 'Enterprise', uscc, hold('Enterprise'), [alias, 'edges', index, 'node']),
          })),
        };
      },
    );
  const fields = [
    me,
    ...usccs.map((uscc, index) => entity('enterprise', `e${index}`, `uscc: "${uscc}"`, 'Enterprise', enterprise, uscc)),
    list('all', 'first: 100', null, () => true),
    list('named', 'first: 100, search: "上海明梅"', null, ({ name }) => name?.includes('上海明梅') === true),
    list('formerly', 'first: 100, search: "小梅点心"', null, ({ uscc }, viewer) => {
      const item = 'Enterprise.formerNames';
      const verdict = reference.verdict(viewer, 'Enterprise', uscc, item, null, false);
      return verdict.kind === 'whole' && reference.wasCalled(uscc, '小梅点心');
    }),
    ...usccs
      .slice(0, 4)
      .map((uscc, index) => list(`number${index}`, `search: "${uscc}"`, null, (one) => one.uscc === uscc)),
    list('ghost', `search: "${GHOST.Enterprise}"`, null, () => false),
    list('xuhui', 'first: 100, district: "310104"', '310104', () => true),
    list('changning', 'first: 100, district: "310105"', '310105', () => true),
    list('revoked', 'first: 100, status: REVOKED', null, ({ status }) => status === 'REVOKED'),
  ];
  const byUscc = batch('enterprisesByUscc', `usccs: ${JSON.stringify(usccs)}`, 'Enterprise', enterprise, usccs);
  const [ofCitizen, ofEnterprise] = [fragment('Citizen', citizen), fragment('Enterprise', enterprise)];
  return [
    document(registry, `roots ${asking}`, reference, fields, `${ofCitizen}\n${ofEnterprise}`),
    document(registry, `${byUscc.alias} ${asking}`, reference, [byUscc], ofEnterprise),
  ];
};

type Guard = (field: string, alias: string, text: string, expected: RootField['expected']) => RootField;

/** What staff and operators work on: sources, and objections that wait for their department in their district. */
const dutyRoots = ({ contracts, reference, held }: DoorParts, guarded: Guard): RootField[] => {
  const objection = selectAll(contracts.governance, 'Objection', 'plain', 0);
  return [
    guarded('sources', 'sources', 'sources { __typename }', (_expectation, { role, department }) =>
      Array.from({ length: reference.sourcesOf(role === 'staff' ? department : null) }, () => ({
        __typename: 'Source',
      })),
    ),
    guarded(
      'objectionsToDecide',
      'decisions',
      `objectionsToDecide(first: 100) { totalCount edges { node ${render(objection)} } }`,
      ({ toObject }, viewer) => {
        const own = reference.objections.filter(
          ({ department, subject }) =>
            department === viewer.department && reference.worksFor(viewer, 'Citizen', subject),
        );
        const toNode = ({ id, subject }: (typeof own)[number], index: number) =>
          toObject(
            objection,
            objectionsHeld(held, subject).find((row) => row['id'] === id) ?? {},
            { type: 'Citizen', id: subject },
            ['decisions', 'edges', index, 'node'],
            'Objection',
          );
        return { totalCount: own.length, edges: own.map((one, index) => ({ node: toNode(one, index) })) };
      },
    ),
  ];
};

/** The objections to a file, as the registry holds them. */
const objectionsHeld = (held: DoorParts['held'], subject: string) => {
  const connection = held('governance', 'plain', 'Citizen', subject)?.['objections'];
  const { edges } = (connection ?? { edges: [] }) as { edges: { node: Readonly<Record<string, unknown>> }[] };
  return edges.map(({ node }) => node);
};

/** How far staff may search: the whole city, one district, or not at all. */
const listReach = (reference: Reference, viewer: Viewer): string => {
  const inCity = reference.enterprises.some(
    ({ uscc }) => reference.admission({ ...viewer, district: '310000' }, 'Enterprise', uscc) === null,
  );
  if (!inCity) return 'nothing';
  const nowhere = reference.enterprises.some(
    ({ uscc }) => reference.admission({ ...viewer, district: null }, 'Enterprise', uscc) === null,
  );
  if (nowhere || viewer.district === '310000') return 'all';
  return viewer.district ?? 'no district';
};
