import type { GraphQLSchema } from 'graphql';
import type { Catalogue, Grant } from '../../../schema/catalogue/catalogue.ts';
import { AppError } from '../../../schema/errors.ts';
import { createAccess, type Access, type AccessParts } from '../../../subgraphs/kit/access/access.ts';
import { createAccessMatrices } from '../../../subgraphs/kit/access/matrix.ts';
import { allow } from '../../../subgraphs/kit/access/shield.ts';
import type { DatedLink, Directory } from '../../../subgraphs/kit/directory/directory.ts';
import type { SubgraphName } from '../../../schema/sdl.ts';
import type { Contract } from './contract.ts';
import { REGISTRIES, type Altered, type World } from './world.ts';
import type { Attacker } from './viewers.ts';

/** A rule taken away or bent, so that the table must notice. */
export interface Mutation {
  name: string;
  /** In which registries it can be noticed. */
  registries: readonly SubgraphName[];
  altered: Altered;
  /** Bends the schema itself. */
  bend?: (schema: GraphQLSchema) => void;
  /** Who is likely to notice: tried first. */
  suspects(attacker: Attacker): boolean;
}

const withCatalogue = (catalogue: Catalogue): Altered => ({
  createAccess: (parts) => createAccess({ ...parts, matrix: createAccessMatrices(catalogue, () => [])(parts.viewer) }),
});

/** A root's rule is about roles alone: one of each is enough. */
const isOneOfEachRole = ({ name }: Attacker): boolean =>
  ['analyst', 'lin-xiaomei', 'staff public-security 310104 household-registration'].includes(name);

/** Every entry of the permissions trees that is a rule, replaced by `allow`. */
const permissionMutations = (world: World): Mutation[] =>
  REGISTRIES.flatMap((name) => {
    const { permissions } = world.definition(name);
    return (['Query', 'Mutation'] as const).flatMap((root) =>
      Object.entries((permissions[root] ?? {}) as Record<string, unknown>)
        .filter(([, rule]) => rule !== allow)
        .map(([field]) => ({
          name: `${name}: ${root}.${field} for everybody`,
          registries: [name],
          altered: { permissions: { ...permissions, [root]: { ...permissions[root], [field]: allow } } },
          suspects: isOneOfEachRole,
        })),
    );
  });

type Contracts = Readonly<Record<SubgraphName, Contract>>;

const registriesOf = (contracts: Contracts, item: string): readonly SubgraphName[] => {
  const owners = REGISTRIES.filter((name) => contracts[name].items.includes(item));
  return owners.length === 0 ? REGISTRIES : owners;
};

const typeOf = (item: string): string => item.split('.')[0] ?? '';

/** Of each relation's list and type: one item less, and one more where there is one. */
const relationMutations = ({ catalogue }: World, contracts: Contracts): Mutation[] =>
  [...catalogue.relations].flatMap(([relation, listed]) => {
    const bent = (change: string, item: string, items: ReadonlySet<string>): Mutation => ({
      name: `${relation}: ${change} ${item}`,
      registries: registriesOf(contracts, item),
      altered: withCatalogue({ ...catalogue, relations: new Map(catalogue.relations).set(relation, items) }),
      suspects: ({ viewer }) => viewer.role === (relation === 'SYSTEM' ? 'system' : 'citizen'),
    });
    const types = [...new Set([...listed].map(typeOf))];
    return types.flatMap((type) => {
      const removed = [...listed].find((item) => typeOf(item) === type);
      const added = [...catalogue.items.keys()].find((item) => typeOf(item) === type && !listed.has(item));
      return [
        ...(removed === undefined
          ? []
          : [bent('without', removed, new Set([...listed].filter((item) => item !== removed)))]),
        ...(added === undefined ? [] : [bent('and', added, new Set([...listed, added]))]),
      ];
    });
  });

/** A purpose that more departments share is one duty of them all: who decides nothing in the demo could not notice. */
const MANY = 8;

/** Grants by duty: of a department for a purpose within bounds, or of all departments where many share the purpose. */
const dutiesOf = (grants: readonly Grant[]): ReadonlyMap<string, readonly Grant[]> => {
  const departments = new Map<string, Set<string>>();
  for (const { purpose, department } of grants)
    departments.set(purpose, (departments.get(purpose) ?? new Set()).add(department));
  const duties = new Map<string, Grant[]>();
  for (const grant of grants) {
    const { department, purpose, scope, since, until } = grant;
    const isShared = (departments.get(purpose)?.size ?? 0) > MANY;
    const key = [...(isShared ? [] : [department]), purpose, scope, since, until].join(' ');
    duties.set(key, [...(duties.get(key) ?? []), grant]);
  }
  return duties;
};

