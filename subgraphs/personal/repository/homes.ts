import type { ExpressionBuilder } from 'kysely';
import { toDivision } from '../../kit/divisions/division.ts';
import type { Executor } from '../../kit/store/store.ts';
import { anyOf, askedOwners, inForceOn } from '../../kit/store/sql.ts';
import type { HouseholdRow, PremiseRow, ResidenceRow } from '../rows.ts';
import { toAddress } from './address.ts';
import type { PersonalDB } from './database.ts';

/** The register that each of these people is in on the day, at most one. */
export const findHouseholds = async (
  executor: Executor<PersonalDB>,
  citizens: readonly string[],
  today: string,
): Promise<HouseholdRow[]> => {
  const rows = await executor
    .selectFrom('household_member')
    .distinctOn('citizen_id')
    .where('citizen_id', '=', anyOf(citizens))
    .where(inForceOn(today))
    .orderBy('citizen_id')
    .orderBy('since', 'desc')
    .orderBy('register_no')
    .select([
      'citizen_id as subject',
      'register_no as registerNo',
      'head_id as headId',
      'relation_to_head as relationToHead',
      'kind',
      'province',
      'district',
      'address',
      'since',
    ])
    .execute();
  return rows.map(({ headId, province, district, address, ...row }) => ({
    ...row,
    head: headId === null ? null : { id: headId },
    province: toDivision(province),
    district: toDivision(district),
    address: toAddress({ text: address, district }),
  }));
};

/** So many of who is in each of these registers on the day; the head first. */
export const findHouseholdMembers = (
  executor: Executor<PersonalDB>,
  registers: readonly string[],
  today: string,
  first: number,
): Promise<{ registerNo: string; id: string }[]> =>
  executor
    .selectFrom(askedOwners(registers))
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('household_member')
          .whereRef('register_no', '=', 'asked.owner')
          .where(inForceOn(today))
          .orderBy('relation_to_head')
          .orderBy('citizen_id')
          .limit(first)
          .select(['register_no as registerNo', 'citizen_id as id', 'relation_to_head as relation'])
          .as('member'),
      (join) => join.onTrue(),
    )
    .orderBy('member.registerNo')
    .orderBy('member.relation')
    .orderBy('member.id')
    .select(['member.registerNo', 'member.id'])
    .execute();

/** Homes of the people in `asked`, with what the building says where the register does not. */
const selectHomes = (from: ExpressionBuilder<PersonalDB & { asked: { owner: string } }, 'asked'>) =>
  from
    .selectFrom('residence')
    .leftJoin('premise', 'premise.id', 'residence.premise_id')
    .whereRef('residence.citizen_id', '=', 'asked.owner')
    .orderBy('residence.since', 'desc')
    .select((eb) => [
      'residence.citizen_id as subject',
      eb.fn.coalesce('residence.address', 'premise.address').as('text'),
      eb.fn.coalesce('residence.district', 'premise.district').as('district'),
      'premise.longitude',
      'premise.latitude',
      'premise.id as premiseId',
      'residence.since',
      'residence.until',
      'residence.basis',
    ]);

const findHomes = async (
  executor: Executor<PersonalDB>,
  citizens: readonly string[],
  narrow: (homes: ReturnType<typeof selectHomes>) => ReturnType<typeof selectHomes>,
): Promise<ResidenceRow[]> => {
  const rows = await executor
    .selectFrom(askedOwners(citizens))
    .innerJoinLateral(
      (from) => narrow(selectHomes(from)).as('home'),
      (join) => join.onTrue(),
    )
    .orderBy('home.subject')
    .orderBy('home.since', 'desc')
    .selectAll('home')
    .execute();
  return rows.map(({ text, district, longitude, latitude, premiseId, ...row }) => ({
    ...row,
    address: toAddress({ text, district, longitude, latitude }),
    premise: premiseId === null ? null : { id: premiseId },
    district: toDivision(district),
  }));
};

/** Where each of these people lives on the day, if anywhere. */
export const findPresentResidences = (
  executor: Executor<PersonalDB>,
  citizens: readonly string[],
  today: string,
): Promise<ResidenceRow[]> => findHomes(executor, citizens, (homes) => homes.where(inForceOn(today)).limit(1));

/** So many places where each of these people lives and lived, the latest first. */
export const findResidences = (
  executor: Executor<PersonalDB>,
  citizens: readonly string[],
  _today: string,
  first: number,
): Promise<ResidenceRow[]> => findHomes(executor, citizens, (homes) => homes.limit(first));

export const findPremisesByIds = async (
  executor: Executor<PersonalDB>,
  ids: readonly string[],
): Promise<PremiseRow[]> => {
  const rows = await executor.selectFrom('premise').where('id', '=', anyOf(ids)).selectAll().execute();
  return rows.map(({ id, address, district, use, area, longitude, latitude }) => ({
    id,
    address: toAddress({ text: address, district, longitude, latitude }),
    use,
    area: area === null ? null : Number(area),
  }));
};

/** So many of the natural persons who own each of these premises on the day, the longest first. */
export const findPremiseOwners = (
  executor: Executor<PersonalDB>,
  premises: readonly string[],
  today: string,
  first: number,
): Promise<{ premise: string; id: string }[]> =>
  executor
    .selectFrom(askedOwners(premises))
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('premise_owner')
          .whereRef('premise_id', '=', 'asked.owner')
          .where(inForceOn(today))
          .orderBy('since')
          .orderBy('owner_id')
          .limit(first)
          .select(['premise_id as premise', 'owner_id as id', 'since'])
          .as('title'),
      (join) => join.onTrue(),
    )
    .orderBy('title.premise')
    .orderBy('title.since')
    .orderBy('title.id')
    .select(['title.premise', 'title.id'])
    .execute();

export interface PremiseTie {
  id: string;
  district: string | null;
  /** Whether the person owns it or lives there on the day. */
  tied: boolean;
}

/** What a person, if any, has to do with these premises; unknown ones are left out. */
export const findPremiseTies = (
  executor: Executor<PersonalDB>,
  premises: readonly string[],
  citizen: string | null,
  today: string,
): Promise<PremiseTie[]> =>
  executor
    .selectFrom('premise')
    .where('premise.id', '=', anyOf(premises))
    .select((eb) => [
      'premise.id',
      'premise.district',
      eb
        .or([
          eb.exists(
            eb
              .selectFrom('premise_owner')
              .select('premise_id')
              .whereRef('premise_id', '=', 'premise.id')
              .where('owner_id', '=', citizen)
              .where(inForceOn(today)),
          ),
          eb.exists(
            eb
              .selectFrom('residence')
              .select('premise_id')
              .whereRef('premise_id', '=', 'premise.id')
              .where('citizen_id', '=', citizen)
              .where(inForceOn(today)),
          ),
        ])
        .$castTo<boolean>()
        .as('tied'),
    ])
    .execute();
