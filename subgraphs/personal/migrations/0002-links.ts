import { sql, type Kysely, type Migration } from 'kysely';

/** Each marriage from either side. It ends by what the register says or by a death, whichever comes first. */
const marriageSide = (own: string, other: string): string => `
  select m.certificate_no, m.${own} as citizen_id, m.${other} as spouse_id, m.since, m.registered_at,
    least(m.until, d.death_date, e.death_date) as until,
    case when m.until <= coalesce(least(d.death_date, e.death_date), m.until) then m.ended_by
      when d.citizen_id is not null or e.citizen_id is not null then 'DEATH' end as ended_by
  from personal.marriage m
  left join personal.death d on d.citizen_id = m.${own}
  left join personal.death e on e.citizen_id = m.${other}`;

/** The 18th birthday (Civil Code 17); somebody born on 29 February has it on 1 March, as no year 18 later is a leap year. */
const COMES_OF_AGE = `((child.birth_date + interval '18 years')::date
  + case when to_char(child.birth_date, 'MMDD') = '0229' then 1 else 0 end)`;

/**
 * Parents are guardians of minors by law (Civil Code 27) unless a court ended it (36); others by appointment. Who was
 * appointed for a minor is guardian until the ward comes of age; every guardianship ends with either's death (39).
 */
const GUARDIAN_LINK = `
  select g.ward_id, g.guardian_id, g.kind, g.since,
    least(g.until, own.death_date, guardian.death_date,
      case when g.since < ${COMES_OF_AGE} then ${COMES_OF_AGE} end) as until
  from personal.guardianship g
  join personal.citizen child on child.id = g.ward_id
  left join personal.death own on own.citizen_id = g.ward_id
  left join personal.death guardian on guardian.citizen_id = g.guardian_id
  where g.kind <> 'PARENT'
  union all
  select pc.child_id, pc.parent_id, 'PARENT', greatest(child.birth_date, pc.since),
    least(${COMES_OF_AGE}, g.until, pc.until, own.death_date, parent.death_date)
  from personal.parent_child pc
  join personal.citizen child on child.id = pc.child_id and child.birth_date is not null
  left join personal.guardianship g on g.kind = 'PARENT' and g.ward_id = pc.child_id and g.guardian_id = pc.parent_id
  left join personal.death own on own.citizen_id = pc.child_id
  left join personal.death parent on parent.citizen_id = pc.parent_id`;

/** Views that say who is whose spouse and guardian, from when until when. */
export const links: Migration = {
  up: async (db: Kysely<unknown>) => {
    const sides = `${marriageSide('one_id', 'other_id')} union all ${marriageSide('other_id', 'one_id')}`;
    await sql.raw(`create view personal.marriage_side as ${sides}`).execute(db);
    await sql.raw(`create view personal.guardian_link as ${GUARDIAN_LINK}`).execute(db);
  },
  down: async (db: Kysely<unknown>) => {
    await sql.raw('drop view personal.guardian_link').execute(db);
    await sql.raw('drop view personal.marriage_side').execute(db);
  },
};
