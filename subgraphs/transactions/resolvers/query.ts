import { badInput, notFound } from '../../../schema/errors.ts';
import { toConnection } from '../../kit/paging.ts';
import { findOffices, nearestServicesFirst } from '../catalogue-queries.ts';
import type { ServiceEntry } from '../catalogue/service-catalogue.ts';
import type { Context } from '../context.ts';
import type { QueryResolvers, QueryServicesArgs } from '../schema.generated.ts';
import { firstOf, toPlace } from './list-arguments.ts';

const MAX_WORDS = 100;

const toWords = (search: string | null | undefined): string => {
  const words = search?.normalize('NFC').trim() ?? '';
  if ([...words].length > MAX_WORDS) throw badInput('search', 'LENGTH', `Give at most ${MAX_WORDS} characters.`);
  return words;
};

/** What the arguments ask for, in the order in which it is told. */
const findServices = (args: Partial<QueryServicesArgs>, { services, search }: Context): ServiceEntry[] => {
  const { audience = null, department = null, kind = null } = args;
  const words = toWords(args.search);
  const near = toPlace(args.near);
  const isFor = (service: ServiceEntry) =>
    (audience === null || service.audience === audience || service.audience === 'BOTH') &&
    (department === null || service.department === department) &&
    (kind === null || service.kind === kind);
  const all = [...services.services.values()];
  const found =
    words === ''
      ? all
      : search(words, { audience: audience ?? undefined, department: department ?? undefined }).flatMap(
          (code) => services.services.get(code) ?? [],
        );
  const matching = found.filter(isFor);
  return near === null ? matching : nearestServicesFirst(services, matching, near);
};

export const Query: QueryResolvers = {
  services: (_root, args, context) => {
    const page = context.page(args, { of: 'Query.services', width: 1 });
    const found = findServices(args, context);
    // The catalogue is in memory and stands still while the process runs: the place of the last code is the place to go on.
    const last = page.after === null ? null : found.findIndex(({ code }) => code === page.after?.[0]);
    if (last === -1) throw badInput('after', 'CURSOR', 'This cursor is of another list.');
    const from = last === null ? 0 : last + 1;
    const connection = toConnection(
      found.slice(from, from + page.first + 1),
      page,
      ({ code }) => [code],
      (service) => service,
    );
    return { ...connection, totalCount: found.length };
  },
  service: (_root, { code }, { services }) => services.services.get(code) ?? null,
  offices: (_root, { service: code = null, near, first }, { services }) => {
    const service = code === null ? null : (services.services.get(code) ?? null);
    if (code !== null && service === null) throw badInput('service', 'SERVICE', 'The catalogue has no such service.');
    return findOffices(services, service, toPlace(near)).slice(0, firstOf(first, 10));
  },
  application: async (_root, { id }, { applications, viewer }) => {
    // For `system` the gate asks nobody, so existence is decided here; for everyone else the gate's answer is the only one.
    if (viewer.role === 'system' && (await applications.load(id)) === null) throw notFound();
    return { id };
  },
};
