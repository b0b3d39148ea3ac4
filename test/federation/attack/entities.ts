import { GHOST } from './ghost.ts';

/** What the table must know of an entity type. A new one is an entry here, and an id that nobody has in `ghost.ts`. */
interface EntityFacts {
  key: string;
  ghost: string;
  /**
   * SQL of `id`, `owner_type`, `owner` and `kind`: whose file it stands in, where it has no relations and no district of its
   * own, and what else decides who sees it. Null where the reference reads the registers themselves.
   */
  owned: string | null;
  /** The field of the owner without which nothing of it is seen; null: none. */
  list: string | null;
}

export type EntityType = keyof typeof GHOST;

/** A citizen or an enterprise, by the form of the id. */
const typeOfOwner = (column: string): string =>
  `case when ${column} like 'c1\\_%' then 'Citizen' else 'Enterprise' end`;

export const ENTITIES: Readonly<Record<EntityType, EntityFacts>> = {
  Citizen: { key: 'id', ghost: GHOST.Citizen, owned: null, list: null },
  Enterprise: { key: 'uscc', ghost: GHOST.Enterprise, owned: null, list: null },
  Premise: { key: 'id', ghost: GHOST.Premise, owned: null, list: null },
  Licence: {
    key: 'id',
    ghost: GHOST.Licence,
    owned: `select id, ${typeOfOwner('holder')} as owner_type, holder as owner, '' as kind
      from licences.licence order by record`,
    list: 'licences',
  },
  Application: {
    key: 'id',
    ghost: GHOST.Application,
    owned: `select id, ${typeOfOwner('applicant')} as owner_type, applicant as owner, service as kind
      from transactions.application order by id`,
    list: null,
  },
};

export const isEntity = (name: string): name is EntityType => name in ENTITIES;

/** Narrows a name of the contract; an entity that the table does not know would go without attack. */
export const getEntity = (name: string): EntityType => {
  if (isEntity(name)) return name;
  throw new Error(`The attack table does not know the entity ${name}: give it an entry in entities.ts.`);
};
