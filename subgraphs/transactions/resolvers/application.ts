import type { ServiceEntry } from '../catalogue/service-catalogue.ts';
import type { Context } from '../context.ts';
import type { MaterialRow, Of } from '../rows.ts';
import type { ApplicationResolvers, AppointmentResolvers } from '../schema.generated.ts';
import { toApplicant } from '../subjects.ts';

/** The service of an application; null when the catalogue has it no more. */
const serviceOf = async ({ applications, services }: Context, id: string): Promise<ServiceEntry | null> =>
  services.services.get((await applications.load(id))?.service ?? '') ?? null;

/** In the order of the catalogue; what it does not know (any more) comes last. */
const inOrderOf = <Row>(
  codes: readonly string[],
  rows: readonly Row[],
  codeOf: (row: Row) => string,
): readonly Row[] => {
  const place = (row: Row) => codes.indexOf(codeOf(row)) >>> 0;
  return rows.toSorted((one, other) => place(one) - place(other));
};

const toMaterial = (service: ServiceEntry | null, { code, state, licence, note }: Of<MaterialRow>) => {
  const spec = service?.materials.find((each) => each.code === code);
  return {
    spec: {
      code,
      name: spec?.name ?? code,
      licenceKind: spec?.licenceKind ?? null,
      required: spec?.required ?? false,
      when: spec?.when ?? null,
    },
    state,
    licence,
    note,
  };
};

/** Fields that are not in the application's own row. */
export const Application: ApplicationResolvers = {
  service: ({ id }, _args, context) => serviceOf(context, id),
  applicant: async ({ id }, _args, { applications }) => toApplicant((await applications.load(id))?.applicant ?? ''),
  handledBy: async ({ id }, _args, { applications }) => {
    const handler = (await applications.load(id))?.handledBy ?? null;
    return handler === null ? null : { id: handler };
  },
  form: async ({ id }, _args, context) => {
    const [service, values] = await Promise.all([serviceOf(context, id), context.formValues.load(id)]);
    return inOrderOf(service?.form.map(({ code }) => code) ?? [], values, ({ field }) => field);
  },
  materials: async ({ id }, _args, context) => {
    const [service, rows] = await Promise.all([serviceOf(context, id), context.materials.load(id)]);
    const ordered = inOrderOf(service?.materials.map(({ code }) => code) ?? [], rows, ({ code }) => code);
    return ordered.map((row) => toMaterial(service, row));
  },
  log: ({ id }, _args, { touchpoints }) => touchpoints.load(id),
  rating: ({ id }, _args, { ratings }) => ratings.load(id),
  appointment: ({ id }, _args, { standing }) => standing.load(id),
};

export const Appointment: AppointmentResolvers = {
  application: ({ application }) => ({ id: application }),
  office: ({ office }, _args, { services }) => services.offices.get(office) ?? null,
  slot: ({ office, service, from, until }, _args, { services }) => ({
    office,
    service,
    from,
    until,
    capacity: services.offices.get(office)?.counters ?? 0,
  }),
};
