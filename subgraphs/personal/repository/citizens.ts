import type { Executor } from '../../kit/store/store.ts';
import { anyOf, inForceOn } from '../../kit/store/sql.ts';
import type { CitizenRow } from '../rows.ts';
import type { PersonalDB } from './database.ts';

/** Files by id, each under the id asked for; a merged id has what its survivor has. */
export const findCitizensByIds = (
  executor: Executor<PersonalDB>,
  ids: readonly string[],
  today: string,
): Promise<CitizenRow[]> =>
  executor
    .selectFrom('citizen as asked')
    .innerJoin('citizen', (join) =>
      join.on((eb) => eb('citizen.id', '=', eb.fn.coalesce('asked.merged_into', 'asked.id'))),
    )
    .leftJoin('death', 'death.citizen_id', 'citizen.id')
    .leftJoin('contact', 'contact.citizen_id', 'citizen.id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('employment')
          .select(['occupation', 'employer'])
          .whereRef('employment.citizen_id', '=', 'citizen.id')
          .where(inForceOn(today))
          .orderBy('since', 'desc')
          .limit(1)
          .as('work'),
      (join) => join.onTrue(),
    )
    .where('asked.id', '=', anyOf(ids))
    .select([
      'asked.id',
      'citizen.name',
      'citizen.sex',
      'citizen.birth_date as birthDate',
      'death.death_date as deathDate',
      'citizen.ethnicity',
      'citizen.nationality',
      'citizen.political_status as politicalStatus',
      'citizen.education',
      'citizen.marital_status as maritalStatus',
      'work.occupation',
      'work.employer',
      'contact.phone',
      'contact.email',
    ])
    .execute();

/** The id under which each person lives on: their own, or the survivor's of a merge. Unknown ids are left out. */
export const findSurvivors = (
  executor: Executor<PersonalDB>,
  ids: readonly string[],
): Promise<{ id: string; survivor: string }[]> =>
  executor
    .selectFrom('citizen')
    .where('id', '=', anyOf(ids))
    .select((eb) => ['id', eb.fn.coalesce('merged_into', 'id').as('survivor')])
    .execute();

/** Names that people had before, the latest first. */
export const findFormerNames = (
  executor: Executor<PersonalDB>,
  citizens: readonly string[],
): Promise<{ subject: string; name: string }[]> =>
  executor
    .selectFrom('former_name')
    .where('citizen_id', '=', anyOf(citizens))
    .orderBy('until', 'desc')
    .select(['citizen_id as subject', 'name'])
    .execute();
