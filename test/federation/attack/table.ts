import { sql } from 'kysely';
import { createAccess } from '../../../subgraphs/kit/access/access.ts';
import type { Access } from '../../../subgraphs/kit/access/access.ts';
import type { SubgraphName } from '../../../schema/sdl.ts';
import type { SubgraphAnswer } from '../../../subgraphs/kit/execute.ts';
import type { Subgraph } from '../../../subgraphs/kit/subgraph.ts';
import { asSystem } from '../../support/viewers.ts';
import { readContract, type Contract } from './contract.ts';
import type { Door, Held } from './door.ts';
import { DEPTH, entitiesQuery, namedIn } from './doors.ts';
import { loggedOf, type ExpectedAnswer, type ExpectedError } from './expect.ts';
import type { Reference } from './reference.ts';
import type { Asking } from './selection.ts';
import type { Attacker } from './viewers.ts';
import { REGISTRIES, type World } from './world.ts';

export const readContracts = (): Readonly<Record<SubgraphName, Contract>> => ({
  personal: readContract('personal'),
  enterprises: readContract('enterprises'),
  governance: readContract('governance'),
  transactions: readContract('transactions'),
});

/** No gate at all: what is answered then is what the registry holds. */
export const createOpenAccess: typeof createAccess = (parts) => ({ ...createAccess(parts), ...OPEN });
const OPEN: Partial<Access> = {
  knownRelation: () => 'SYSTEM',
  refusal: () => null,
  checkItem: () => undefined,
  noteReading: () => undefined,
  showsWhole: () => true,
  checkAssurance: () => undefined,
};

/** Asks every registry for everything, with no gate in the way. */
export const readHeld = async (
  world: World,
  contracts: Readonly<Record<SubgraphName, Contract>>,
  reference: Reference,
): Promise<Held> => {
  const held = new Map<string, Readonly<Record<string, unknown>>>();
  for (const registry of REGISTRIES) {
    const subgraph = world.open(registry, { createAccess: createOpenAccess });
    for (const asking of ['plain', 'reveal'] as const satisfies readonly Asking[]) {
      const named = namedIn(contracts[registry], reference);
      const { data, errors } = await ask(
        world,
        subgraph,
        asSystem,
        entitiesQuery(contracts[registry], asking, DEPTH).query,
        {
          named: named.map(({ type, id }) => ({ __typename: type, [type === 'Enterprise' ? 'uscc' : 'id']: id })),
        },
      );
      if (errors !== undefined) throw new Error(`Not everything could be read: ${JSON.stringify(errors.slice(0, 3))}`);
      const entities = (data?.['_entities'] ?? []) as Readonly<Record<string, unknown>>[];
      for (const [index, { type, id }] of named.entries()) {
        held.set([registry, asking, type, id].join(' '), entities[index] ?? {});
      }
    }
  }
  return (...key) => held.get(key.join(' ')) ?? null;
};

let operations = 0;

export const ask = async (
  world: World,
  subgraph: Subgraph,
  viewer: Attacker['viewer'],
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  operationId = `attack-${(operations += 1)}`,
): Promise<SubgraphAnswer> =>
  subgraph.execute({ query, variables, headers: { seal: (await world.seal(viewer)).seal, operationId } });

type SubgraphError = NonNullable<SubgraphAnswer['errors']>[number];

const toComparable = ({ path, extensions = {} }: SubgraphError): ExpectedError => ({
  path: (path ?? []).join('.'),
  code: String(extensions['code']),
  ...Object.fromEntries(Object.entries(extensions).filter(([key]) => !['code', 'field', 'reason'].includes(key))),
});

const sorted = (errors: readonly ExpectedError[]): string[] =>
  errors.map((error) => JSON.stringify(error, ['path', 'code', 'missing', 'requiredAssurance', 'retryable'])).sort();

