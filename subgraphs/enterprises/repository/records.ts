import { sql } from 'kysely';
import type { Executor } from '../../kit/store/store.ts';
import { anyOf, askedOwners } from '../../kit/store/sql.ts';
import { toMoney } from '../money.ts';
import { reportDueOn } from '../report-terms.ts';
import type { AnnualReportRow, FormerNameRow, ListingRow, PenaltyRow } from '../rows.ts';
import type { EnterprisesDB } from './database.ts';

/** Annual reports that the register keeps for these enterprises, filed or not, the latest first. */
export const findAnnualReports = async (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
): Promise<AnnualReportRow[]> => {
  const rows = await executor
    .selectFrom('annual_report')
    .where('uscc', '=', anyOf(usccs))
    .orderBy('year', 'desc')
    .select(['uscc', 'year', 'filed_at as filedAt', 'exempt', 'employees'])
    .select(['revenue_amount', 'revenue_currency', 'taxes_amount', 'taxes_currency'])
    .execute();
  return rows.map(({ revenue_amount, revenue_currency, taxes_amount, taxes_currency, ...row }) => ({
    ...row,
    exempt: row.exempt ?? false,
    dueOn: reportDueOn(row.year),
    revenue: toMoney(revenue_amount, revenue_currency),
    taxes: toMoney(taxes_amount, taxes_currency),
  }));
};

/** So many penalty decisions on each of these enterprises, the latest first. */
export const findPenalties = async (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
  first: number,
): Promise<PenaltyRow[]> => {
  const rows = await executor
    .selectFrom(askedOwners(usccs))
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('penalty')
          .whereRef('penalty.uscc', '=', 'asked.owner')
          .orderBy('decided_on', 'desc')
          .orderBy('id')
          .limit(first)
          .select(['uscc', 'id', 'department', 'decided_on as on', 'ground', 'amount', 'currency', 'published'])
          .as('decided'),
      (join) => join.onTrue(),
    )
    .orderBy('asked.owner')
    .orderBy('decided.on', 'desc')
    .orderBy('decided.id')
    .selectAll('decided')
    .execute();
  return rows.map(({ currency, ...row }) => ({
    ...row,
    department: { code: row.department },
    amount: toMoney(row.amount, currency),
    published: row.published ?? false,
  }));
};

/** So many stays of each of these enterprises in directories, the latest first. */
export const findListings = async (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
  first: number,
): Promise<ListingRow[]> => {
  const rows = await executor
    .selectFrom(askedOwners(usccs))
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('listing')
          .whereRef('listing.uscc', '=', 'asked.owner')
          .orderBy('since', 'desc')
          .orderBy('directory')
          .limit(first)
          .select(['uscc', 'directory', 'since', 'until', 'ground', 'citation', 'decided_by'])
          .as('stay'),
      (join) => join.onTrue(),
    )
    .orderBy('asked.owner')
    .orderBy('stay.since', 'desc')
    .orderBy('stay.directory')
    .selectAll('stay')
    .execute();
  return rows.map(({ decided_by, ...row }) => ({ ...row, decidedBy: { code: decided_by } }));
};

/** Names that these enterprises had before, the latest first: each held from the change before it to its own. */
export const findFormerNames = async (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
): Promise<FormerNameRow[]> =>
  executor
    .selectFrom((from) =>
      from
        .selectFrom('change')
        .innerJoin('enterprise', 'enterprise.uscc', 'change.uscc')
        .where('change.uscc', '=', anyOf(usccs))
        .where('change.kind', '=', 'name-changed')
        .select(['change.uscc', 'change.before as name', 'change.at as until'])
        .select(
          sql<string | null>`coalesce(lag(change.at) over (partition by change.uscc order by change.at),
            enterprise.established_on)`.as('since'),
        )
        .as('former'),
    )
    .where('name', 'is not', null)
    .orderBy('until', 'desc')
    .select(['uscc', sql<string>`name`.as('name'), 'since', 'until'])
    .execute();

/** The legal representative in force on the day of each of these enterprises, if any. */
export const findRepresentatives = (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
  today: string,
): Promise<{ uscc: string; citizenId: string }[]> =>
  executor
    .selectFrom('representative')
    .distinctOn('uscc')
    .where('uscc', '=', anyOf(usccs))
    .where('since', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', today)]))
    .orderBy('uscc')
    .orderBy('since', 'desc')
    .orderBy('citizen_id')
    .select(['uscc', 'citizen_id as citizenId'])
    .execute();
