import { sql } from 'kysely';
import type { CitizenEntry, DatedDistrict, DatedLink } from '../../kit/directory/directory.ts';
import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import { SCHEMA, type PersonalDB } from './database.ts';

/** Since when somebody is kin whose birth date nobody knows. */
const EVER = '1800-01-01';

type Of<T> = T & { subject: string };
type Link = Of<DatedLink>;

interface Person {
  subject: string;
  alive: boolean;
  mergedInto: string | null;
}

/**
 * What the directories are to know of these people. A death or a merge alters what relatives are to each other, so
 * the relatives of the dead and of survivors of a merge are described with them.
 */
export const describeCitizens = async (
  executor: Executor<PersonalDB>,
  subjects: readonly string[],
): Promise<CitizenEntry[]> => {
  const asked = [...new Set([...subjects, ...(await findAlteredRelatives(executor, subjects))])];
  const people = await findPeople(executor, asked);
  const districts = groupBySubject(await findDistricts(executor, asked));
  const guardians = groupBySubject(await findGuardianLinks(executor, asked));
  const spouses = groupBySubject(await findSpouseLinks(executor, asked));
  const kin = groupBySubject(await findKinLinks(executor, asked));
  return people.map(({ subject, alive, mergedInto }) => ({
    kind: 'citizen',
    subject,
    districts: districts.get(subject) ?? [],
    alive,
    mergedInto,
    guardians: guardians.get(subject) ?? [],
    spouses: spouses.get(subject) ?? [],
    kin: kin.get(subject) ?? [],
  }));
};

const groupBySubject = <T>(rows: readonly Of<T>[]): ReadonlyMap<string, Omit<Of<T>, 'subject'>[]> => {
  const grouped = new Map<string, Omit<Of<T>, 'subject'>[]>();
  for (const { subject, ...row } of rows) {
    const known = grouped.get(subject);
    if (known === undefined) grouped.set(subject, [row]);
    else known.push(row);
  }
  return grouped;
};

const findAlteredRelatives = async (executor: Executor<PersonalDB>, subjects: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with altered as (
      select citizen_id as id from ${sql.table(`${SCHEMA}.death`)} where citizen_id = ${anyOf(subjects)}
      union
      select merged_into from ${sql.table(`${SCHEMA}.citizen`)} where id = ${anyOf(subjects)} and merged_into is not null
      union
      select merged_into from ${sql.table(`${SCHEMA}.citizen`)} where merged_into = ${anyOf(subjects)}
    )
    select spouse_id as id from ${sql.table(`${SCHEMA}.marriage_side`)} where citizen_id in (select id from altered)
    union
    select child_id from ${sql.table(`${SCHEMA}.parent_child`)} where parent_id in (select id from altered)
    union
    select parent_id from ${sql.table(`${SCHEMA}.parent_child`)} where child_id in (select id from altered)
    union
    select ward_id from ${sql.table(`${SCHEMA}.guardianship`)} where guardian_id in (select id from altered)
    union
    -- Ids given up lead to the last survivor at once.
    select id from ${sql.table(`${SCHEMA}.citizen`)} where merged_into = ${anyOf(subjects)}
    union
    select id from altered`.execute(executor);
  return rows.flatMap(({ id }: { id: string | null }) => (id === null ? [] : [id]));
};

const findPeople = (executor: Executor<PersonalDB>, subjects: readonly string[]): Promise<Person[]> =>
  executor
    .selectFrom('citizen')
    .leftJoin('death', 'death.citizen_id', 'citizen.id')
    .where('citizen.id', '=', anyOf(subjects))
    .orderBy('citizen.id')
    .select((eb) => [
      'citizen.id as subject',
      'citizen.merged_into as mergedInto',
      eb
        .and([eb('death.citizen_id', 'is', null), eb('citizen.erased_at', 'is', null)])
        .$castTo<boolean>()
        .as('alive'),
    ])
    .execute();

/** Homes in the city: residences before households, later before earlier. */
const findDistricts = async (
  executor: Executor<PersonalDB>,
  subjects: readonly string[],
): Promise<Of<DatedDistrict>[]> => {
  const { rows } = await sql<Of<DatedDistrict>>`
    select subject, district, since, until from (
      select r.citizen_id as subject, coalesce(r.district, p.district) as district, r.since, r.until, 1 as rank
      from ${sql.table(`${SCHEMA}.residence`)} r left join ${sql.table(`${SCHEMA}.premise`)} p on p.id = r.premise_id
      where r.citizen_id = ${anyOf(subjects)}
      union all
      select citizen_id, district, since, until, 2 from ${sql.table(`${SCHEMA}.household_member`)}
      where citizen_id = ${anyOf(subjects)}
    ) as home
    where district like '31%'
    order by subject, rank, since desc, district`.execute(executor);
  return rows;
};

const findGuardianLinks = async (executor: Executor<PersonalDB>, subjects: readonly string[]): Promise<Link[]> => {
  const links = await executor
    .selectFrom('guardian_link')
    .where('ward_id', '=', anyOf(subjects))
    .where('guardian_id', 'is not', null)
    .orderBy('since')
    .orderBy('guardian_id')
    .select(['ward_id as subject', 'guardian_id as id', 'since', 'until'])
    .execute();
  return links.flatMap(({ id, ...link }) => (id === null ? [] : [{ id, ...link }]));
};

const findSpouseLinks = (executor: Executor<PersonalDB>, subjects: readonly string[]): Promise<Link[]> =>
  executor
    .selectFrom('marriage_side')
    .where('citizen_id', '=', anyOf(subjects))
    .orderBy('since')
    .select(['citizen_id as subject', 'spouse_id as id', 'since', 'until'])
    .execute();

/** Parents and children, from the child's birth or adoption on. */
const findKinLinks = async (executor: Executor<PersonalDB>, subjects: readonly string[]): Promise<Link[]> => {
  const { rows } = await sql<Link>`
    select side.subject, side.id, coalesce(pc.since, born.birth_date, ${EVER}::date) as since, pc.until
    from ${sql.table(`${SCHEMA}.parent_child`)} pc
    join ${sql.table(`${SCHEMA}.citizen`)} born on born.id = pc.child_id
    cross join lateral (values (pc.parent_id, pc.child_id), (pc.child_id, pc.parent_id)) as side (subject, id)
    where (pc.parent_id = ${anyOf(subjects)} or pc.child_id = ${anyOf(subjects)}) and side.subject = ${anyOf(subjects)}
    order by since, side.id`.execute(executor);
  return rows;
};
