import type { Executor } from '../store/store.ts';
import { advanceBatch, countClosed, findNewestFull, finishBatch, type Batch } from './batch.ts';
import { createRowCheck, type RowCheck } from './check/check-row.ts';
import { checkChunk, gatherRecords, type Chunk } from './chunk.ts';
import { closeMissing, countMissing } from './close-missing.ts';
import type { SourceDeclaration } from './declaration.ts';
import type { BeforeWriteHook, PrepareHook } from './hooks.ts';
import type { IngestHost, IngestOptions } from './host.ts';
import { createLayout, leaveOut, type Layout } from './layout.ts';
import { measureQuality } from './quality.ts';
import { addToQuarantine, countOpen, countUnreadable, resolveByKey, supersedeRepeated } from './quarantine.ts';
import { createRowReader, isInHeader } from './read/read-rows.ts';
import type { OpenDrop } from './read/read-drop.ts';
import { IngestRefusal } from './reasons.ts';
import { secondsSince, toReport, type IngestReport } from './report.ts';
import { addTally, count, type Tally } from './tally.ts';
import { writeChunk } from './write-chunk.ts';

/** A source made ready: its declaration compiled. */
export interface Run<DB> {
  host: IngestHost<DB>;
  declaration: SourceDeclaration;
  layout: Layout;
  check: RowCheck;
  prepare: PrepareHook<DB> | null;
  beforeWrite: BeforeWriteHook<DB> | null;
  chunkRows: number;
}

export const createRun = <DB>(host: IngestHost<DB>, declaration: SourceDeclaration): Run<DB> => {
  const layout = createLayout(declaration);
  const prepare = declaration.prepare === undefined ? null : host.hooks?.prepare?.[declaration.prepare];
  if (prepare === undefined)
    throw new Error(`${declaration.source} names the hook ${declaration.prepare ?? ''}, which does not exist.`);
  const beforeWrite = declaration.beforeWrite === undefined ? null : host.hooks?.beforeWrite?.[declaration.beforeWrite];
  if (beforeWrite === undefined)
    throw new Error(`${declaration.source} names the hook ${declaration.beforeWrite ?? ''}, which does not exist.`);
  return {
    host,
    declaration,
    layout,
    prepare,
    beforeWrite,
    check: createRowCheck(declaration, layout, host.hooks),
    chunkRows: host.chunkRows ?? 1_000,
  };
};

/** The layout for a drop with this header; null: NDJSON, in which every column is given. */
export const layoutFor = <DB>({ layout, declaration }: Run<DB>, header: readonly string[] | null): Layout =>
  header === null ? layout : leaveOut(layout, declaration, (column) => isInHeader(declaration, header, column));

export interface DropRun extends Pick<IngestOptions, 'onProgress' | 'signal'> {
  drop: OpenDrop;
  batch: Batch;
  /** Bytes of the file, for progress. */
  size: number;
  vouched: boolean;
  dryRun: boolean;
  began: number;
  at: Date;
  today: { date: string };
}

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
    prepare: run.prepare,
    beforeWrite: run.beforeWrite,
    sequence: batch.sequence,
    date: batch.date,
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
      finish(executor, run, given, tally, secondsNow()),
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

/** Where deletions leave no trace, an older drop would bring back what is gone. */
const refuseStaleDeletions = async <DB>(
  { host, declaration }: Run<DB>,
  batch: Batch,
  dryRun: boolean,
): Promise<void> => {
  if (declaration.whenDeleted !== 'delete' || dryRun) return;
  const { store } = host;
  const newest = await store.read({ holder: `ingest ${declaration.source}` }, (executor) =>
    findNewestFull(executor, store.schema, declaration.source),
  );
  if (newest !== null && BigInt(newest) > BigInt(batch.sequence)) throw new IngestRefusal('OLDER_THAN_HELD');
};

/** Closes what a full drop leaves out, unless rows of it could not be read or it would be more than the source may close. */
const closeLeftOut = async <DB>(
  { host, declaration, layout, chunkRows }: Run<DB>,
  { batch, drop }: DropRun,
  before: Tally,
): Promise<Tally> => {
  const { store } = host;
  const holder = `ingest ${declaration.source}`;
  const parts = { store, declaration, table: layout.tables[0], sequence: batch.sequence, date: batch.date };
  const tally = structuredClone(before);
  const { missing, share, unreadable } = await store.read({ holder, priority: 'bulk' }, async (executor) => ({
    ...(await countMissing(executor, parts)),
    unreadable: await countUnreadable(executor, store.schema, batch.id),
  }));
  if (missing === 0 || drop.cut()) return tally;
  if (unreadable > 0) count(tally.warnings, 'UNREADABLE_KEYS', unreadable);
  else if (share > declaration.closeAtMost) count(tally.warnings, 'TOO_MANY_MISSING', missing);
  else {
    for (let closed = -1; closed !== 0;) {
      closed = await store.transaction({ holder, priority: 'bulk' }, async (executor) => {
        const changes = await closeMissing(executor, parts, chunkRows);
        if (changes.length === 0) return 0;
        await host.record(executor, changes);
        await countClosed(executor, store.schema, batch.id, changes.length);
        return changes.length;
      });
      tally.closed += closed;
    }
    count(tally.warnings, 'CLOSED_AS_MISSING', tally.closed);
  }
  return tally;
};

/** The last transaction: the batch is done, its figures are kept and told. */
const finish = async <DB>(
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
