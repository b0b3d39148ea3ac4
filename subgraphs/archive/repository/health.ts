import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import type { CheckUpRow, HealthBasicsRow, PregnancyRow, VaccinationRow } from '../rows.ts';
import type { ArchiveDB } from './database.ts';

export const findHealthBasics = (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
): Promise<HealthBasicsRow[]> =>
  executor
    .selectFrom('health_basics')
    .where('citizen_id', '=', anyOf(citizens))
    .select(['citizen_id as subject', 'blood_type as bloodType', 'allergies'])
    .execute();

/** Doses of these people, the latest first. */
export const findVaccinations = (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
): Promise<VaccinationRow[]> =>
  executor
    .selectFrom('vaccination')
    .where('citizen_id', '=', anyOf(citizens))
    .orderBy('date', 'desc')
    .orderBy('vaccine')
    .select(['citizen_id as subject', 'vaccine', 'dose', 'date', 'place', 'batch'])
    .execute();

/** Check-ups of these people, the latest first. */
export const findCheckUps = (executor: Executor<ArchiveDB>, citizens: readonly string[]): Promise<CheckUpRow[]> =>
  executor
    .selectFrom('check_up')
    .where('citizen_id', '=', anyOf(citizens))
    .orderBy('date', 'desc')
    .orderBy('place')
    .select(['citizen_id as subject', 'date', 'place', 'summary'])
    .execute();

/** Pregnancies of these people, the latest first. */
export const findPregnancies = (executor: Executor<ArchiveDB>, citizens: readonly string[]): Promise<PregnancyRow[]> =>
  executor
    .selectFrom('pregnancy')
    .where('citizen_id', '=', anyOf(citizens))
    .orderBy('registered_on', 'desc')
    .select(['citizen_id as subject', 'registered_on as registeredAt', 'expected', 'ended_on as endedAt'])
    .execute();
