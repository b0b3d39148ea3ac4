import { cycleOf, pointsOn } from '../points.ts';
import type { TrafficRecordResolvers } from '../schema.generated.ts';
import { toPage } from './page-rows.ts';

export const TrafficRecord: TrafficRecordResolvers = {
  points: async (record, _args, { decidedViolations, today }) =>
    pointsOn(today, record, await decidedViolations.load(record.subject)),
  resetOn: ({ licensedOn }, _args, { today }) => (licensedOn === null ? null : cycleOf(licensedOn, today).until),
  violations: async ({ subject }, args, context) => {
    const page = context.page(args, { of: 'TrafficRecord.violations', width: 2 });
    return toPage(await context.violations(args.unpaidOnly, page).load(subject), page);
  },
};
