import type { Executor } from '../../kit/store/store.ts';
import { anyOf, inForceOn } from '../../kit/store/sql.ts';
import type { DisabilityRow, EnrolmentRow, MilitaryServiceRow } from '../rows.ts';
import type { PersonalDB } from './database.ts';

/** Schools and universities of these people, the latest first. */
export const findEnrolments = (executor: Executor<PersonalDB>, citizens: readonly string[]): Promise<EnrolmentRow[]> =>
  executor
    .selectFrom('enrolment')
    .where('citizen_id', '=', anyOf(citizens))
    .orderBy('since', 'desc')
    .orderBy('school')
    .select(['citizen_id as subject', 'school', 'stage', 'grade', 'since', 'until', 'graduated'])
    .execute();

/** The latest service of each of these people, if any. */
export const findMilitaryServices = (
  executor: Executor<PersonalDB>,
  citizens: readonly string[],
  today: string,
): Promise<MilitaryServiceRow[]> =>
  executor
    .selectFrom('military_service')
    .distinctOn('citizen_id')
    .where('citizen_id', '=', anyOf(citizens))
    .where('since', '<=', today)
    .orderBy('citizen_id')
    .orderBy('since', 'desc')
    .select(['citizen_id as subject', 'since', 'until', 'branch'])
    .execute();

/** The certificate in force on the day of each of these people, if any. */
export const findDisabilities = (
  executor: Executor<PersonalDB>,
  citizens: readonly string[],
  today: string,
): Promise<DisabilityRow[]> =>
  executor
    .selectFrom('disability')
    .distinctOn('citizen_id')
    .where('citizen_id', '=', anyOf(citizens))
    .where(inForceOn(today))
    .orderBy('citizen_id')
    .orderBy('since', 'desc')
    .select(['citizen_id as subject', 'category', 'degree', 'since', 'until'])
    .execute();
