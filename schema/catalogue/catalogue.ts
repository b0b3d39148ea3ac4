import { loadSdl, SUBGRAPHS } from '../sdl.ts';
import { readContractItems, type ContractItem, type ContractItems } from './contract-items.ts';
import { findCatalogueFaults } from './faults.ts';
import { readLists, type Department, type Lists, type Purpose } from './lists.ts';
import { selectCoordinates } from './selection.ts';

export type { Department, Purpose } from './lists.ts';

/** One item of the three lists 三清单. */
export interface CatalogueItem extends ContractItem {
  /** 0 to `items.size` − 1, for bit masks and flag arrays; not stable from one version of the contract to the next. */
  index: number;
  /** Code of the responsible department. */
  department: string;
  /** The drop it comes from, e.g. `personal.citizens`; null: it arises in this system. */
  source: string | null;
  /** ISO 8601 duration; null: renewed at once. */
  updateCycle: string | null;
  /** 负面清单: the ground in law for which only the responsible department may read it; null: it may be granted. */
  withheldBecause: string | null;
}

/** A department may read an item for a purpose in [since, until); of several grants for one item the widest counts. */
export interface Grant {
  department: string;
  purpose: string;
  /** Schema coordinate. */
  item: string;
  scope: 'ALL' | 'OWN_DISTRICT' | 'MASKED';
  since: string;
  until: string | null;
}

export interface Catalogue {
  items: ReadonlyMap<string, CatalogueItem>;
  /** By relation of the viewer to the subject (SELF, WARD, …, SYSTEM): the coordinates that it lets see. */
  relations: ReadonlyMap<string, ReadonlySet<string>>;
  /** The baseline of the 需求清单; rows decided later come from the registries. */
  grants: readonly Grant[];
  departments: ReadonlyMap<string, Department>;
  purposes: ReadonlyMap<string, Purpose>;
}

/** Reads contract and lists from this folder; throws with every fault between them. */
export const loadCatalogue = (): Catalogue => createCatalogue(readContractItems(SUBGRAPHS.map(loadSdl)), readLists());

export function createCatalogue(contract: ContractItems, lists: Lists): Catalogue {
  const faults = findCatalogueFaults(contract, lists);
  if (faults.length > 0) throw new Error(`The catalogue does not fit the contract:\n${faults.join('\n')}`);

  const coordinates = contract.items.map(({ coordinate }) => coordinate);
  const select = (selection: Parameters<typeof selectCoordinates>[0]) =>
    selectCoordinates(selection, coordinates).selected;
  const responsibilities = new Map(
    lists.responsibility.flatMap((entry) => select(entry.items).map((coordinate) => [coordinate, entry] as const)),
  );
  const withheld = new Map(lists.negative.map(({ item, because }) => [item, because]));

  return {
    items: new Map(
      contract.items.flatMap((item, index) => {
        const responsibility = responsibilities.get(item.coordinate);
        if (responsibility === undefined) return [];
        const { department, source, cycle } = responsibility;
        const withheldBecause = withheld.get(item.coordinate) ?? null;
        return [
          [item.coordinate, { ...item, index, department, source, updateCycle: cycle, withheldBecause }] as const,
        ];
      }),
    ),
    relations: new Map(
      Object.entries(lists.relations).map(([relation, selection]) => [relation, new Set(select(selection))]),
    ),
    grants: lists.demand.flatMap(({ department, purpose, scope, since, until, items }) =>
      select(items).map((item) => ({ department, purpose, item, scope, since, until })),
    ),
    departments: byCode(lists.departments),
    purposes: byCode(lists.purposes),
  };
}

const byCode = <T extends { code: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.code, entry]));
