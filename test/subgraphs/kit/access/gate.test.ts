import { describe, expect, it } from '@jest/globals';
import type { Catalogue, CatalogueItem } from '../../../../schema/catalogue/catalogue.ts';
import { publicViewer, type Viewer } from '../../../../schema/viewer.ts';
import { createAccess } from '../../../../subgraphs/kit/access/access.ts';
import { createAccessMatrices } from '../../../../subgraphs/kit/access/matrix.ts';
import { isCitizen, mayLookUp } from '../../../../subgraphs/kit/access/rules.ts';
import type { DirectoryEntry, Relation } from '../../../../subgraphs/kit/directory/directory.ts';
import { createExecutor } from '../../../../subgraphs/kit/execute.ts';
import { createGatedSchema } from '../../../../subgraphs/kit/schema.ts';
import { homeIn } from '../../../support/homes.ts';

const SDL = /* GraphQL */ `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective"])
  directive @item(mask: String) on FIELD_DEFINITION
  directive @assurance(level: Int!) on FIELD_DEFINITION
  type Query {
    me: Citizen @shareable
    citizen(id: ID!): Citizen
    everybody: [Citizen]
    paper(id: ID!): Paper
    secret: String
  }
  type Mutation {
    call: Citizen @assurance(level: 2)
  }
  type Citizen @key(fields: "id") {
    id: ID!
    name(reveal: Boolean = false): String @item(mask: NAME)
    phone(reveal: Boolean = false): String @item(mask: PHONE)
    sex: String @item
    home: Home @item
    children: [Citizen] @item
    anyone: Being @item
  }
  type Home {
    address: String @item
    city: String
  }
  type Paper @key(fields: "id") {
    id: ID!
    text: String @item
  }
  union Being = Citizen
`;

const ITEMS = [
  'Citizen.name',
  'Citizen.phone',
  'Citizen.sex',
  'Citizen.home',
  'Citizen.children',
  'Citizen.anyone',
  'Home.address',
  'Paper.text',
];
const MASKS: Readonly<Record<string, 'NAME' | 'PHONE'>> = { 'Citizen.name': 'NAME', 'Citizen.phone': 'PHONE' };

const catalogue = {
  items: new Map(
    ITEMS.map((coordinate, index) => [
      coordinate,
      {
        index,
        department: 'public-security',
        source: 'x',
        mask: MASKS[coordinate] ?? null,
        sensitive: null,
        withheldBecause: null,
        description: '',
      } as unknown as CatalogueItem,
    ]),
  ),
  relations: new Map<Relation, ReadonlySet<string>>([
    ['SELF', new Set(ITEMS)],
    ['WARD', new Set(ITEMS)],
    ['KIN', new Set(['Citizen.name'])],
  ]),
  grants: [
    {
      department: 'civil-affairs',
      purpose: 'elderly-care',
      item: 'Citizen.phone',
      scope: 'ALL',
      since: '2020-01-01',
      until: null,
    },
    {
      department: 'civil-affairs',
      purpose: 'elderly-care',
      item: 'Paper.text',
      scope: 'ALL',
      since: '2020-01-01',
      until: null,
    },
    {
      department: 'civil-affairs',
      purpose: 'elderly-care',
      item: 'Citizen.sex',
      scope: 'OWN_DISTRICT',
      since: '2020-01-01',
      until: '2026-01-01',
    },
    {
      department: 'civil-affairs',
      purpose: 'elderly-care',
      item: 'Citizen.name',
      scope: 'MASKED',
      since: '2020-01-01',
      until: null,
    },
  ],
} as unknown as Catalogue;

const person = (subject: string, guardian: string | null, parent: string | null): DirectoryEntry => ({
  kind: 'citizen',
  subject,
  districts: homeIn('310104'),
  alive: true,
  mergedInto: null,
  guardians: guardian === null ? [] : [{ id: guardian, since: '2015-01-01', until: null }],
  spouses: [],
  kin: parent === null ? [] : [{ id: parent, since: '2015-01-01', until: null }],
});
const entries = new Map(
  [
    person('mother', null, null),
    person('ward', 'mother', 'mother'),
    person('grown', null, 'mother'),
    person('stranger', null, null),
  ].map((entry) => [entry.subject, entry]),
);

const rows: Readonly<Record<string, object>> = Object.fromEntries(
  [...entries.keys()].map((id) => [
    id,
    {
      id,
      name: '张三丰',
      phone: '13900001234',
      sex: 'F',
      home: { subject: id, address: '上海市徐汇区1号', city: 'SH' },
    },
  ]),
);

const citizen = (subject: string, assurance: 1 | 2 = 2): Viewer => ({
  ...publicViewer('2026-06-01'),
  role: 'citizen',
  subject,
  assurance,
});
const clerk: Viewer = {
  ...publicViewer('2026-06-01'),
  role: 'staff',
  subject: 'clerk',
  department: 'civil-affairs',
  district: '310104',
  purpose: 'elderly-care',
};

