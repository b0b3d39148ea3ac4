import { LRUCache } from 'lru-cache';
import type { Catalogue, Grant } from '../../../schema/catalogue/catalogue.ts';
import { holdsOn } from '../../../schema/civil-day.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import type { Relation } from '../directory/directory.ts';

const VISIBLE = 1;
const REVEALABLE = 2;

/** What one viewer may see of items (by catalogue index), per relation to the subject. A look-up is one array read. */
export interface AccessMatrix {
  sees(relation: Relation, item: number): boolean;
  /** Whether a masked item may be asked for whole. */
  reveals(relation: Relation, item: number): boolean;
  /** Whether at least one of the items is visible: else the viewer may not know that the subject exists. */
  seesAny(relation: Relation, items: readonly number[]): boolean;
}

type Flags = Partial<Record<Relation, Uint8Array>>;

const toMatrix = (flags: Flags): AccessMatrix => {
  const sees = (relation: Relation, item: number) => ((flags[relation]?.[item] ?? 0) & VISIBLE) !== 0;
  return {
    sees,
    reveals: (relation, item) => ((flags[relation]?.[item] ?? 0) & REVEALABLE) !== 0,
    seesAny: (relation, items) => items.some((item) => sees(relation, item)),
  };
};

const grantedFlags = (catalogue: Catalogue, grants: readonly Grant[], viewer: Viewer): Flags => {
  const ownDistrict = new Uint8Array(catalogue.items.size);
  const other = new Uint8Array(catalogue.items.size);
  for (const grant of grants) {
    if (grant.department !== viewer.department || grant.purpose !== viewer.purpose) continue;
    if (!holdsOn(viewer.today, grant.since, grant.until)) continue;
    const item = catalogue.items.get(grant.item);
    if (item === undefined) continue;
    if (item.withheldBecause !== null && item.department !== viewer.department) continue;
    const flag = grant.scope === 'MASKED' ? VISIBLE : VISIBLE | REVEALABLE;
    ownDistrict[item.index] = (ownDistrict[item.index] ?? 0) | flag;
    if (grant.scope !== 'OWN_DISTRICT') other[item.index] = (other[item.index] ?? 0) | flag;
  }
  return { OWN_DISTRICT: ownDistrict, OTHER: other };
};

/**
 * Kin, handlers and holders see what their list names, masked; to oneself and for one's ward anything can be revealed,
 * and so can the name of whoever gave one a mandate or holds it.
 */
const REVEALING: ReadonlySet<Relation> = new Set<Relation>(['SELF', 'WARD', 'REPRESENTED', 'MANDATED']);

const relationFlags = (catalogue: Catalogue, relations: readonly Relation[]): Flags =>
  Object.fromEntries(
    relations.map((relation) => {
      const flags = new Uint8Array(catalogue.items.size);
      const flag = REVEALING.has(relation) ? VISIBLE | REVEALABLE : VISIBLE;
      for (const coordinate of catalogue.relations.get(relation) ?? []) {
        const item = catalogue.items.get(coordinate);
        if (item !== undefined) flags[item.index] = flag;
      }
      return [relation, flags];
    }),
  );

const CITIZEN_RELATIONS: readonly Relation[] = [
  'SELF',
  'WARD',
  'SPOUSE',
  'KIN',
  'REPRESENTED',
  'HANDLED',
  'HELD',
  'MANDATED',
];

/**
 * Compiles the three lists into matrices. Staff see by grants for (department, purpose) on the request's day, citizens by
 * relation, `system` by its own list; every other role sees nothing. `grantRows` are the grants in force beside the baseline.
 */
export const createAccessMatrices = (
  catalogue: Catalogue,
  grantRows: () => readonly Grant[],
): ((viewer: Viewer) => AccessMatrix) => {
  const citizen = toMatrix(relationFlags(catalogue, CITIZEN_RELATIONS));
  const system = toMatrix(relationFlags(catalogue, ['SYSTEM']));
  const nothing = toMatrix({});
  const staff = new LRUCache<string, { rows: readonly Grant[]; matrix: AccessMatrix }>({ max: 1_000 });

  const staffMatrix = (viewer: Viewer): AccessMatrix => {
    const rows = grantRows();
    const key = JSON.stringify([viewer.department, viewer.purpose, viewer.today]);
    const known = staff.get(key);
    if (known?.rows === rows) return known.matrix;
    const matrix = toMatrix(grantedFlags(catalogue, [...catalogue.grants, ...rows], viewer));
    staff.set(key, { rows, matrix });
    return matrix;
  };

  return (viewer) => {
    if (viewer.role === 'citizen') return citizen;
    if (viewer.role === 'staff') return staffMatrix(viewer);
    return viewer.role === 'system' ? system : nothing;
  };
};