/** Of each duty that somebody tries: a grant withdrawn, its bounds (district, mask, days) ignored, another item beside. */
const grantMutations = (
  { catalogue }: World,
  contracts: Contracts,
  attackers: readonly Attacker[],
  today: string,
): Mutation[] => {
  // Of duties that are alike some attack for all; see `staff-duties.ts`.
  const isTried = ({ suspects, registries }: Mutation) =>
    attackers.some((attacker) => suspects(attacker) && registries.some((name) => attacker.at.includes(name)));
  const isWithheld = ({ item, department }: Grant) => {
    const known = catalogue.items.get(item);
    return known?.withheldBecause !== null && known?.department !== department;
  };
  return [...dutiesOf(catalogue.grants)].flatMap(([duty, grants]) => {
    const [first] = grants;
    if (first === undefined || isWithheld(first)) return [];
    const departments = new Set(grants.map(({ department }) => department));
    const bent = (change: string, { item }: Pick<Grant, 'item'>, bentGrants: readonly Grant[]): Mutation => ({
      name: `${duty}: ${change}`,
      registries: registriesOf(contracts, item),
      altered: withCatalogue({ ...catalogue, grants: bentGrants }),
      suspects: ({ viewer }) => departments.has(viewer.department ?? '') && viewer.purpose === first.purpose,
    });
    const others = catalogue.grants.filter((grant) => !grants.includes(grant));
    const withEach = (change: Partial<Grant>) => [...others, ...grants.map((grant) => ({ ...grant, ...change }))];
    const inForce = first.since <= today && (first.until === null || today < first.until);
    if (!inForce) return [bent('in force', first, withEach({ since: '2000-01-01', until: null }))].filter(isTried);
    const types = [...new Set(grants.map(({ item }) => typeOf(item)))];
    const each = types.flatMap((type) => grants.find(({ item }) => typeOf(item) === type) ?? []);
    const missing = [...catalogue.items.keys()].find(
      (item) =>
        typeOf(item) === typeOf(first.item) &&
        // Where the duty is granted nothing, not everybody tries it.
        registriesOf(contracts, item).some((name) => registriesOf(contracts, first.item).includes(name)) &&
        !catalogue.grants.some(
          (grant) => grant.item === item && departments.has(grant.department) && grant.purpose === first.purpose,
        ) &&
        !isWithheld({ ...first, item }),
    );
    const mutations = [
      ...each.map(({ item }) =>
        bent(`without ${item}`, { item }, [...others, ...grants.filter((grant) => grant.item !== item)]),
      ),
      ...(first.scope === 'ALL' ? [] : [bent('for all', first, withEach({ scope: 'ALL' }))]),
      ...(missing === undefined
        ? []
        : [
            bent(`and ${missing}`, { item: missing }, [
              ...catalogue.grants,
              ...[...departments].map((department) => ({ ...first, department, item: missing })),
            ]),
          ]),
    ];
    return mutations.filter(isTried);
  });
};

/** Each entry of 负面清单 struck out. */
const negativeMutations = ({ catalogue }: World, contracts: Contracts): Mutation[] =>
  [...catalogue.items].flatMap(([coordinate, item]) =>
    item.withheldBecause === null
      ? []
      : [
          {
            name: `${coordinate} may be shared`,
            registries: registriesOf(contracts, coordinate),
            altered: withCatalogue({
              ...catalogue,
              items: new Map(catalogue.items).set(coordinate, { ...item, withheldBecause: null }),
            }),
            suspects: ({ viewer }) => viewer.role === 'staff' && viewer.purpose !== null,
          } satisfies Mutation,
        ],
  );

type Gate = (access: Access, parts: AccessParts) => Partial<Access>;