const openTown = (lag = 0) => {
  const schema = createGatedSchema({
    sdl: SDL,
    catalogue,
    permissions: {
      Query: { me: isCitizen, citizen: mayLookUp, everybody: mayLookUp, paper: mayLookUp },
      Mutation: { call: isCitizen },
    },
    entities: {
      Citizen: { key: 'id', load: (_context, id) => rows[id] ?? null },
      Paper: { key: 'id', load: () => ({ text: '一纸' }) },
    },
    resolvers: {
      Query: {
        citizen: (_: unknown, { id }: { id: string }) => ({ id }),
        everybody: () => [...entries.keys()].map((id) => ({ id })),
        paper: (_: unknown, { id }: { id: string }) => ({ id }),
        secret: () => 'for nobody',
      },
      Mutation: {
        call: (_: unknown, __: unknown, { access }: { access: { viewer: Viewer } }) => ({ id: access.viewer.subject }),
      },
      Citizen: {
        children: () => [{ id: 'ward' }, { id: 'stranger' }],
        anyone: () => ({ __typename: 'Citizen', id: 'stranger' }),
      },
    },
  });
  const matrixOf = createAccessMatrices(catalogue, () => []);
  const readings: string[][] = [];
  const ask = async (viewer: Viewer, query: string) => {
    const execute = createExecutor({
      schema,
      createContext: async () => ({
        access: createAccess({
          viewer,
          matrix: matrixOf(viewer),
          // A paper stands in the file of the ward.
          relate: {
            Paper: (ids) =>
              Promise.resolve(
                ids.map((id) =>
                  id === 'nosuch'
                    ? ({ relation: 'UNKNOWN', subject: null } as const)
                    : ({ relation: viewer.role === 'staff' ? 'OTHER' : 'WARD', subject: 'ward' } as const),
                ),
              ),
          },
          directory: {
            findMany: async (subjects) => subjects.map((subject) => entries.get(subject) ?? null),
            findWithHandlers: () => Promise.resolve([]),
            lag: () => lag,
          },
        }),
      }),
      settle: async ({ access }) => {
        readings.push(...[...access.readings()].map(([subject, items]) => [subject, ...items]));
      },
      reportCause: (_id, cause) => {
        throw cause;
      },
    });
    return execute({ query, headers: {} });
  };
  return { ask, readings };
};

const codes = (answer: {
  errors?: readonly {
    path?: readonly (string | number)[] | undefined;
    extensions?: Readonly<Record<string, unknown>>;
  }[];
}) =>
  Object.fromEntries((answer.errors ?? []).map((error) => [error.path?.join('.') ?? '', error.extensions?.['code']]));

