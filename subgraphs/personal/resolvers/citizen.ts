import { holdsOn } from '../../../schema/civil-day.ts';
import { readListSize } from '../../kit/paging.ts';
import type { CitizenResolvers } from '../schema.generated.ts';
import { highestEducationOn } from './highest-education.ts';
import { maritalStatusOn } from './marital-status.ts';

/** Fields that are not a column of the person's row. */
export const Citizen: CitizenResolvers = {
  formerNames: async ({ id }, _args, { formerNames }) => (await formerNames.load(id)).map(({ name }) => name),
  idNumber: async ({ id }, _args, { numbers }) => (await numbers.load(id))?.idNumber ?? null,
  education: async ({ id }, _args, { citizens, enrolments, today }) => {
    const [citizen, schools] = await Promise.all([citizens.load(id), enrolments.load(id)]);
    return highestEducationOn(today, schools, citizen?.education ?? null);
  },
  maritalStatus: async ({ id }, _args, { citizens, marriages, today }) => {
    const [citizen, all] = await Promise.all([citizens.load(id), marriages.load(id)]);
    return maritalStatusOn(today, all, citizen?.maritalStatus ?? null);
  },
  marriages: ({ id }, _args, { marriages }) => marriages.load(id),
  militaryService: ({ id }, _args, { militaryServices }) => militaryServices.load(id),
  disability: ({ id }, _args, { disabilities }) => disabilities.load(id),
  household: ({ id }, _args, { households }) => households.load(id),
  enrolments: ({ id }, _args, { enrolments }) => enrolments.load(id),
  residence: ({ id }, _args, { presentResidences }) => presentResidences.load(id),
  residences: ({ id }, args, { residences }) => residences(readListSize(args)).load(id),
  spouse: async ({ id }, _args, { marriages, today }) =>
    (await marriages.load(id)).find(({ since, until }) => holdsOn(today, since, until))?.spouse ?? null,
  parents: async ({ id }, _args, { parents }) => (await parents.load(id)).map(({ parent }) => ({ id: parent })),
  children: async ({ id }, _args, { children }) => (await children.load(id)).map(({ child }) => ({ id: child })),
  guardians: ({ id }, _args, { guardians }) => guardians.load(id),
  wards: ({ id }, args, { wards }) => wards(readListSize(args)).load(id),
};