/** The gates of the kit, each switched off. */
const GATES: Readonly<Record<string, Gate>> = {
  'rows: everybody is admitted': () => ({ refusal: () => null }),
  'rows: who is unknown is admitted': (access) => ({
    relate: async (type, id) => {
      const relation = await access.relate(type, id);
      return relation === 'UNKNOWN' ? 'OTHER' : relation;
    },
    refusal: (relation, items) => (relation === 'OTHER' ? null : access.refusal(relation, items)),
  }),
  'rows: without sign-in': (access, { viewer }) => ({
    refusal: (relation, items) => (viewer.role === 'public' ? null : access.refusal(relation, items)),
  }),
  'rows: without a purpose': (_access, parts) =>
    createAccess({ ...parts, viewer: { ...parts.viewer, purpose: parts.viewer.purpose ?? 'none' } }),
  'rows: an id of any type': (access) => ({
    relate: (type, id) => access.relate(['Citizen', 'Enterprise'].includes(type) ? 'Subject' : type, id),
  }),
  'rows: what has ended or not begun counts': (_access, parts) =>
    createAccess({ ...parts, directory: withoutDates(parts.directory) }),
  'rows: merged files keep their old id': () => ({ fileOf: (id) => id }),
  'items are not checked': () => ({ checkItem: () => undefined }),
  'nothing is masked': () => ({ showsWhole: () => true }),
  'oneself is masked as well': (access) => ({
    showsWhole: (subject, item, asked) => access.showsWhole(subject, item, asked, false),
  }),
  'whoever asks sees whole': (access) => ({
    showsWhole: (subject, item, asked, own) => asked || access.showsWhole(subject, item, asked, own),
  }),
  'assurance is not asked for': (access) => ({
    checkAssurance: () => undefined,
    showsWhole: (...asked) => {
      try {
        return access.showsWhole(...asked);
      } catch (error) {
        if (error instanceof AppError && 'requiredAssurance' in error.extensions) return true;
        throw error;
      }
    },
  }),
  'anybody acts for anybody': (access) => ({
    relate: (type, id) => (type === 'Subject' ? Promise.resolve('SELF') : access.relate(type, id)),
  }),
  'readings are not noted': () => ({ noteReading: () => undefined }),
  'admissions are not noted': () => ({ noteAdmission: () => undefined }),
  'readings are noted before they are answered': (access) => ({
    checkItem: (subject, item) => {
      access.checkItem(subject, item);
      access.noteReading(subject, item);
    },
  }),
  'the whole city is searched': () => ({ reach: () => 'all' }),
};

const timeless = <T extends DatedLink>(links: readonly T[]): readonly T[] =>
  links.map((link) => ({ ...link, since: '1800-01-01', until: null }));

/** A directory in which nothing begins and nothing ends. */
const withoutDates = (directory: Directory): Directory => ({
  lag: (registry) => directory.lag(registry),
  findWithHandlers: (citizens) => directory.findWithHandlers(citizens),
  findMany: async (subjects) =>
    (await directory.findMany(subjects)).map((entry) => {
      if (entry === null) return null;
      return entry.kind === 'citizen'
        ? { ...entry, guardians: timeless(entry.guardians), spouses: timeless(entry.spouses), kin: timeless(entry.kin) }
        : {
            ...entry,
            representatives: timeless(entry.representatives),
            handlers: timeless(entry.handlers),
            holders: timeless(entry.holders),
          };
    }),
});

/** Who notices that a gate is open; some of every role where the gate is everybody's. */
const SUSPECTS: Readonly<Record<string, (attacker: Attacker) => boolean>> = {
  'rows: without a purpose': ({ viewer }) => viewer.role === 'staff' && viewer.purpose === null,
  'the whole city is searched': ({ viewer }) => viewer.purpose === 'enterprise-supervision',
  'rows: an id of any type': ({ viewer }) => viewer.purpose === 'identity-check',
  'anybody acts for anybody': ({ tries }) => tries === 'me',
};
const isSample = ({ name }: Attacker): boolean =>
  /^(public|lin-xiaomei|zhang-zhiqiang|wu-qian|wang-li|ma-xiaodong|system|staff (public-security|tax))/.test(name);

const referenceMutations = (): Mutation[] =>
  REGISTRIES.map((name) => ({
    name: `gate: references are not admitted at ${name}`,
    registries: [name],
    altered: {},
    bend: (schema) => {
      const entities = schema.getQueryType()?.getFields()['_entities'];
      if (entities === undefined) throw new Error('There is no _entities.');
      entities.resolve = (_root, { representations }: { representations: unknown }) => representations;
    },
    suspects: isSample,
  }));

const gateMutations = (): Mutation[] =>
  Object.entries(GATES).map(([name, gate]) => ({
    name: `gate: ${name}`,
    registries: REGISTRIES,
    altered: {
      createAccess: (parts) => {
        const access = createAccess(parts);
        return { ...access, ...gate(access, parts) };
      },
    },
    suspects: SUSPECTS[name] ?? isSample,
  }));

/** Every rule there is, taken away one by one; a rule that is new is in it without being named. */
export const createMutations = (
  world: World,
  contracts: Contracts,
  attackers: readonly Attacker[],
  today: string,
): readonly Mutation[] => [
  ...gateMutations(),
  ...referenceMutations(),
  ...permissionMutations(world),
  ...relationMutations(world, contracts),
  ...negativeMutations(world, contracts),
  ...grantMutations(world, contracts, attackers, today),
];
