import type { RootField, RootTools } from '../root-field.ts';

/** The counter's look-up, by every number that is tried. */
export const numberRoots = ({ entity, numbers }: RootTools): RootField[] =>
  [...numbers].map(([number, id], index) => entity('findCitizen', `f${index}`, `idNumber: "${number}"`, 'Citizen', id));
