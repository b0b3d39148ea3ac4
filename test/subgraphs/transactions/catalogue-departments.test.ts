import { expect, it } from '@jest/globals';
import { loadCatalogue } from '../../../schema/catalogue/catalogue.ts';
import { loadServiceCatalogue } from '../../../subgraphs/transactions/catalogue/service-catalogue.ts';

const { departments, grants } = loadCatalogue();
const services = [...loadServiceCatalogue().services.values()];

it('knows the department of every service by name', () => {
  expect(services.filter(({ department }) => !departments.has(department)).map(({ code }) => code)).toEqual([]);
});

it.each(['application-handling', 'rating-rectification'])(
  'lets every department that decides a service read its applications for %s',
  (purpose) => {
    const granted = new Set(grants.flatMap((grant) => (grant.purpose === purpose ? [grant.department] : [])));
    const deciding = new Set(services.flatMap(({ kind, department }) => (kind === 'PROFESSIONAL' ? [] : [department])));
    expect([...deciding].filter((department) => !granted.has(department))).toEqual([]);
  },
);
