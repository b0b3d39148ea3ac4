import { ENTITIES, type EntityType } from './entities.ts';
import type { Reference } from './reference.ts';

/** Every id of a type that the table asks for, with one that nobody has. */
export const idsOf = (reference: Reference, type: EntityType): readonly string[] => [
  ...reference.idsOf(type),
  ENTITIES[type].ghost,
];
