import { toDivision } from '../../kit/divisions/division.ts';
import type { Executor } from '../../kit/store/store.ts';
import { anyOf } from '../../kit/store/sql.ts';
import { toMoney } from '../money.ts';
import type { EnterpriseRow } from '../rows.ts';
import type { EnterprisesDB } from './database.ts';

/** What the register says of these enterprises; unknown ones are left out. */
export const findByUsccs = async (
  executor: Executor<EnterprisesDB>,
  usccs: readonly string[],
): Promise<EnterpriseRow[]> => {
  const rows = await executor
    .selectFrom('enterprise as e')
    .leftJoin('workplace as w', 'w.uscc', 'e.uscc')
    .where('e.uscc', '=', anyOf(usccs))
    .select(['e.uscc', 'e.name', 'e.status', 'e.kind', 'e.established_on as establishedOn', 'e.closed_on as closedOn'])
    .select(['e.capital_amount', 'e.capital_currency', 'e.capital_as_stated as capitalAsStated', 'e.scope'])
    .select(['e.district', 'e.address_text', 'w.premise_id', 'w.longitude', 'w.latitude'])
    .execute();
  return rows.map(({ capital_amount, capital_currency, address_text, premise_id, longitude, latitude, ...row }) => ({
    ...row,
    district: toDivision(row.district),
    capital: toMoney(capital_amount, capital_currency),
    premise: premise_id === null ? null : { id: premise_id },
    address: {
      text: address_text,
      district: toDivision(row.district),
      point: longitude === null || latitude === null ? null : { longitude, latitude },
    },
  }));
};
