import { sql } from 'kysely';
import type { SubjectMerge, Touched } from '../../kit/definition.ts';
import { moveLinks, type PersonLink } from '../../kit/move-links.ts';
import type { Executor } from '../../kit/store/store.ts';
import { SCHEMA, type TransactionsDB } from './database.ts';

/** Tables whose rows stand in the file of an applicant. */
const OWNED = [
  'application',
  'form_value',
  'material',
  'touchpoint',
  'appointment',
  'rating',
  'rectification',
] as const;

const LINKS: readonly PersonLink[] = [
  ...OWNED.map((table) => ({ table, column: 'applicant' })),
  {
    table: 'application',
    column: 'handled_by',
    owner: { column: 'applicant', items: ['Application.handledBy'] },
  },
];

/**
 * Takes a citizen out of the affairs. That an application was made and how it was decided stays on file as the law asks
 * (行政许可法 第六十一条, 档案法 第十四条), and ratings stay in the sums; what was filled in, handed in, noted or commented
 * goes, drafts whole, and all that is left belongs to nobody. Standing appointments are given back.
 */
export const eraseApplicant = async (
  executor: Executor<TransactionsDB>,
  citizen: string,
  today: string,
): Promise<Touched[]> => {
  await executor.deleteFrom('application').where('applicant', '=', citizen).where('state', '=', 'DRAFT').execute();
  for (const table of ['form_value', 'material'] as const) {
    await executor.deleteFrom(table).where('applicant', '=', citizen).execute();
  }
  await executor.updateTable('application').set({ result: null }).where('applicant', '=', citizen).execute();
  await executor.updateTable('touchpoint').set({ note: null }).where('applicant', '=', citizen).execute();
  await executor.updateTable('rating').set({ tags: [], comment: null }).where('applicant', '=', citizen).execute();
  await executor.updateTable('rectification').set({ note: null }).where('applicant', '=', citizen).execute();
  await executor
    .updateTable('appointment')
    .set({ state: 'CANCELLED' })
    .where('applicant', '=', citizen)
    .where('state', 'in', ['BOOKED', 'MOVED'])
    .where('starts_at', '>=', `${today}T00:00:00+08:00`)
    .execute();
  const nobody = sql<string>`'erased:' || gen_random_uuid()`;
  for (const table of OWNED) {
    await executor.updateTable(table).set({ applicant: nobody }).where('applicant', '=', citizen).execute();
  }
  const handled = await executor
    .updateTable('application')
    .set({ handled_by: null })
    .where('handled_by', '=', citizen)
    .returning('applicant')
    .execute();
  const files = new Set(handled.map(({ applicant }) => applicant).filter((file) => !file.startsWith('erased:')));
  return [...files].map((subject) => ({ subject, items: ['Application.handledBy'] }));
};

/** Two files turned out to be one person's: whatever stood under the given up id is the survivor's. */
export const mergeApplicants = (executor: Executor<TransactionsDB>, merge: SubjectMerge): Promise<Touched[]> =>
  moveLinks(executor, SCHEMA, LINKS, merge);
