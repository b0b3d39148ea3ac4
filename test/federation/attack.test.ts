import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { SubgraphAnswer } from '../../subgraphs/kit/execute.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import type { Door } from './attack/door.ts';
import { createDoors } from './attack/doors.ts';
import { GHOST } from './attack/ghost.ts';
import { invisibleTo, PROBES, type Probe } from './attack/probes.ts';
import { OPEN_ROOTS, ROOT_ROLES } from './attack/roots.ts';
import { NOBODYS_NUMBER, openSetting, type Setting } from './attack/setting.ts';
import { ask, createTable, logDifferences, type AskedOperations } from './attack/table.ts';
import type { Attacker } from './attack/viewers.ts';
import { REGISTRIES } from './attack/world.ts';

let setting: Setting;
let subgraphs: ReadonlyMap<string, Subgraph>;
let doors: readonly Door[];
beforeAll(async () => {
  // Nearly every cell is an error: mapping its stack back to the sources would take most of the time.
  Error.stackTraceLimit = 0;
  setting = await openSetting();
  subgraphs = new Map(REGISTRIES.map((name) => [name, setting.world.open(name)]));
  doors = createDoors(setting);
}, 600_000);
afterAll(() => setting.world.close());

const getSubgraph = (name: string): Subgraph => {
  const subgraph = subgraphs.get(name);
  if (subgraph === undefined) throw new Error(`There is no subgraph ${name}.`);
  return subgraph;
};

describe('the attack table', () => {
  it('has every root field in it', () => {
    const roots = REGISTRIES.flatMap((name) =>
      ['Query', 'Mutation'].flatMap((type) =>
        (setting.contracts[name].types.get(type)?.fields ?? []).map((field) => `${name}.${field.name}`),
      ),
    );
    expect(roots.filter((root) => ROOT_ROLES[root] === undefined && !OPEN_ROOTS.includes(root))).toEqual([]);
  });

  it('holds the registers against what their columns say', () => {
    const { contracts, reference, held } = setting;
    const wrong = [...reference.values].flatMap(([place, value]) => {
      const [coordinate = '', id = ''] = place.split(' ');
      const [type = '', field = ''] = coordinate.split('.');
      const registry = REGISTRIES.find((name) => contracts[name].items.includes(coordinate)) ?? 'personal';
      const answered = held(registry, 'plain', type as 'Citizen', id)?.[field];
      return answered === value ? [] : [`${place}: ${JSON.stringify(answered)} instead of ${JSON.stringify(value)}`];
    });
    expect(wrong).toEqual([]);
    expect(reference.values.size).toBeGreaterThan(500);
  });

  it('answers every field to every role by every door as the lists say, and logs who read what', async () => {
    const { world, attackers } = setting;
    const table = createTable(world);
    const found: string[] = [];
    const words = new Map<string, Set<string>>();
    let cells = 0;
    const before = await countActs();
    for (const door of doors) {
      const asked: AskedOperations = new Map();
      for (const attacker of attackers.filter((one) => door.isFor(one))) {
        const label = `${attacker.name} at ${door.name}`;
        const outcome = await table.run(getSubgraph(door.registry), attacker, door, label);
        found.push(...outcome.found.map((what) => `${label}: ${what}`));
        asked.set(label, { viewer: attacker.viewer, expected: outcome.expected });
        cells += outcome.expected.cells;
        for (const { message, extensions } of outcome.answer.errors ?? []) {
          const kind = JSON.stringify(extensions);
          words.set(kind, (words.get(kind) ?? new Set()).add(message));
        }
      }
      found.push(...(await logDifferences(world, door.registry, asked)));
    }
    console.log(`${cells} cells: ${attackers.length} attackers at ${doors.length} doors`);
    expect(found.slice(0, 40)).toEqual([]);
    expect(await countActs()).toEqual(before);
    // An error's words follow from its code and what is missing, so that they can tell nothing of a subject.
    const telling = [...words].filter(([kind, messages]) => messages.size > 1 && !kind.includes('"missing":"role"'));
    expect(telling).toEqual([]);
  }, 600_000);
});

/** Everything that acts would leave: changes that are no reading, and the rows of the registers that take acts. */
const countActs = async (): Promise<unknown> =>
  setting.world.store('personal').read({ holder: 'attack' }, async (executor) => {
    const { rows } = await sql`select
      ${sql.join(
        REGISTRIES.map(
          (name) => sql`(select count(*)::int from ${sql.table(`${name}.outbox`)} where kind <> 'file.read')`,
        ),
        sql` + `,
      )} as changes,
      (select sum(version)::int from transactions.application) as applications,
      (select sum(version)::int from transactions.appointment) as appointments,
      (select count(*)::int from transactions.rating) as ratings,
      (select count(*)::int from enterprises.mandate) as mandates,
      (select count(*)::int from tagging.contest where state = 'OPEN') as contests,
      (select count(*)::int from governance.objection where state = 'OPEN') as objections`.execute(executor);
    return rows;
  });

/** Numbers that lead to these people. */
const numbersOf = (ids: readonly string[]): string[] =>
  [...setting.numbers].flatMap(([number, id]) => (id !== null && ids.includes(id) ? [number] : []));

describe('who may not know of a subject', () => {
  /** The whole answer with the asked id taken out, and the statements that it took. */
  const probe = async (
    one: Probe,
    attacker: Attacker,
    id: string,
  ): Promise<{ answer: string; statements: string[] }> => {
    const { world } = setting;
    const { result, statements } = await world.statementsOf<SubgraphAnswer>(() =>
      ask(world, getSubgraph(one.registry), attacker.viewer, one.query, { id }),
    );
    return { answer: JSON.stringify(result).replaceAll(id, '<id>'), statements: [...statements] };
  };

  it.each(PROBES.map((one) => [one.name, one] as const))(
    'gets the same answer by the same statements from %s whether it exists or not',
    async (_name, one) => {
      let compared = 0;
      let statements = 0;
      for (const attacker of setting.attackers.filter(
        ({ viewer, tries, at }) => tries !== 'me' && at.includes(one.registry) && one.isFor(viewer),
      )) {
        const invisible = invisibleTo(setting.reference, attacker.viewer, one.type);
        const ids = one.isByNumber === true ? numbersOf(invisible) : invisible;
        if (ids.length === 0) continue;
        const label = attacker.name;
        const missing = await probe(one, attacker, one.isByNumber === true ? NOBODYS_NUMBER : GHOST[one.type]);
        for (const id of ids) expect({ label, ...(await probe(one, attacker, id)) }).toEqual({ label, ...missing });
        statements += missing.statements.length;
        compared += ids.length;
      }
      expect(compared).toBeGreaterThan(10);
      // Who is refused at the root sends none; somebody always gets further.
      expect(statements > 0).toBe(one.name !== 'citizens');
    },
    120_000,
  );
});
