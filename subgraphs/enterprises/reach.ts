import { AppError } from '../../schema/errors.ts';
import type { Context } from './context.ts';

type Asker = Pick<Context, 'access' | 'catalogue' | 'viewer'>;

const itemsOf = ({ catalogue }: Asker): number[] =>
  [...catalogue.items].flatMap(([coordinate, { index }]) => (coordinate.startsWith('Enterprise.') ? [index] : []));

/** GB/T 2260 code of the one district whose enterprises the staff may know of; null: the whole city. Throws FORBIDDEN. */
export const districtWithin = (asker: Asker): string | null => {
  const { access, viewer } = asker;
  if (viewer.role === 'system' || access.reach(itemsOf(asker)) === 'all') return null;
  if (viewer.district === null) throw new AppError('FORBIDDEN', 'You work for no district.', { missing: 'district' });
  return viewer.district;
};

/** The district to search: the one asked for when it is within reach, else the reach itself. Throws FORBIDDEN. */
export const districtToSearch = (asker: Asker, asked: string | null): string | null => {
  checkGranted(asker);
  const within = districtWithin(asker);
  if (within !== null && asked !== null && asked !== within) {
    throw new AppError('FORBIDDEN', 'This district is not yours.', { missing: `district:${asked}` });
  }
  return asked ?? within;
};

/** Whether the purpose grants any item of an enterprise at all: else not even a count is told. Throws FORBIDDEN. */
const checkGranted = (asker: Asker): void => {
  if (asker.access.refusal('OWN_DISTRICT', itemsOf(asker)) !== null) {
    throw new AppError('FORBIDDEN', 'Your purpose covers no enterprise.', { missing: 'grant:Enterprise.name' });
  }
};

/** Whether the purpose grants an item of enterprises, in the own district at least. */
export const seesItem = ({ access, catalogue }: Asker, coordinate: string): boolean => {
  const item = catalogue.items.get(coordinate);
  return item !== undefined && access.refusal('OWN_DISTRICT', [item.index]) === null;
};

/** What is found by an item tells of it, so searching by it is for who sees it. Throws FORBIDDEN. */
export const checkSearchedBy = (asker: Asker, coordinate: string): void => {
  if (seesItem(asker, coordinate)) return;
  throw new AppError('FORBIDDEN', 'This item is not granted to you here.', { missing: `grant:${coordinate}` });
};