/** Where two values differ, at most a few places. */
const placesOf = (actual: unknown, expected: unknown, path = ''): string[] => {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return [];
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) {
    return [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`.slice(0, 300)];
  }
  const keys = [...new Set([...Object.keys(actual), ...Object.keys(expected)])];
  return keys
    .flatMap((key) => placesOf(Reflect.get(actual, key) ?? null, Reflect.get(expected, key) ?? null, `${path}.${key}`))
    .slice(0, 5);
};

/** Everything in which an answer differs from what it must be, a few of each kind. */
export const differences = (answer: SubgraphAnswer, expected: ExpectedAnswer): string[] => {
  const data =
    JSON.stringify(answer.data) === JSON.stringify(expected.data) ? [] : placesOf(answer.data, expected.data);
  const actual = sorted((answer.errors ?? []).map(toComparable));
  const wanted = sorted(expected.errors);
  if (actual.length === wanted.length && actual.every((error, index) => error === wanted[index])) return data;
  const [had, want] = [new Set(actual), new Set(wanted)];
  return [
    ...data,
    ...actual
      .filter((error) => !want.has(error))
      .slice(0, 4)
      .map((error) => `error too many ${error}`),
    ...wanted
      .filter((error) => !had.has(error))
      .slice(0, 4)
      .map((error) => `error missing ${error}`),
  ];
};

/** Operations by id, with who asked and what had to be answered. */
export type AskedOperations = Map<string, { viewer: Attacker['viewer']; expected: ExpectedAnswer }>;

/** What the access log must have of an operation, and has, told as text. */
export const logDifferences = async (
  world: World,
  registry: SubgraphName,
  operations: AskedOperations,
): Promise<string[]> => {
  const { rows } = await world.store(registry).read({ holder: 'attack' }, (executor) =>
    sql<{ operation: string; affects: string[]; items: string[]; payload: { role: string; subjects?: number } }>`
      select operation_id as operation, affects, items, payload from ${sql.table(`${registry}.outbox`)}
      where kind = 'file.read' and operation_id = any(${[...operations.keys()]}::text[])`.execute(executor),
  );
  const found = new Map<string, typeof rows>();
  for (const row of rows) found.set(row.operation, [...(found.get(row.operation) ?? []), row]);
  return [...operations].flatMap(([operation, { viewer, expected }]) => {
    const lines = (found.get(operation) ?? []).map(({ affects, items, payload }) =>
      viewer.role === 'system'
        ? `${payload.subjects ?? 0} subjects: ${[...items].sort().join(' ')}`
        : `${affects.join()}: ${[...items].sort().join(' ')}`,
    );
    const logged = loggedOf(expected);
    const wanted =
      viewer.role === 'system'
        ? logged.size === 0
          ? []
          : [
              `${logged.size} subjects: ${[...new Set([...logged.values()].flatMap((items) => [...items]))].sort().join(' ')}`,
            ]
        : [...logged].map(([subject, items]) => `${subject}: ${[...items].sort().join(' ')}`);
    const [had, want] = [new Set(lines), new Set(wanted)];
    return [
      ...(lines.length === had.size ? [] : [`${operation}: a subject has two lines`]),
      ...lines
        .filter((line) => !want.has(line))
        .slice(0, 2)
        .map((line) => `${operation}: log too many ${line}`),
      ...wanted
        .filter((line) => !had.has(line))
        .slice(0, 2)
        .map((line) => `${operation}: log lacks ${line}`),
    ];
  });
};

/** Runs doors against opened registries; expectations are worked out once per attacker and door. */
export const createTable = (world: World) => {
  const expectations = new Map<string, ExpectedAnswer>();
  const expectedOf = (attacker: Attacker, door: Door): ExpectedAnswer => {
    const key = `${attacker.name} ${door.name}`;
    let expected = expectations.get(key);
    if (expected === undefined) {
      expected = door.expected(attacker.viewer);
      expectations.set(key, expected);
    }
    return expected;
  };
  const run = async (subgraph: Subgraph, attacker: Attacker, door: Door, operationId?: string) => {
    const answer = await ask(world, subgraph, attacker.viewer, door.query, door.variables, operationId);
    const expected = expectedOf(attacker, door);
    return { answer, expected, found: differences(answer, expected) };
  };
  return { run, expectedOf };
};
