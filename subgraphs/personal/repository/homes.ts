import { toDivision } from '../../kit/divisions/division.ts';
import type { Executor } from '../../kit/store/store.ts';
import { anyOf, inForceOn } from '../../kit/store/sql.ts';
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

/** Who is in these registers on the day; the head first. */
export const findHouseholdMembers = (
  executor: Executor<PersonalDB>,
  registers: readonly string[],
  today: string,
): Promise<{ registerNo: string; id: string }[]> =>
  executor
    .selectFrom('household_member')
    .where('register_no', '=', anyOf(registers))
    .where(inForceOn(today))
    .orderBy('relation_to_head')
    .orderBy('citizen_id')
    .select(['register_no as registerNo', 'citizen_id as id'])
    .execute();

/** Where these people live and lived, the latest first. */
export const findResidences = async (
  executor: Executor<PersonalDB>,
  citizens: readonly string[],
): Promise<ResidenceRow[]> => {
  const rows = await executor
    .selectFrom('residence')
    .leftJoin('premise', 'premise.id', 'residence.premise_id')
    .where('citizen_id', '=', anyOf(citizens))
    .orderBy('since', 'desc')
    .select((eb) => [
      'citizen_id as subject',
      eb.fn.coalesce('residence.address', 'premise.address').as('text'),
      eb.fn.coalesce('residence.district', 'premise.district').as('district'),
      'premise.longitude',
      'premise.latitude',
      'premise.id as premiseId',
      'since',
      'until',
      'basis',
    ])
    .execute();
  return rows.map(({ text, district, longitude, latitude, premiseId, ...row }) => ({
    ...row,
    address: toAddress({ text, district, longitude, latitude }),
    premise: premiseId === null ? null : { id: premiseId },
    district: toDivision(district),
  }));
};

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

/** The natural persons who own these premises on the day. */
export const findPremiseOwners = (
  executor: Executor<PersonalDB>,
  premises: readonly string[],
  today: string,
): Promise<{ premise: string; id: string }[]> =>
  executor
    .selectFrom('premise_owner')
    .where('premise_id', '=', anyOf(premises))
    .where(inForceOn(today))
    .orderBy('since')
    .orderBy('owner_id')
    .select(['premise_id as premise', 'owner_id as id'])
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
