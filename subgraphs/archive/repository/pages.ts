import { sql, type RawBuilder } from 'kysely';
import type { Page } from '../../kit/paging.ts';
import type { Executor } from '../../kit/store/store.ts';
import { toYuan } from '../money.ts';
import type { BillRow, BorderCrossingRow, ContributionRow, EntryRow, PageRow, ViolationRow } from '../rows.ts';
import { SCHEMA, type ArchiveDB } from './database.ts';

/** Civil days [from, until); null is open. */
export interface DayRange {
  from: string | null;
  until: string | null;
}

export type EntryTable = 'medical_entry' | 'pension_entry' | 'housing_entry';

interface Listing {
  table: string;
  /** Condition that a row `t` is its owner's, `asked.owner`. */
  owned?: RawBuilder<unknown>;
  columns: RawBuilder<unknown>;
  where?: readonly RawBuilder<unknown>[];
  /** What the list is sorted by, descending: a day or an instant, and what tells rows of one apart. */
  sort: { by: 'date' | 'period' | 'at' | 'month'; type: 'date' | 'timestamptz'; id: 'id' | null };
}

type Sorted<Row> = Row & { owner: string; sort_by: string; sort_id: string };

/** The latest rows of each owner, one more than the page has to tell that there are more. */
// The caller says which columns it selects.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
const findLatest = async <Row, Node>(
  executor: Executor<ArchiveDB>,
  owners: readonly string[],
  page: Page,
  { table, owned = sql`t.citizen_id = asked.owner`, columns, where = [], sort }: Listing,
  toNode: (row: Row) => Node,
): Promise<PageRow<Node>[]> => {
  const by = sql.ref(`t.${sort.by}`);
  const id = sort.id === null ? sql`''::text` : sql.ref(`t.${sort.id}`);
  const [afterBy, afterId] = page.after ?? [];
  const after = sql`(${by}, ${id}) < (${afterBy}::${sql.raw(sort.type)}, ${afterId}::text)`;
  const { rows } = await sql<Sorted<Row>>`
    select asked.owner, found.*
    from unnest(${[...owners]}::text[]) as asked (owner)
    cross join lateral (
      select ${columns}, ${by}::text as sort_by, ${id} as sort_id
      from ${sql.table(`${SCHEMA}.${table}`)} t
      where ${sql.join([owned, ...where, ...(page.after === null ? [] : [after])], sql` and `)}
      order by ${by} desc, ${id} desc limit ${page.first + 1}
    ) found
    order by asked.owner, found.sort_by::${sql.raw(sort.type)} desc, found.sort_id desc`.execute(executor);
  return rows.map(({ owner, sort_by, sort_id, ...row }) => ({
    owner,
    keyset: [sort_by, sort_id],
    row: toNode(row as unknown as Row),
  }));
};

const within = (column: 'date' | 'month', { from, until }: DayRange): RawBuilder<unknown>[] => [
  ...(from === null ? [] : [sql`${sql.ref(`t.${column}`)} >= ${from}::date`]),
  ...(until === null ? [] : [sql`${sql.ref(`t.${column}`)} < ${until}::date`]),
];

/** Entries of these people's accounts of one kind. */
export const findEntries = (
  executor: Executor<ArchiveDB>,
  table: EntryTable,
  citizens: readonly string[],
  range: DayRange,
  page: Page,
): Promise<PageRow<EntryRow>[]> =>
  findLatest<Omit<EntryRow, 'amount'> & { amount: string }, EntryRow>(
    executor,
    citizens,
    page,
    {
      table,
      columns: sql`t.id, t.date, t.kind, t.amount, t.counterparty, t.note`,
      where: within('date', range),
      sort: { by: 'date', type: 'date', id: 'id' },
    },
    (row) => ({ ...row, amount: toYuan(row.amount) }),
  );

const UNIT = { WATER: 'm³', ELECTRICITY: 'kWh', GAS: 'm³' } as const;

/** Bills of utility accounts, each named by JSON of citizen id, utility and number. */
export const findBills = (
  executor: Executor<ArchiveDB>,
  accounts: readonly string[],
  today: string,
  page: Page,
): Promise<PageRow<BillRow>[]> =>
  findLatest<Omit<BillRow, 'amount' | 'unit'> & { amount: string; utility: keyof typeof UNIT }, BillRow>(
    executor,
    accounts,
    page,
    {
      table: 'utility_bill',
      owned: sql`(t.citizen_id, t.utility, t.number)
        = (asked.owner::jsonb ->> 0, asked.owner::jsonb ->> 1, asked.owner::jsonb ->> 2)`,
      columns: sql`t.citizen_id as subject, t.id, to_char(t.period, 'YYYY-MM') as period, t.usage::float8 as usage,
        t.utility, t.amount, t.due_date as "dueDate", t.paid_at as "paidAt",
        t.paid_at is null and t.due_date < ${today}::date as overdue`,
      sort: { by: 'period', type: 'date', id: 'id' },
    },
    ({ utility, ...row }) => ({ ...row, unit: UNIT[utility], amount: toYuan(row.amount) }),
  );

/** Violations of these people; the day for paying is the fifteenth after the decision was received (道路交通安全法 第一百零八条). */
export const findViolations = (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
  { unpaidOnly, today }: { unpaidOnly: boolean; today: string },
  page: Page,
): Promise<PageRow<ViolationRow>[]> =>
  findLatest<Omit<ViolationRow, 'fine'> & { fine: string }, ViolationRow>(
    executor,
    citizens,
    page,
    {
      table: 'violation',
      columns: sql`t.citizen_id as subject, t.id, t.at, t.place, t.code, t.description, t.plate, t.fine, t.points, t.state,
        t.served_on + 15 as "dueDate", t.state = 'CONFIRMED' and coalesce(t.served_on + 15 < ${today}::date, false) as overdue`,
      where: unpaidOnly ? [sql`t.state not in ('PAID', 'CANCELLED')`] : [],
      sort: { by: 'at', type: 'timestamptz', id: 'id' },
    },
    (row) => ({ ...row, fine: toYuan(row.fine) }),
  );

/** Contributions of these people by month. */
export const findContributions = (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
  range: DayRange,
  page: Page,
): Promise<PageRow<ContributionRow>[]> =>
  findLatest<
    Omit<ContributionRow, 'base' | 'personal' | 'company'> & Record<'base' | 'personal' | 'company', string>,
    ContributionRow
  >(
    executor,
    citizens,
    page,
    {
      table: 'contribution',
      columns: sql`t.citizen_id as subject, to_char(t.month, 'YYYY-MM') as month, t.employer, t.base, t.personal, t.company,
        t.kinds, t.paid_on as "paidOn"`,
      where: within('month', range),
      sort: { by: 'month', type: 'date', id: null },
    },
    (row) => ({ ...row, base: toYuan(row.base), personal: toYuan(row.personal), company: toYuan(row.company) }),
  );

/** Border crossings of these people. */
export const findBorderCrossings = (
  executor: Executor<ArchiveDB>,
  citizens: readonly string[],
  page: Page,
): Promise<PageRow<BorderCrossingRow>[]> =>
  findLatest<BorderCrossingRow, BorderCrossingRow>(
    executor,
    citizens,
    page,
    {
      table: 'border_crossing',
      columns: sql`t.citizen_id as subject, t.id, t.at, t.port, t.direction, t.document, t.document_number as "documentNumber"`,
      sort: { by: 'at', type: 'timestamptz', id: 'id' },
    },
    (row) => row,
  );
