import { randomUUID } from 'node:crypto';
import type { Catalogue, CatalogueItem } from '../../../schema/catalogue/catalogue.ts';
import { AppError, badInput, notFound } from '../../../schema/errors.ts';
import { checkWords } from '../../kit/check-words.ts';
import type { UnitOfWork } from '../../kit/definition.ts';
import {
  findObjectionFor,
  findObjectionForUpdate,
  insertObjection,
  updateObjection,
  type GovernanceDB,
  type ObjectionRow,
} from '../repository.ts';
import type { MutationResolvers } from '../schema.generated.ts';
import { toDepartment } from './catalogue.ts';
import { dutyOf, relateAll } from './duty.ts';

/** `subject` tells the gates whose file the texts belong to. */
export const toObjection = (catalogue: Catalogue, row: ObjectionRow) => ({
  id: row.id,
  subject: row.subject,
  citizen: { id: row.subject },
  item: row.item,
  claim: row.claim,
  evidence: row.evidence,
  state: row.state,
  openedAt: row.opened_at,
  decidedAt: row.decided_at,
  reason: row.reason,
  department: toDepartment(catalogue, row.department),
});

const OWN_FILE = new Set(['SELF', 'WARD']);

/** Types whose items are of a citizen's file; what enterprises and buildings are is not for a citizen to object to here. */
const OF_A_CITIZEN: ReadonlySet<string> = new Set([
  ...['Citizen', 'Household', 'Residence'],
  ...['LifeArchive', 'MedicalInsurance', 'Pension', 'HousingFund', 'HousingLoan', 'UtilityAccount', 'Bill', 'TaxYear'],
  ...['HealthRecord', 'CheckUp', 'CreditReport', 'CreditRecord', 'TrafficRecord', 'Violation'],
  ...['SocialInsurance', 'Contribution', 'BorderCrossing'],
]);

const getItem = (catalogue: Catalogue, coordinate: string): CatalogueItem => {
  const item = catalogue.items.get(coordinate);
  if (item !== undefined && OF_A_CITIZEN.has(coordinate.slice(0, coordinate.indexOf('.')))) return item;
  throw badInput(
    'item',
    'UNKNOWN',
    "item is the coordinate of a datum of a citizen's file, such as Citizen.birthDate.",
  );
};

/** Settles an objection that is open; CONFLICT when it is not. */
const settle = async (
  { executor, record }: UnitOfWork<GovernanceDB>,
  row: ObjectionRow,
  outcome: Pick<ObjectionRow, 'state' | 'decided_at' | 'decided_by' | 'reason'>,
): Promise<ObjectionRow> => {
  if (row.state !== 'OPEN')
    throw new AppError('CONFLICT', `This objection is ${row.state.toLowerCase()} already.`, {
      field: 'id',
      reason: row.state,
    });
  await updateObjection(executor, row.id, outcome);
  await record({
    kind: 'objection.settled',
    affects: [row.subject],
    items: ['Citizen.objections'],
    payload: { objection: row.id, item: row.item, state: outcome.state },
  });
  return { ...row, ...outcome };
};

const raiseObjection: NonNullable<MutationResolvers['raiseObjection']> = async (_root, { input }, context) => {
  const { catalogue, access, viewer } = context;
  const { requestKey, ...objection } = input;
  const item = getItem(catalogue, objection.item);
  const claim = checkWords('claim', objection.claim);
  const evidence =
    objection.evidence === null || objection.evidence === undefined ? null : checkWords('evidence', objection.evidence);
  if (!OWN_FILE.has(await access.relate('Citizen', objection.subject))) throw notFound();
  const subject = access.fileOf(objection.subject);
  return context.mutate({ requestKey, input: { raiseObjection: objection } }, async ({ executor, record }) => {
    const row: ObjectionRow = {
      id: randomUUID(),
      subject,
      raised_by: viewer.subject ?? '',
      item: item.coordinate,
      department: item.department,
      claim,
      evidence,
      state: 'OPEN',
      opened_at: context.now().toISOString(),
      decided_at: null,
      decided_by: null,
      reason: null,
    };
    await insertObjection(executor, row);
    await record({
      kind: 'objection.raised',
      affects: [row.subject],
      items: ['Citizen.objections'],
      payload: { objection: row.id, item: row.item },
    });
    return toObjection(catalogue, row);
  });
};

const withdrawObjection: NonNullable<MutationResolvers['withdrawObjection']> = async (
  _root,
  { id, requestKey },
  context,
) => {
  const { access, catalogue, viewer } = context;
  const withdrawn = await context.mutate({ requestKey, input: { withdrawObjection: id } }, async (unit) => {
    const row = await findObjectionForUpdate(unit.executor, id);
    if (row === null || row.raised_by !== viewer.subject) throw notFound();
    const outcome = {
      state: 'WITHDRAWN',
      decided_at: context.now().toISOString(),
      decided_by: null,
      reason: null,
    } as const;
    return toObjection(catalogue, await settle(unit, row, outcome));
  });
  await access.relate('Citizen', withdrawn.subject);
  return withdrawn;
};

const decideObjection: NonNullable<MutationResolvers['decideObjection']> = async (
  _root,
  { id, accept, reason, requestKey },
  context,
) => {
  const { catalogue, viewer } = context;
  checkWords('reason', reason);
  const duty = dutyOf(context);
  // Before the transaction, as the directory is read on a connection of its own.
  const found = await context.read((executor) => findObjectionFor(executor, duty, id));
  if (found === null) throw notFound();
  await relateAll(context, [found.subject]);
  return context.mutate({ requestKey, input: { decideObjection: { id, accept, reason } } }, async (unit) => {
    const row = await findObjectionForUpdate(unit.executor, id);
    if (row === null) throw notFound();
    const state = accept ? 'ACCEPTED' : 'REFUSED';
    const outcome = { state, decided_at: context.now().toISOString(), decided_by: viewer.subject, reason } as const;
    return toObjection(catalogue, await settle(unit, row, outcome));
  });
};

export const Mutation: MutationResolvers = { raiseObjection, withdrawObjection, decideObjection };
