import type { Viewer } from '../../schema/viewer.ts';
import type { Access, Relate, RelatedRecord } from '../kit/access/access.ts';
import type { RequestContext } from '../kit/definition.ts';
import type { Relation } from '../kit/directory/directory.ts';
import type { ServiceCatalogue } from './catalogue/service-catalogue.ts';
import { findApplicationsByIds, type TransactionsDB } from './repository.ts';
import { toApplicant, typeOf } from './subjects.ts';

/** Applicants that nobody is: what does not exist is asked for by the same statements as what does, whoever applied. */
const NOBODY = { Citizen: 'c1_nobody', Enterprise: '000000000000000000' } as const;

/**
 * Codes of the services whose applications the viewer may know of, if any: of staff those that their department decides,
 * and where the purpose is a service, that one alone. Null: of all.
 */
export const servicesOf = ({ role, department, purpose }: Viewer, { services }: ServiceCatalogue): string[] | null => {
  if (role !== 'staff') return null;
  const decided = [...services.values()].filter((service) => service.department === department);
  const named = purpose !== null && services.has(purpose) ? decided.filter(({ code }) => code === purpose) : decided;
  return named.map(({ code }) => code);
};

/**
 * Asks for the applicant beside a citizen and an enterprise that nobody is, a citizen first, so that it takes the same
 * statements in the same order whoever applied.
 */
const relateTo = async (access: Access, applicant: string): Promise<Relation> => {
  const type = typeOf(applicant);
  const known = access.knownRelation(type, applicant);
  if (known !== undefined) return known;
  const isCitizens = type === 'Citizen';
  const [citizen, enterprise] = await Promise.all([
    access.relate('Citizen', isCitizens ? applicant : NOBODY.Citizen),
    access.relate('Enterprise', isCitizens ? NOBODY.Enterprise : applicant),
    access.relate('Citizen', NOBODY.Citizen),
    access.relate('Enterprise', NOBODY.Enterprise),
  ]);
  const found = isCitizens ? citizen : enterprise;
  // Who may not know of it learns nothing of whose it is from which registry is behind.
  const isOut = found === 'UNKNOWN' || found === 'OTHER';
  return isOut && (citizen === 'STALE' || enterprise === 'STALE') ? 'STALE' : found;
};

/** What a viewer is to an application: what they are to its applicant, staff only where their department decides. */
export const relateApplications =
  (catalogue: ServiceCatalogue) =>
  (base: RequestContext<TransactionsDB>): Relate =>
  async (ids) => {
    const { viewer, access } = base;
    const within = servicesOf(viewer, catalogue);
    const rows = await base.read((executor) => findApplicationsByIds(executor, ids));
    const held = new Map(rows.map((row) => [row.id, row]));
    return Promise.all(
      ids.map(async (id): Promise<RelatedRecord> => {
        const application = held.get(id);
        const applicant = application?.applicant ?? NOBODY.Citizen;
        const relation = await relateTo(access, applicant);
        const isHidden = application === undefined || within?.includes(application.service) === false;
        if (isHidden) return { relation: relation === 'STALE' ? 'STALE' : 'UNKNOWN', subject: null };
        return { relation, subject: toApplicant(applicant) === null ? null : access.fileOf(applicant) };
      }),
    );
  };
