import type { Executor } from '../store/store.ts';
import { finishBatch } from './batch.ts';
import { measureQuality } from './quality.ts';
import { countOpen, supersedeRepeated } from './quarantine.ts';
import type { DropRun, Run } from './run.ts';
import type { Tally } from './tally.ts';

/** The last transaction: the batch is done, its figures are kept and told. */
export const finishDrop = async <DB>(
  executor: Executor<DB>,
  { host, declaration }: Run<DB>,
  given: DropRun,
  tally: Tally,
  seconds: number,
): Promise<void> => {
  const { schema } = host.store;
  const { batch, at, today } = given;
  const { source } = declaration;
  const quality = measureQuality(declaration, tally, { date: batch.date, arrived: today.date });
  await supersedeRepeated(executor, schema, source, batch.id);
  await finishBatch(executor, schema, { id: batch.id, tally, quality, seconds, at: host.clock() });
  if (batch.isRepeat && tally.accepted + tally.changed + tally.closed === 0) return;
  const { rows, accepted, changed, unchanged, quarantined, closed, reasons } = tally;
  await host.record(executor, [
    {
      kind: 'source.arrived',
      lane: 'bulk',
      affects: [`source:${source}`],
      items: [],
      operationId: null,
      traceId: null,
      payload: {
        source,
        department: declaration.department,
        name: declaration.name,
        cycle: declaration.cycle,
        batch: batch.id,
        kind: batch.kind,
        date: batch.date,
        arrivedAt: at.toISOString(),
        counts: { rows, accepted, changed, unchanged, quarantined, closed },
        reasons,
        quality,
        openQuarantine: await countOpen(executor, schema, source),
        seconds,
      },
    },
  ]);
};
