import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { loadCatalogue, type Catalogue } from '../../../schema/catalogue/catalogue.ts';
import type { DoorParts } from './door.ts';
import { MERGED_NUMBER } from './extra-drops.ts';
import { createReference, type ExtraGrant } from './reference.ts';
import { chooseDuties } from './staff-duties.ts';
import { readContracts, readHeld } from './table.ts';
import { createAttackers, type Attacker } from './viewers.ts';
import { openWorld, type World } from './world.ts';

/**
 * Grants that the lists do not have: of withheld items, to another department (in vain) and to the responsible one, one
 * that ended today and one that begins tomorrow.
 */
const EXTRA_GRANTS: readonly ExtraGrant[] = [
  {
    department: 'education',
    purpose: 'school-enrolment',
    item: 'Citizen.politicalStatus',
    scope: 'ALL',
    since: '2024-01-01',
  },
  {
    department: 'public-security',
    purpose: 'household-registration',
    item: 'Citizen.politicalStatus',
    scope: 'OWN_DISTRICT',
    since: '2024-01-01',
  },
  {
    department: 'education',
    purpose: 'school-enrolment',
    item: 'Citizen.email',
    scope: 'ALL',
    since: '2024-01-01',
    until: '2026-11-22',
  },
  {
    department: 'education',
    purpose: 'school-enrolment',
    item: 'Citizen.maritalStatus',
    scope: 'ALL',
    since: '2026-11-23',
  },
  { department: 'health', purpose: 'elderly-care', item: 'Citizen.idNumber', scope: 'MASKED', since: '2024-01-01' },
  {
    department: 'public-security',
    purpose: 'identity-check',
    item: 'Citizen.accessLog',
    scope: 'ALL',
    since: '2024-01-01',
  },
  {
    department: 'big-data-centre',
    purpose: 'identity-check',
    item: 'Citizen.accessLog',
    scope: 'ALL',
    since: '2024-01-01',
  },
  {
    department: 'big-data-centre',
    purpose: 'identity-check',
    item: 'Citizen.objections',
    scope: 'OWN_DISTRICT',
    since: '2024-01-01',
  },
  {
    department: 'public-security',
    purpose: 'household-registration',
    item: 'Citizen.objections',
    scope: 'OWN_DISTRICT',
    since: '2024-01-01',
  },
];

/** Everything that the table needs: filled registries, the reference over them, who asks. */
export interface Setting extends DoorParts {
  world: World;
  attackers: readonly Attacker[];
  catalogue: Catalogue;
}

const demoNumbers = (): string[] =>
  readFileSync(join(import.meta.dirname, '../../../subgraphs/personal/demo/citizens.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split(',')[0] || []);

/** Corrected, and still its person's. */
const CORRECTED_NUMBER = '310104195909091044';
/** A number that is well formed and nobody's. */
export const NOBODYS_NUMBER = '310101199003070019';

const findActs = async (world: World): Promise<DoorParts['acts']> =>
  world.store('personal').read({ holder: 'attack' }, async (executor) => {
    const { rows } = await sql<DoorParts['acts']>`
      select m.id as mandate, m.handler, o.id as objection, o.subject as objector
      from enterprises.mandate m, governance.objection o
      where m.uscc = '91310104MA1FPAA18P' and m.withdrawn_at is null and o.item = 'Citizen.birthDate' order by m.id limit 1`.execute(
      executor,
    );
    const [acts] = rows;
    if (acts === undefined) throw new Error('Nobody gave a mandate or raised an objection.');
    return acts;
  });

export const openSetting = async (): Promise<Setting> => {
  const loaded = loadCatalogue();
  const catalogue: Catalogue = {
    ...loaded,
    grants: [...loaded.grants, ...EXTRA_GRANTS.map((grant) => ({ until: null, ...grant }))],
  };
  const world = await openWorld(catalogue);
  const contracts = readContracts();
  const items = Object.values(contracts).flatMap((contract) => contract.items);
  const reference = await createReference(world, items, EXTRA_GRANTS);
  const numbers = new Map<string, string | null>();
  // Every other one is enough beside `citizen`; the corrected number and nobody's are always among them.
  const tried = demoNumbers().filter((number, index) => index % 3 === 0 || number === CORRECTED_NUMBER);
  for (const number of [...tried, MERGED_NUMBER, NOBODYS_NUMBER]) numbers.set(number, await world.idOf(number));
  const duties = EXTRA_GRANTS.map(({ department, purpose }) => ({ department, purpose }));
  return {
    world,
    catalogue,
    contracts,
    reference,
    numbers,
    acts: await findActs(world),
    held: await readHeld(world, contracts, reference),
    attackers: await createAttackers(world, chooseDuties(duties, { contracts, reference })),
  };
};
