import { notFound } from '../../../schema/errors.ts';
import { findOffices } from '../catalogue-queries.ts';
import type {
  DepartmentResolvers,
  FormFieldResolvers,
  ProviderResolvers,
  RatingSummary,
  ServiceResolvers,
} from '../schema.generated.ts';
import { firstOf, toPlace } from './list-arguments.ts';
import type { Context } from '../context.ts';

const NONE: RatingSummary = { count: 0, mean: null, badRate: null, rectifiedRate: null };

const ratingsOf = async ({ sums }: Context, by: 'service' | 'provider', code: string): Promise<RatingSummary> =>
  (await sums(by).load(code)) ?? NONE;

export const Service: ServiceResolvers = {
  __resolveReference: ({ code }, { services }) => {
    const service = services.services.get(code);
    if (service === undefined) throw notFound();
    return service;
  },
  department: ({ department }) => ({ code: department }),
  materials: ({ materials }) =>
    materials.map(({ code, name, licenceKind, required, when }) => ({
      code,
      name,
      licenceKind: licenceKind ?? null,
      required,
      when: when ?? null,
    })),
  offices: (service, { near, first }, { services }) =>
    findOffices(services, service, toPlace(near)).slice(0, firstOf(first, 5)),
  providers: ({ code }, { first }, { services }) =>
    [...services.providers.values()].filter((provider) => provider.services.includes(code)).slice(0, firstOf(first, 5)),
  ratings: ({ code }, _args, context) => ratingsOf(context, 'service', code),
};

export const FormField: FormFieldResolvers = {
  item: ({ item }) => item ?? null,
  options: ({ options }) => options ?? [],
};

export const Provider: ProviderResolvers = {
  id: ({ code }) => code,
  ratings: ({ code }, _args, context) => ratingsOf(context, 'provider', code),
};

/** Names from the catalogue of data; a department that it does not know goes by its code. */
export const Department: DepartmentResolvers = {
  name: ({ code }, _args, { catalogue }) => catalogue.departments.get(code)?.name ?? code,
  nameEn: ({ code }, _args, { catalogue }) => catalogue.departments.get(code)?.nameEn ?? code,
};
