import type { KnownNames } from '../issuer/asked-claims.ts';

/** What the lists, the sources and GB/T 2260 name, each read when it is asked for: a command is to answer at once. */
export const knownNames: KnownNames = {
  departments: async () => (await import('../../schema/catalogue/lists.ts')).readDepartments(),
  districts: async () => (await import('../../subgraphs/kit/ingest/check/district.ts')).heldDistricts,
  sources: async () => (await import('./declared-sources.ts')).listDeclaredSources(),
  toIdNumber: async (text) => {
    const { checkIdNumber } = await import('../../subgraphs/kit/ingest/check/id-number.ts');
    const checked = checkIdNumber(text);
    return checked.ok ? checked.value : null;
  },
};
