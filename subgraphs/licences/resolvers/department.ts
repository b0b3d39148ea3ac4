import type { DepartmentResolvers } from '../schema.generated.ts';

/** Names from the catalogue; a department that it does not know goes by its code. */
export const Department: DepartmentResolvers = {
  name: ({ code }, _args, { catalogue }) => catalogue.departments.get(code)?.name ?? code,
  nameEn: ({ code }, _args, { catalogue }) => catalogue.departments.get(code)?.nameEn ?? code,
};
