import type { Migration } from 'kysely';
import { tags } from './0001-tags.ts';
import { derivation } from './0002-derivation.ts';
import { use } from './0003-use.ts';
import { order } from './0004-order.ts';
import { place } from './0005-place.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '0001_tags': tags,
  '0002_derivation': derivation,
  '0003_use': use,
  '0004_order': order,
  '0005_place': place,
};
