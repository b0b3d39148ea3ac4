import type { SubgraphName } from '../../../schema/sdl.ts';
import type { Contract, ContractField } from './contract.ts';
import type { Door, DoorParts } from './door.ts';
import { idsOf } from './ids.ts';
import { ENTITIES, getEntity, isEntity, type EntityType } from './entities.ts';
import { createExpectation } from './expect.ts';
import type { OwnRoots, RootField, RootTools } from './root-field.ts';
import { licenceKindRoots, serviceRoots, tagRoots } from './own-roots/catalogues.ts';
import { contestRoots, dutyRoots } from './own-roots/duties.ts';
import { searchRoots } from './own-roots/searches.ts';
import { numberRoots } from './own-roots/numbers.ts';
import type { Reference } from './reference.ts';
import { OPEN_ROOTS, rootRefusal } from './roots.ts';
import { leadsToReveal, render, selectAll, type Asking, type Selection } from './selection.ts';

/** By root field; whatever of the contract is neither here nor told by its shape is refused. */
const OWN_ROOTS: Readonly<Record<string, (tools: RootTools) => OwnRoots>> = {
  'personal.findCitizen': (tools) => ({ together: numberRoots(tools) }),
  'personal.citizensByIdNumber': ({ batch, numbers }) => ({
    alone: [
      batch('citizensByIdNumber', `idNumbers: ${JSON.stringify([...numbers.keys()])}`, 'Citizen', [
        ...numbers.values(),
      ]),
    ],
  }),
  'enterprises.enterprises': (tools) => ({ together: searchRoots(tools) }),
  'governance.sources': ({ guarded, reference }) => ({
    together: [
      guarded('sources', 'sources', 'sources { __typename }', (_expectation, { role, department }) =>
        Array.from({ length: reference.sourcesOf(role === 'staff' ? department : null) }, () => ({
          __typename: 'Source',
        })),
      ),
    ],
  }),
  'governance.objectionsToDecide': (tools) => ({ together: dutyRoots(tools) }),
  'licences.licenceKinds': () => ({ together: licenceKindRoots }),
  'transactions.services': () => ({ together: serviceRoots }),
  'tagging.tags': () => ({ together: tagRoots }),
  'tagging.contestedTags': (tools) => ({ together: contestRoots(tools) }),
};

/**
 * How the shape of a root field says what it answers: oneself, one entity by its key, or many by their keys. Null when it
 * does not.
 */
export const deriveRoot = (
  { types }: Contract,
  { name, type, isList, arguments: given }: ContractField,
): { kind: 'me' } | { kind: 'entity' | 'batch'; type: EntityType; argument: string } | null => {
  if (name === 'me') return { kind: 'me' };
  const [only, ...more] = given;
  const isKeyed = (types.get(type)?.key ?? null) !== null && only?.type === 'ID' && more.length === 0;
  if (!isKeyed || only.isList !== isList) return null;
  return { kind: isList ? 'batch' : 'entity', type: getEntity(type), argument: only.name };
};

export const rootDoors = (parts: DoorParts, registry: SubgraphName, asking: Asking): Door[] => {
  const contract = parts.contracts[registry];
  const tools = createTools(parts, registry, asking);
  const { me, together, alone } = gather(contract, tools);
  const asked = [...(me === null ? [] : [me]), ...together, ...alone].map(({ text }) => text).join(' ');
  const selections = [...contract.types.keys()]
    .filter((name) => isEntity(name) && asked.includes(`...Of${name} `))
    .map((name) => [name, tools.selectionOf(getEntity(name))] as const);
  if (asking === 'reveal' && !selections.some(([, selection]) => leadsToReveal(selection))) return [];
  const fragments = new Map(
    selections.map(([name, selection]) => [name, `fragment Of${name} on ${name} ${render(selection)}`]),
  );
  const documented = (name: string, fields: readonly RootField[]): Door => {
    const text = fields.map((field) => `${field.alias}: ${field.text}`).join(' ');
    const used = [...fragments].flatMap(([type, fragment]) => (text.includes(`...Of${type} `) ? [fragment] : []));
    return document(registry, `${name} ${asking}`, parts.reference, fields, `{ ${text} } ${used.join('\n')}`);
  };
  return [
    documented('roots', [...(me === null ? [] : [me]), ...together]),
    ...alone.map((field) => documented(field.alias, [field])),
  ];
};