describe('the gates of a subgraph', () => {
  it('shows a citizen the own file, with numbers masked until they are revealed', async () => {
    const { data, errors } = await openTown().ask(
      citizen('mother'),
      '{ me { id name phone whole: phone(reveal: true) sex home { address city } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      me: {
        id: 'mother',
        name: '张三丰',
        phone: '139****1234',
        whole: '13900001234',
        sex: 'F',
        home: { address: '上海市徐汇区1号', city: 'SH' },
      },
    });
  });

  it('asks for sign-in level 2 to reveal a number or to call what is marked so', async () => {
    const { errors } = await openTown().ask(citizen('mother', 1), '{ me { phone(reveal: true) } }');
    expect(errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', requiredAssurance: 2 });
    const mutation = await openTown().ask(citizen('mother', 1), 'mutation { call { id } }');
    expect(mutation).toMatchObject({ data: { call: null }, errors: [{ extensions: { requiredAssurance: 2 } }] });
  });

  it('shows a ward as oneself, kin by name only, and a stranger not at all', async () => {
    const { data, errors } = await openTown().ask(
      citizen('mother'),
      '{ a: citizen(id: "ward") { name sex } b: citizen(id: "grown") { name sex } c: citizen(id: "stranger") { name } d: citizen(id: "nobody") { __typename } }',
    );
    expect(data).toEqual({ a: { name: '张三丰', sex: 'F' }, b: { name: '张**', sex: null }, c: null, d: null });
    expect(codes({ errors: errors ?? [] })).toEqual({ 'b.sex': 'FORBIDDEN', c: 'NOT_FOUND', d: 'NOT_FOUND' });
    expect(new Set(errors?.filter(({ path }) => path?.length === 1).map(({ message }) => message)).size).toBe(1);
  });

  it('keeps a stranger out of nested lists, unions, and references', async () => {
    const town = openTown();
    const nested = await town.ask(citizen('mother'), '{ me { children { id } anyone { ... on Citizen { id } } } }');
    expect(nested.data).toEqual({ me: { children: [{ id: 'ward' }, null], anyone: null } });
    const references = await town.ask(
      citizen('mother'),
      '{ _entities(representations: [{ __typename: "Citizen", id: "ward" }, { __typename: "Citizen", id: "stranger" }, { __typename: "Citizen" }]) { ... on Citizen { sex } } }',
    );
    expect(references.data).toEqual({ _entities: [{ sex: 'F' }, null, null] });
    expect(codes(references)).toEqual({ '_entities.1': 'NOT_FOUND', '_entities.2': 'BAD_USER_INPUT' });
  });

  it('shows staff what the grants for their purpose name today, and notes what they read', async () => {
    const town = openTown();
    const answer = await town.ask(
      clerk,
      '{ citizen(id: "stranger") { name name2: name(reveal: true) phone(reveal: true) sex } }',
    );
    expect(answer.data).toEqual({ citizen: { name: '张**', name2: null, phone: '13900001234', sex: null } });
    expect(codes(answer)).toEqual({ 'citizen.name2': 'FORBIDDEN', 'citizen.sex': 'FORBIDDEN' });
    expect(town.readings).toEqual([['stranger', 'Citizen.name', 'Citizen.phone']]);
    const unknown = await town.ask(clerk, '{ citizen(id: "nobody") { id } }');
    expect(codes(unknown)).toEqual({ citizen: 'NOT_FOUND' });
  });

  it('shows staff of another district only what is granted for the whole city', async () => {
    const answer = await openTown().ask(
      { ...clerk, district: '310101', today: '2025-01-01' },
      '{ citizen(id: "ward") { phone sex } }',
    );
    expect(answer.data).toEqual({ citizen: { phone: '139****1234', sex: null } });
    const own = await openTown().ask({ ...clerk, today: '2025-01-01' }, '{ citizen(id: "ward") { sex } }');
    expect(own.data).toEqual({ citizen: { sex: 'F' } });
  });

  it('names the missing purpose to staff, and the missing sign-in to everybody else', async () => {
    const town = openTown();
    const staff = await town.ask({ ...clerk, purpose: null }, '{ citizen(id: "ward") { sex } }');
    expect(staff.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN', missing: 'purpose' });
    const anonymous = await town.ask(
      publicViewer('2026-06-01'),
      '{ me { id } citizen(id: "ward") { id } _entities(representations: [{ __typename: "Citizen", id: "ward" }]) { __typename } }',
    );
    expect(codes(anonymous)).toEqual({
      me: 'UNAUTHENTICATED',
      citizen: 'UNAUTHENTICATED',
      '_entities.0': 'UNAUTHENTICATED',
    });
  });

  it('logs the reading of a record in the file in which it stands, and not that of one’s ward', async () => {
    const town = openTown();
    const read = await town.ask(
      clerk,
      '{ a: paper(id: "p1") { id text } b: paper(id: "p2") { id } c: paper(id: "nosuch") { id } }',
    );
    expect(read.data).toEqual({ a: { id: 'p1', text: '一纸' }, b: { id: 'p2' }, c: null });
    expect(codes(read)).toEqual({ c: 'NOT_FOUND' });
    expect(town.readings).toEqual([['ward', 'Paper.text']]);
    await town.ask(clerk, '{ paper(id: "p1") { id } }');
    await town.ask(citizen('mother'), '{ paper(id: "p1") { text } }');
    expect(town.readings.slice(1)).toEqual([['ward', 'Paper.id']]);
  });

  it('denies what no rule names', async () => {
    expect(codes(await openTown().ask(citizen('mother'), '{ secret }'))).toEqual({ secret: 'FORBIDDEN' });
  });

  it('vouches for nobody but oneself when the directory is behind', async () => {
    const answer = await openTown(10_001).ask(citizen('mother'), '{ me { sex children { id } } }');
    expect(answer.data).toEqual({ me: { sex: 'F', children: [null, null] } });
    expect(codes(answer)).toEqual({ 'me.children.0': 'UNAVAILABLE', 'me.children.1': 'UNAVAILABLE' });
  });

  it.each([
    [0, ['KIN', 'OTHER', 'UNKNOWN']],
    [10_001, ['KIN', 'STALE', 'STALE']],
  ])(
    'with enterprises %i ms behind calls kin, a stranger and nobody %j, as a mandate may bind',
    async (late, expected) => {
      const known: readonly DirectoryEntry[] = [
        person('c1_mother', null, null),
        person('c1_grown', null, 'c1_mother'),
        person('c1_stranger', null, null),
      ];
      const access = createAccess({
        viewer: citizen('c1_mother'),
        matrix: createAccessMatrices(catalogue, () => [])(citizen('c1_mother')),
        relate: {},
        directory: {
          findMany: (ids) => Promise.resolve(ids.map((id) => known.find(({ subject }) => subject === id) ?? null)),
          findWithHandlers: () => Promise.resolve([]),
          lag: (registry) => (registry === 'enterprises' ? late : 0),
        },
      });
      const related = await Promise.all(
        ['c1_grown', 'c1_stranger', 'c1_nobody'].map((id) => access.relate('Citizen', id)),
      );
      expect(related).toEqual(expected);
    },
  );
});
