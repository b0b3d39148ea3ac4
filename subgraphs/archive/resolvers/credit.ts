import type { CreditReportResolvers, DepartmentResolvers } from '../schema.generated.ts';

export const CreditReport: CreditReportResolvers = {
  records: ({ subject }, _args, { creditRecords }) => creditRecords.load(subject),
};

/** Names from the catalogue; a department that it does not know goes by its code. */
export const Department: DepartmentResolvers = {
  name: ({ code }, _args, { catalogue }) => catalogue.departments.get(code)?.name ?? code,
  nameEn: ({ code }, _args, { catalogue }) => catalogue.departments.get(code)?.nameEn ?? code,
};
