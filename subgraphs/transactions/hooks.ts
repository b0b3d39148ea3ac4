import type { IngestHooks, PreparedRow, PrepareHook } from '../kit/ingest/hooks.ts';
import { APPLICATION_STATES, isReachable } from './application-states.ts';
import type { ServiceCatalogue } from './catalogue/service-catalogue.ts';
import { findApplicationsByIds, findRatings, type TransactionsDB } from './repository.ts';
import type { ApplicationRow } from './rows.ts';
import type { ApplicationState } from './schema.generated.ts';

const findHeld = async (
  rows: readonly PreparedRow[],
  field: string,
  { executor }: Parameters<PrepareHook<TransactionsDB>>[1],
): Promise<ReadonlyMap<string, ApplicationRow>> => {
  const ids = [...new Set(rows.flatMap((row) => row.get(field) ?? []))];
  return new Map((await findApplicationsByIds(executor, ids)).map((row) => [row.id, row]));
};

const stateOf = (text: string | null): ApplicationState | null =>
  APPLICATION_STATES.find((state) => state === text) ?? null;

/** What a department tells must be able to follow what is held; what it told before is merged by sequence, not judged. */
const follows = (held: ApplicationRow, row: PreparedRow): boolean => {
  const state = stateOf(row.get('state'));
  const since = Date.parse(row.get('state_since') ?? '');
  if (state === null || state === held.state || since <= Date.parse(held.stateSince)) return true;
  return isReachable(held.state, state);
};

/** The form of ids of citizens and enterprises, which no application may have. */
const SUBJECT = /^(?:c1_|erased:|[0-9A-Z]{18}$)/;

/** An application stays its applicant's and its service's, and its state moves by the table (`application-states.yaml`). */
const checkApplications =
  ({ services }: ServiceCatalogue): PrepareHook<TransactionsDB> =>
  async (rows, parts) => {
    const held = await findHeld(rows, 'id', parts);
    for (const row of rows) {
      const application = held.get(row.get('id') ?? '');
      if (SUBJECT.test(row.get('id') ?? '')) row.reject('REFUSED_BY_HOOK', '办件编号');
      else if (!services.has(row.get('service') ?? '')) row.reject('UNKNOWN_CODE', '事项编码');
      else if (application === undefined) continue;
      else if (application.applicant !== row.get('applicant')) row.reject('REFUSED_BY_HOOK', '申请人证件号码');
      else if (application.service !== row.get('service')) row.reject('REFUSED_BY_HOOK', '事项编码');
      else if (!follows(application, row)) row.reject('REFUSED_BY_HOOK', '办件状态');
    }
  };

/** Puts a row into the file of whose application it is; nobody else's number need be sent. */
const ofApplication: PrepareHook<TransactionsDB> = async (rows, parts) => {
  const held = await findHeld(rows, 'application_id', parts);
  for (const row of rows) {
    const application = held.get(row.get('application_id') ?? '');
    if (application === undefined) row.reject('REFUSED_BY_HOOK', '办件编号');
    else row.set('applicant', application.applicant);
  }
};

/** As `ofApplication`, of rows that name the service as well: it must be the application's. */
const ofApplicationAndService: PrepareHook<TransactionsDB> = async (rows, parts) => {
  const held = await findHeld(rows, 'application_id', parts);
  for (const row of rows) {
    const application = held.get(row.get('application_id') ?? '');
    if (application === undefined) row.reject('REFUSED_BY_HOOK', '办件编号');
    else if (application.service !== row.get('service')) row.reject('REFUSED_BY_HOOK', '事项编码');
    else row.set('applicant', application.applicant);
  }
};

const findRated = async (rows: readonly PreparedRow[], { executor }: Parameters<PrepareHook<TransactionsDB>>[1]) => {
  const ids = [...new Set(rows.flatMap((row) => row.get('application_id') ?? []))];
  return new Map((await findRatings(executor, ids)).map((rating) => [rating.application, rating]));
};

/** The first rating of an application counts, wherever it was given. */
const checkRatings: PrepareHook<TransactionsDB> = async (rows, parts) => {
  await ofApplicationAndService(rows, parts);
  const rated = await findRated(rows, parts);
  for (const row of rows) {
    const first = rated.get(row.get('application_id') ?? '');
    if (first === undefined) continue;
    const isSame = first.level === row.get('level') && Date.parse(first.at) === Date.parse(row.get('rated_at') ?? '');
    if (!isSame) row.reject('REFUSED_BY_HOOK', '办件编号');
  }
};

/** What is put right was rated. */
const ofRating: PrepareHook<TransactionsDB> = async (rows, parts) => {
  await ofApplication(rows, parts);
  const rated = await findRated(rows, parts);
  for (const row of rows) {
    if (!rated.has(row.get('application_id') ?? '')) row.reject('REFUSED_BY_HOOK', '办件编号');
  }
};

const checkOffices =
  ({ offices }: ServiceCatalogue): PrepareHook<TransactionsDB> =>
  (rows) => {
    for (const row of rows) if (!offices.has(row.get('office') ?? '')) row.reject('UNKNOWN_CODE', '网点编码');
    return Promise.resolve();
  };

const checkAppointments =
  (catalogue: ServiceCatalogue): PrepareHook<TransactionsDB> =>
  async (rows, parts) => {
    await checkOffices(catalogue)(rows, parts);
    await ofApplicationAndService(rows, parts);
  };

/** What the sources of this registry name beside their columns. */
export const createHooks = (catalogue: ServiceCatalogue): IngestHooks<TransactionsDB> => ({
  prepare: {
    checkApplications: checkApplications(catalogue),
    checkOffices: checkOffices(catalogue),
    checkAppointments: checkAppointments(catalogue),
    checkRatings,
    ofApplication,
    ofRating,
  },
});
