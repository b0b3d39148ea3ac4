import { toConnection } from '../../kit/paging.ts';
import { addDuration } from '../../kit/duration.ts';
import type { Context } from '../context.ts';
import { countObjectionsFor, findObjectionsFor, findSources, type SourceRow } from '../repository.ts';
import type { QueryResolvers } from '../schema.generated.ts';
import { dataCatalogue, toDepartment } from './catalogue.ts';
import { dutyOf, relateAll } from './duty.ts';
import { toObjection } from './objections.ts';

const toSource = ({ catalogue, now }: Context, row: SourceRow) => ({
  code: row.code,
  name: row.name,
  nameEn: row.name_en,
  department: toDepartment(catalogue, row.department),
  registry: row.registry,
  cycle: row.cycle,
  lastArrival: row.last_arrival,
  lastSequence: row.last_sequence,
  late: row.cycle !== null && (row.last_arrival === null || addDuration(new Date(row.last_arrival), row.cycle) < now()),
  rows: row.rows,
  accepted: row.accepted,
  changed: row.changed,
  quarantined: row.quarantined,
  completeness: row.completeness as { column: string; filled: number }[],
  accuracy: row.accuracy,
  timelinessHours: row.timeliness_hours,
});

const sources: NonNullable<QueryResolvers['sources']> = async (_root, _args, context) => {
  const { viewer } = context;
  const rows = await context.read((executor) =>
    findSources(executor, viewer.role === 'staff' ? viewer.department : null),
  );
  return rows.map((row) => toSource(context, row));
};

const objectionsToDecide: NonNullable<QueryResolvers['objectionsToDecide']> = async (_root, args, context) => {
  const page = context.page(args, { of: 'Query.objectionsToDecide', width: 2 });
  const duty = dutyOf(context);
  const { state } = args;
  const [rows, totalCount] = await context.read(async (executor) => [
    await findObjectionsFor(executor, duty, state, page),
    await countObjectionsFor(executor, duty, state),
  ]);
  await relateAll(
    context,
    rows.map(({ subject }) => subject),
  );
  return {
    ...toConnection(
      rows,
      page,
      ({ opened_at, id }) => [opened_at, id],
      (row) => toObjection(context.catalogue, row),
    ),
    totalCount,
  };
};

export const Query: QueryResolvers = { dataCatalogue, sources, objectionsToDecide };