/** Every root field of the contract; throws for one that nobody says how to attack. */
const gather = (
  contract: Contract,
  tools: RootTools,
): { me: RootField | null; together: RootField[]; alone: RootField[] } => {
  const gathered: { me: RootField | null; together: RootField[]; alone: RootField[] } = {
    me: null,
    together: [],
    alone: [],
  };
  for (const field of contract.types.get('Query')?.fields ?? []) {
    const root = `${tools.registry}.${field.name}`;
    const derived = deriveRoot(contract, field);
    const own = OWN_ROOTS[root];
    if (own !== undefined) {
      const { together = [], alone = [] } = own(tools);
      gathered.together.push(...together);
      gathered.alone.push(...alone);
    } else if (derived === null) {
      if (!OPEN_ROOTS.includes(root))
        throw new Error(`${root} has no door: its shape does not say what it answers, so OWN_ROOTS must.`);
    } else if (derived.kind === 'me') gathered.me = meField(tools);
    else {
      const { kind, type, argument } = derived;
      const ids = idsOf(tools.reference, type);
      if (kind === 'batch')
        gathered.alone.push(tools.batch(field.name, `${argument}: ${JSON.stringify(ids)}`, type, ids));
      else
        gathered.together.push(
          ...ids.map((id, index) =>
            tools.entity(field.name, `${field.name}${index}`, `${argument}: "${id}"`, type, id),
          ),
        );
    }
  }
  return gathered;
};

const meField = ({ selectionOf, hold }: RootTools): RootField => ({
  alias: 'me',
  text: 'me { ...OfCitizen }',
  expected: ({ toObject, refuse }, viewer) => {
    if (viewer.role === 'public') return refuse(['me'], { code: 'UNAUTHENTICATED' });
    if (viewer.role !== 'citizen') return null;
    // A session without a subject is nobody.
    if (viewer.subject === null) return refuse(['me'], { code: 'BAD_USER_INPUT' });
    return toObject(
      selectionOf('Citizen'),
      hold('Citizen')(viewer.subject) ?? {},
      { type: 'Citizen', id: viewer.subject },
      ['me'],
      'Citizen',
    );
  },
});

const createTools = (parts: DoorParts, registry: SubgraphName, asking: Asking): RootTools => {
  const { contracts, reference, held } = parts;
  const selections = new Map<EntityType, Selection>();
  const selectionOf = (type: EntityType): Selection => {
    const known = selections.get(type) ?? selectAll(contracts[registry], type, asking, 0);
    selections.set(type, known);
    return known;
  };
  const hold = (type: EntityType) => (id: string) => held(registry, asking, type, id);
  const fileOf = (type: EntityType, id: string) => (type === 'Citizen' ? reference.survivorOf(id) : id);
  const guarded: RootTools['guarded'] = (field, alias, text, expected) => ({
    alias,
    text,
    expected: (expectation, viewer) => {
      const refusal = rootRefusal(`${registry}.${field}`, viewer, reference);
      return refusal === null ? expected(expectation, viewer) : expectation.refuse([alias], refusal);
    },
  });
  return {
    ...parts,
    registry,
    asking,
    selectionOf,
    hold,
    guarded,
    entity: (field, alias, argument, type, id) =>
      guarded(field, alias, `${field}(${argument}) { ...Of${type} }`, ({ toEntity, refuse }, viewer) => {
        const { ghost } = ENTITIES[type];
        const isKnown = id !== null && id !== ghost && idsOf(reference, type).includes(id);
        if (viewer.role === 'system' && !isKnown) return refuse([alias], { code: 'NOT_FOUND' });
        return toEntity(selectionOf(type), type, id === null ? ghost : fileOf(type, id), hold(type), [alias]);
      }),
    batch: (field, argument, type, ids) =>
      guarded(field, field, `${field}(${argument}) { ...Of${type} }`, ({ toEntity }) =>
        ids.map((id, index) =>
          id === null || id === ENTITIES[type].ghost
            ? null
            : toEntity(selectionOf(type), type, fileOf(type, id), hold(type), [field, index]),
        ),
      ),
  };
};

const document = (
  registry: SubgraphName,
  name: string,
  reference: Reference,
  fields: readonly RootField[],
  text: string,
): Door => ({
  name: `${registry} ${name}`,
  registry,
  isFor: ({ tries }) => tries === 'every door',
  query: `query Roots ${text}`,
  variables: {},
  expected: (viewer) => {
    const expectation = createExpectation(reference, viewer);
    const data = Object.fromEntries(fields.map(({ alias, expected }) => [alias, expected(expectation, viewer)]));
    return { ...expectation.answer, data };
  },
});
