import type { Registration } from '../features.ts';
import { trainSoftmax, type Example, type LinearModel } from '../softmax.ts';
import { createWeakLabeller, SECTIONS, toExample, type Labelled } from './examples.ts';
import { seeded } from './seeded.ts';

/** How much each kind of row counts: labelled ones were read by people, names and the standard only hint. */
const WEIGHTS = { registration: 3, listed: 4, listedMaker: 2.5, standard: 0.5, weak: 0.05 } as const;
/** Most listed companies make things, as most registrations trade: neither is to drown the others. */
const WEAK_AT_MOST = 600;
const WEAK_OF_THE_MOST = { C: 1_500, F: 1_500 } as const;
const SHUFFLE = 1;
const ORDER = 7;

/** Registrations labelled by their names, so many of each section; those named in `without` are left out. */
export const pickWeak = (register: readonly Registration[], without: ReadonlySet<string>): readonly Labelled[] => {
  const labelOf = createWeakLabeller();
  const random = seeded(SHUFFLE);
  const bySection = new Map<string, Labelled[]>();
  for (const registration of register) {
    const section = without.has(registration.name) ? null : labelOf(registration);
    if (section === null) continue;
    const rows = bySection.get(section) ?? [];
    rows.push({ ...registration, section, division: null, acceptable: [section], broad: [], unsure: [] });
    bySection.set(section, rows);
  }
  return [...bySection].sort().flatMap(([section, rows]) => {
    const most = section === 'C' || section === 'F' ? WEAK_OF_THE_MOST[section] : WEAK_AT_MOST;
    return rows
      .map((row) => ({ row, key: random() }))
      .sort((one, other) => one.key - other.key)
      .slice(0, most)
      .map(({ row }) => row);
  });
};

/** Examples of what hints alone: the standard's own words, and names. */
export const toHints = (standard: readonly Labelled[], weak: readonly Labelled[]): readonly Example[] => [
  ...weak.map((row) => toExample(row, WEIGHTS.weak)),
  ...standard.map((row) => toExample(row, WEIGHTS.standard)),
];

/** Trains on labelled rows and hints. The same rows, the same weights. */
export const fit = (
  hints: readonly Example[],
  registrations: readonly Labelled[],
  listed: readonly Labelled[],
): LinearModel =>
  trainSoftmax(
    [
      ...hints,
      ...registrations.map((row) => toExample(row, WEIGHTS.registration)),
      ...listed
        .filter(({ section }) => section !== null)
        .map((row) => toExample(row, row.section === 'C' ? WEIGHTS.listedMaker : WEIGHTS.listed)),
    ],
    { classes: SECTIONS, epochs: 8, rate: 0.1, decay: 1e-5, random: seeded(ORDER) },
  );
