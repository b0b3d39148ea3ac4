import { GHOST } from './ghost.ts';

/** What the table must know of an entity type. A new one is an entry here, and an id that nobody has in `ghost.ts`. */
interface EntityFacts {
  key: string;
  ghost: string;
  /**
   * SQL of `id`, `owner_type` and `owner`: whose file it stands in, where it has no relations and no district of its own. Null
   * where the reference reads the registers themselves.
   */
  owned: string | null;
}

export type EntityType = keyof typeof GHOST;

export const ENTITIES: Readonly<Record<EntityType, EntityFacts>> = {
  Citizen: { key: 'id', ghost: GHOST.Citizen, owned: null },
  Enterprise: { key: 'uscc', ghost: GHOST.Enterprise, owned: null },
  Premise: { key: 'id', ghost: GHOST.Premise, owned: null },
};

export const isEntity = (name: string): name is EntityType => name in ENTITIES;

/** Narrows a name of the contract; an entity that the table does not know would go without attack. */
export const getEntity = (name: string): EntityType => {
  if (isEntity(name)) return name;
  throw new Error(`The attack table does not know the entity ${name}: give it an entry in entities.ts.`);
};
