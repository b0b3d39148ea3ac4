import type { Catalogue, CatalogueItem, Department, Grant, Purpose } from '../../../schema/catalogue/catalogue.ts';
import { holdsOn } from '../../../schema/civil-day.ts';
import { toConnection } from '../../kit/paging.ts';
import type { Context } from '../context.ts';
import type { QueryResolvers } from '../schema.generated.ts';

/** A department or purpose that no list names any more keeps its code for a name. */
export const toDepartment = (catalogue: Catalogue, code: string): Department =>
  catalogue.departments.get(code) ?? { code, name: code, nameEn: code };

export const toPurpose = (catalogue: Catalogue, code: string): Purpose =>
  catalogue.purposes.get(code) ?? { code, name: code, nameEn: code, basis: '' };

const toGrant = (catalogue: Catalogue, { department, purpose, scope, since, until }: Grant) => ({
  department: toDepartment(catalogue, department),
  purpose: toPurpose(catalogue, purpose),
  scope,
  since,
  until,
});

const toItem = ({ catalogue, today }: Context, item: CatalogueItem) => ({
  coordinate: item.coordinate,
  description: item.description,
  department: toDepartment(catalogue, item.department),
  source: item.source,
  updateCycle: item.updateCycle,
  mask: item.mask,
  sensitive: item.sensitive,
  withheld: item.withheldBecause !== null,
  withheldBecause: item.withheldBecause,
  grants: catalogue.grants
    .filter((grant) => grant.item === item.coordinate && holdsOn(today, grant.since, grant.until))
    .map((grant) => toGrant(catalogue, grant)),
});

export const dataCatalogue: NonNullable<QueryResolvers['dataCatalogue']> = (_root, args, context) => {
  const page = context.page(args, { of: 'Query.dataCatalogue', width: 1, byDefault: 50 });
  const search = args.search?.toLowerCase() ?? '';
  const found = [...context.catalogue.items.values()]
    .filter(
      ({ department }) => args.department === null || args.department === undefined || department === args.department,
    )
    .filter(({ coordinate, description }) => `${coordinate} ${description}`.toLowerCase().includes(search))
    .sort((one, other) => (one.coordinate < other.coordinate ? -1 : 1));
  const after = page.after?.[0] ?? '';
  const rest = found.filter(({ coordinate }) => coordinate > after);
  return {
    ...toConnection(
      rest,
      page,
      ({ coordinate }) => [coordinate],
      (item) => toItem(context, item),
    ),
    totalCount: found.length,
  };
};
