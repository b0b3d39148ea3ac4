import { toConnection } from '../../kit/paging.ts';
import type { Context } from '../context.ts';
import { servicesOf } from '../relate-applications.ts';
import type { ApplicationPage } from '../rows.ts';
import type {
  ApplicationConnectionResolvers,
  ApplicationState,
  CitizenResolvers,
  EnterpriseResolvers,
} from '../schema.generated.ts';

interface PageArguments {
  states?: readonly ApplicationState[] | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** A page of an applicant's list, narrowed to what the viewer may know of, so that counts tell nothing more. */
const pageOf = async (
  of: string,
  applicant: string,
  args: PageArguments,
  context: Context,
): Promise<ApplicationPage> => {
  const page = context.page(args, { of, width: 2 });
  const filter = { states: args.states ?? null, services: servicesOf(context.viewer, context.services) };
  const rows = await context.pages(filter, page).load(applicant);
  return {
    ...toConnection(
      rows,
      page,
      ({ openedAt, id }) => [openedAt, id],
      ({ id }) => ({ id }),
    ),
    count: async () => (await context.counts(filter).load(applicant))?.count ?? 0,
  };
};

export const Citizen: CitizenResolvers = {
  applications: ({ id }, args, context) => pageOf('Citizen.applications', id, args, context),
  appointments: async ({ id }, { upcomingOnly }, context) => {
    const within = servicesOf(context.viewer, context.services);
    const found = await context.appointments(upcomingOnly).load(id);
    return within === null ? found : found.filter(({ service }) => within.includes(service));
  },
};

export const Enterprise: EnterpriseResolvers = {
  applications: ({ uscc }, args, context) => pageOf('Enterprise.applications', uscc, args, context),
};

export const ApplicationConnection: ApplicationConnectionResolvers = { totalCount: (page) => page.count() };
