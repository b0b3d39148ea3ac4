import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAccess } from '../../subgraphs/kit/access/access.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph.ts';
import { TODAY } from '../support/viewers.ts';
import type { Door } from './attack/door.ts';
import { createDoors } from './attack/doors.ts';
import { createMutations, type Mutation } from './attack/mutations.ts';
import { openSetting, type Setting } from './attack/setting.ts';
import { createTable, logDifferences, type AskedOperations } from './attack/table.ts';
import type { Attacker } from './attack/viewers.ts';
import { REGISTRIES, type Altered } from './attack/world.ts';

let setting: Setting;
let doors: readonly Door[];
/** Registries whose access is that of the mutation under way. */
let bendable: ReadonlyMap<string, Subgraph>;
let current: Altered['createAccess'];
beforeAll(async () => {
  Error.stackTraceLimit = 0;
  setting = await openSetting();
  doors = createDoors(setting, 0);
  bendable = new Map(
    REGISTRIES.map((name) => [
      name,
      setting.world.open(name, { createAccess: (parts) => (current ?? createAccess)(parts) }),
    ]),
  );
}, 600_000);
afterAll(() => setting.world.close());

/** Permissions are part of a schema; everything else is of a request. */
const open = (name: Door['registry'], { altered, bend }: Mutation): Subgraph => {
  const bendableOne = bendable.get(name);
  if (altered.permissions === undefined && bend === undefined && bendableOne !== undefined) return bendableOne;
  const subgraph = setting.world.open(name, altered);
  bend?.(subgraph.schema);
  return subgraph;
};

describe('the attack table', () => {
  it('turns red whichever rule is taken away', async () => {
    const { world, contracts, attackers } = setting;
    const table = createTable(world);
    let operations = 0;

    const isWrongAnyway = async (attacker: Attacker, door: Door): Promise<boolean> => {
      const bent = current;
      current = undefined;
      try {
        const subgraph = bendable.get(door.registry);
        return subgraph !== undefined && (await table.run(subgraph, attacker, door)).found.length > 0;
      } finally {
        current = bent;
      }
    };

    /** The first cells that notice. */
    const notice = async (mutation: Mutation): Promise<string[]> => {
      const suspects = attackers.filter((attacker) => mutation.suspects(attacker));
      for (const name of mutation.registries) {
        const subgraph = open(name, mutation);
        for (const door of doors.filter(({ registry }) => registry === name)) {
          const asked: AskedOperations = new Map();
          for (const attacker of suspects.filter((one) => door.isFor(one))) {
            const operation = `mutation ${(operations += 1)} ${attacker.name} at ${door.name}`;
            const { found, expected } = await table.run(subgraph, attacker, door, operation);
            // What is wrong without the mutation as well is the table's to tell.
            if (found.length > 0 && !(await isWrongAnyway(attacker, door))) {
              return found.map((what) => `${attacker.name} at ${door.name}: ${what}`);
            }
            asked.set(operation, { viewer: attacker.viewer, expected });
          }
          const found = await logDifferences(world, name, asked);
          if (found.length > 0) return found;
        }
      }
      return [];
    };

    const lines: string[] = [];
    const unnoticed: string[] = [];
    const mutations = createMutations(world, contracts, attackers, TODAY);
    for (const mutation of mutations) {
      current = mutation.altered.createAccess;
      const [first] = await notice(mutation);
      lines.push(`${mutation.name} ← ${first ?? 'nobody'}`.slice(0, 200));
      if (first === undefined) unnoticed.push(mutation.name);
    }
    console.log(`${mutations.length} rules taken away\n${lines.join('\n')}`);
    expect(unnoticed).toEqual([]);
  }, 2_400_000);
});
