import { createItemsOf } from './affected.ts';
import { advanceBatch } from './batch.ts';
import { checkChunk, gatherRecords, type Chunk } from './chunk.ts';
import { closeLeftOut, refuseStaleDeletions } from './close-left-out.ts';
import { finishDrop } from './finish-drop.ts';
import { addToQuarantine, countOpen, resolveByKey } from './quarantine.ts';
import { createRowReader } from './read/read-rows.ts';
import { secondsSince, toReport, type IngestReport } from './report.ts';
import { layoutFor, type DropRun, type Run } from './run.ts';
import { addTally, count, type Tally } from './tally.ts';
import { writeChunk } from './write-chunk.ts';

/** Takes an open drop in from the batch's position on; each chunk and what is known after it is one transaction. */
export const runDrop = async <DB>(run: Run<DB>, given: DropRun): Promise<IngestReport> => {
  const { host, declaration } = run;
  const { drop, batch, dryRun, at } = given;
  const layout = layoutFor(run, drop.columns === null ? null : drop.header);
  const { store } = host;
  const { schema } = store;
  const { source } = declaration;
  const holder = `ingest ${source}`;
  await refuseStaleDeletions(run, batch, dryRun);

  const parts = {
    store,
    declaration,
    layout,
    findLiving: host.findLiving,
    itemsOf: createItemsOf(layout),
    prepare: run.prepare,
    beforeWrite: run.beforeWrite,
    sequence: batch.sequence,
    date: batch.date,
    course: { allNew: false },
  };
  const context = { batch: batch.id, source, sequence: batch.sequence, at, days: declaration.quarantineDays };
  const extra = new Set<string>();
  const checking = {
    layout,
    check: run.check,
    readRow: createRowReader(declaration, drop.columns === null ? null : drop.header),
    identities: host.identities,
    vouched: given.vouched,
    extra,
  };
  const secondsNow = (): number => Math.round((batch.seconds + secondsSince(given.began)) * 1000) / 1000;
  let { tally, position } = batch;
  if (position === null) for (let at = 0; at < drop.extra.length; at += 1) count(tally.warnings, 'EXTRA_COLUMN');
  const hasOpen = await store.read({ holder, priority: 'bulk' }, (executor) => countOpen(executor, schema, source));

  const write = async (checked: Chunk): Promise<void> => {
    let after: Tally = tally;
    const chunk = await writeChunk(checked, parts, {
      holder,
      dryRun,
      finish: async (executor, applied, { changes, keys }) => {
        after = addTally(tally, applied.tally);
        if (dryRun) return;
        if (changes.length > 0) await host.record(executor, changes);
        if (hasOpen > 0 && keys.length > 0)
          await resolveByKey(executor, schema, { source, sequence: batch.sequence, keys });
        await addToQuarantine(executor, schema, applied.setAside, context);
        await advanceBatch(executor, schema, {
          id: batch.id,
          from: position,
          to: applied.to,
          tally: after,
          seconds: secondsNow(),
        });
      },
    });
    tally = after;
    position = chunk.to;
    given.onProgress?.({ rows: tally.rows, share: Math.min(1, drop.taken() / Math.max(1, given.size)) });
  };

  // One chunk is checked while the one before it is written.
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const records of gatherRecords(drop.records(position), run.chunkRows)) {
      const checked = await checkChunk(records, checking);
      await writing;
      given.signal?.throwIfAborted();
      writing = write(checked);
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
  if (drop.cut()) count(tally.warnings, 'DROP_ENDS_EARLY');
  if (!dryRun) {
    if (batch.kind === 'full' && declaration.whenDeleted) tally = await closeLeftOut(run, given, tally);
    await store.transaction({ holder, priority: 'bulk' }, (executor) =>
      finishDrop(executor, run, given, tally, secondsNow()),
    );
  }
  return toReport(source, tally, {
    seconds: secondsNow(),
    encoding: drop.told.encoding,
    resumed: batch.position !== null,
    dryRun,
    batch: batch.id,
  });
};
