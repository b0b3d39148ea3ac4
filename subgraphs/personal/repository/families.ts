import type { Executor } from '../../kit/store/store.ts';
import { anyOf, askedOwners } from '../../kit/store/sql.ts';
import type { GuardianshipRow, MarriageRow } from '../rows.ts';
import type { PersonalDB } from './database.ts';

/** All marriages of these people, the latest first. */
export const findMarriages = async (
  executor: Executor<PersonalDB>,
  citizens: readonly string[],
): Promise<MarriageRow[]> => {
  const rows = await executor
    .selectFrom('marriage_side')
    .where('citizen_id', '=', anyOf(citizens))
    .orderBy('since', 'desc')
    .orderBy('spouse_id')
    .select([
      'citizen_id as subject',
      'spouse_id as spouseId',
      'since',
      'until',
      'ended_by as endedBy',
      'registered_at as registeredAt',
    ])
    .execute();
  return rows.map(({ spouseId, ...row }) => ({ ...row, spouse: { id: spouseId } }));
};

export interface KinLink {
  parent: string;
  child: string;
}

const selectKin = (executor: Executor<PersonalDB>, today: string) =>
  executor
    .selectFrom('parent_child')
    .leftJoin('citizen as born', 'born.id', 'parent_child.child_id')
    .where((eb) => eb.or([eb('parent_child.since', 'is', null), eb('parent_child.since', '<=', today)]))
    .where((eb) => eb.or([eb('parent_child.until', 'is', null), eb('parent_child.until', '>', today)]))
    .select(['parent_child.parent_id as parent', 'parent_child.child_id as child']);

/** Parents by law or blood on the day. */
export const findParents = (
  executor: Executor<PersonalDB>,
  children: readonly string[],
  today: string,
): Promise<KinLink[]> =>
  selectKin(executor, today).where('child_id', '=', anyOf(children)).orderBy('parent_id').execute();

/** Children by law or blood on the day, eldest first. */
export const findChildren = (
  executor: Executor<PersonalDB>,
  parents: readonly string[],
  today: string,
): Promise<KinLink[]> =>
  selectKin(executor, today)
    .where('parent_id', '=', anyOf(parents))
    .orderBy('born.birth_date')
    .orderBy('child_id')
    .execute();

interface GuardianLinkRow extends Omit<GuardianshipRow, 'guardian' | 'ward'> {
  guardianId: string | null;
  wardId: string;
}

const toGuardianship = ({ guardianId, wardId, ...row }: GuardianLinkRow): GuardianshipRow => ({
  ...row,
  guardian: guardianId === null ? null : { id: guardianId },
  ward: { id: wardId },
});

const GUARDIANSHIP = ['ward_id as wardId', 'guardian_id as guardianId', 'kind', 'since', 'until'] as const;

/** Who is or was guardian of these people, the latest first. */
export const findGuardians = async (
  executor: Executor<PersonalDB>,
  wards: readonly string[],
): Promise<GuardianshipRow[]> => {
  const rows = await executor
    .selectFrom('guardian_link')
    .where('ward_id', '=', anyOf(wards))
    .orderBy('since', 'desc')
    .orderBy('guardian_id')
    .orderBy('kind')
    .orderBy('until')
    .select(GUARDIANSHIP)
    .execute();
  return rows.map(toGuardianship);
};

/** So many of those whose guardian each of these people is or was, the latest first. */
export const findWards = async (
  executor: Executor<PersonalDB>,
  guardians: readonly string[],
  _today: string,
  first: number,
): Promise<GuardianshipRow[]> => {
  const rows = await executor
    .selectFrom(askedOwners(guardians))
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('guardian_link')
          .whereRef('guardian_id', '=', 'asked.owner')
          .orderBy('since', 'desc')
          .orderBy('ward_id')
          .orderBy('kind')
          .orderBy('until')
          .limit(first)
          .select(GUARDIANSHIP)
          .as('link'),
      (join) => join.onTrue(),
    )
    .orderBy('link.guardianId')
    .orderBy('link.since', 'desc')
    .orderBy('link.wardId')
    .orderBy('link.kind')
    .orderBy('link.until')
    .selectAll('link')
    .execute();
  return rows.map(toGuardianship);
};
