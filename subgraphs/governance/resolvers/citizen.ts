import type { ReadingPayload } from '../../kit/access/access-log.ts';
import { toConnection } from '../../kit/paging.ts';
import type { Context } from '../context.ts';
import { countObjectionsOf, countReadings, findObjectionsOf, findReadings } from '../repository.ts';
import type { CitizenResolvers } from '../schema.generated.ts';
import { toDepartment, toPurpose } from './catalogue.ts';
import { toObjection } from './objections.ts';

const toAccess = ({ catalogue }: Context, at: string, items: readonly string[], reader: ReadingPayload) => ({
  at,
  items,
  role: reader.role,
  department: reader.department === null ? null : toDepartment(catalogue, reader.department),
  purpose: reader.purpose === null ? null : toPurpose(catalogue, reader.purpose),
  caseNo: reader.caseNo,
});

export const Citizen: CitizenResolvers = {
  objections: async ({ id }, args, context) => {
    const page = context.page(args, { of: 'Citizen.objections', width: 2 });
    const [rows, totalCount] = await context.read(async (executor) => [
      await findObjectionsOf(executor, id, page),
      await countObjectionsOf(executor, id),
    ]);
    return {
      ...toConnection(
        rows,
        page,
        (row) => [row.opened_at, row.id],
        (row) => toObjection(context.catalogue, row),
      ),
      totalCount,
    };
  },
  accessLog: async ({ id }, args, context) => {
    const page = context.page(args, { of: 'Citizen.accessLog', width: 1 });
    const [rows, totalCount] = await context.read(async (executor) => [
      await findReadings(executor, id, page),
      await countReadings(executor, id),
    ]);
    const toNode = ({ at, items, reader }: (typeof rows)[number]) => toAccess(context, at, items, reader);
    return { ...toConnection(rows, page, ({ sequence }) => [String(sequence)], toNode), totalCount };
  },
};
