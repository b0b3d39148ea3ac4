import type { Catalogue } from '../../schema/catalogue/catalogue.ts';
import type { Relate } from '../kit/access/access.ts';
import type { RequestContext } from '../kit/definition.ts';
import { coversDistrict } from '../kit/directory/district.ts';
import { byArguments, loadByKey, loadByOwner, type ByFirst, type ByKey, type ByOwner } from '../kit/loaders.ts';
import type { Executor } from '../kit/store/store.ts';
import type { IdentityKeys } from './identity-keys.ts';
import * as repository from './repository.ts';
import type {
  CitizenRow,
  DisabilityRow,
  EnrolmentRow,
  GuardianshipRow,
  HouseholdRow,
  MarriageRow,
  MilitaryServiceRow,
  PremiseRow,
  ResidenceRow,
} from './rows.ts';

type PersonalDB = repository.PersonalDB;

/** What the registry needs beside what every registry has. */
export interface PersonalParts {
  keys: IdentityKeys;
  departments: Catalogue['departments'];
}

/** One request's loaders. Keys are citizen ids if nothing else is said. */
export interface Context extends RequestContext<PersonalDB> {
  readonly citizens: ByKey<CitizenRow>;
  readonly survivors: ByKey<{ id: string; survivor: string }>;
  readonly numbers: ByKey<{ subject: string; idNumber: string }>;
  readonly formerNames: ByOwner<{ subject: string; name: string }>;
  readonly marriages: ByOwner<MarriageRow>;
  readonly parents: ByOwner<{ parent: string; child: string }>;
  readonly children: ByOwner<{ parent: string; child: string }>;
  readonly guardians: ByOwner<GuardianshipRow>;
  readonly wards: ByFirst<GuardianshipRow>;
  readonly households: ByKey<HouseholdRow>;
  /** By register number. */
  readonly householdMembers: ByFirst<{ registerNo: string; id: string }>;
  readonly presentResidences: ByKey<ResidenceRow>;
  readonly residences: ByFirst<ResidenceRow>;
  /** By premise id. */
  readonly premises: ByKey<PremiseRow>;
  /** By premise id. */
  readonly premiseOwners: ByFirst<{ premise: string; id: string }>;
  readonly enrolments: ByOwner<EnrolmentRow>;
  readonly militaryServices: ByKey<MilitaryServiceRow>;
  readonly disabilities: ByKey<DisabilityRow>;
  readonly departments: Catalogue['departments'];
  /** Ids for ID numbers, by position. */
  readonly findIdsByNumbers: (idNumbers: readonly string[]) => Promise<readonly (string | null)[]>;
}

const subjectOf = ({ subject }: { subject: string }): string => subject;
const idOf = ({ id }: { id: string }): string => id;

export const createContext =
  ({ keys, departments }: PersonalParts) =>
  (base: RequestContext<PersonalDB>): Context => {
    const { today } = base;
    type Find<Row> = (executor: Executor<PersonalDB>, ids: readonly string[], today: string) => Promise<readonly Row[]>;
    const many =
      <Row>(find: Find<Row>) =>
      (ids: readonly string[]) =>
        base.read((executor) => find(executor, ids, today));
    type FindFirst<Row> = (...args: [...Parameters<Find<Row>>, first: number]) => ReturnType<Find<Row>>;
    const first = <Row>(find: FindFirst<Row>, keyOf: (row: Row) => string) =>
      byArguments((rows: number) =>
        loadByOwner(
          many((executor, ids) => find(executor, ids, today, rows)),
          keyOf,
        ),
      );
    return {
      ...base,
      departments,
      citizens: loadByKey(many(repository.findCitizensByIds), idOf),
      survivors: loadByKey(many(repository.findSurvivors), idOf),
      numbers: loadByKey(
        many((executor, ids) => repository.findNumbers(executor, keys, ids)),
        subjectOf,
      ),
      formerNames: loadByOwner(many(repository.findFormerNames), subjectOf),
      marriages: loadByOwner(many(repository.findMarriages), subjectOf),
      parents: loadByOwner(many(repository.findParents), ({ child }) => child),
      children: loadByOwner(many(repository.findChildren), ({ parent }) => parent),
      guardians: loadByOwner(many(repository.findGuardians), ({ ward }) => ward.id),
      wards: first(repository.findWards, ({ guardian }) => guardian?.id ?? ''),
      households: loadByKey(many(repository.findHouseholds), subjectOf),
      householdMembers: first(repository.findHouseholdMembers, ({ registerNo }) => registerNo),
      presentResidences: loadByKey(many(repository.findPresentResidences), subjectOf),
      residences: first(repository.findResidences, subjectOf),
      premises: loadByKey(many(repository.findPremisesByIds), idOf),
      premiseOwners: first(repository.findPremiseOwners, ({ premise }) => premise),
      enrolments: loadByOwner(many(repository.findEnrolments), subjectOf),
      militaryServices: loadByKey(many(repository.findMilitaryServices), subjectOf),
      disabilities: loadByKey(many(repository.findDisabilities), subjectOf),
      findIdsByNumbers: (idNumbers) => base.read((executor) => repository.findIdsByNumbers(executor, keys, idNumbers)),
    };
  };

/** What a viewer is to a premise: SELF to its owners and those who live there, staff by its district. */
export const relatePremises =
  (base: RequestContext<PersonalDB>): Relate =>
  async (ids) => {
    const { viewer, today } = base;
    const citizen = viewer.role === 'citizen' ? viewer.subject : null;
    const ties = await base.read((executor) => repository.findPremiseTies(executor, ids, citizen, today));
    const byId = new Map(ties.map((tie) => [tie.id, tie]));
    return ids.map((id) => {
      const premise = byId.get(id);
      if (premise === undefined) return 'UNKNOWN';
      if (viewer.role === 'citizen') return premise.tied ? 'SELF' : 'OTHER';
      return coversDistrict(viewer.district, premise.district) ? 'OWN_DISTRICT' : 'OTHER';
    });
  };
