import { createItemsOf } from './affected.ts';
import { checkChunk, type Chunk } from './chunk.ts';
import { findOpen, settleRequeued, type OpenRow } from './quarantine.ts';
import { createRowReader } from './read/read-rows.ts';
import { secondsSince, toReport, type IngestReport } from './report.ts';
import { layoutFor, type Run } from './run.ts';
import { addTally, createTally } from './tally.ts';
import { writeChunk } from './write-chunk.ts';

/** Tries what stands in quarantine again, each row with the sequence of its own drop. Rows that are still bad stay. */
export const requeue = async <DB>(run: Run<DB>, { dryRun }: { dryRun: boolean }): Promise<IngestReport> => {
  const { host, declaration } = run;
  const { store } = host;
  const holder = `ingest ${declaration.source}`;
  const began = performance.now();
  let tally = createTally();
  for (let after = 0; ;) {
    const open = await store.read({ holder, priority: 'bulk' }, (executor) =>
      findOpen(executor, store.schema, declaration.source, after, run.chunkRows),
    );
    const last = open.at(-1);
    if (!last) break;
    after = last.id;
    for (const rows of groupByDrop(open)) tally = addTally(tally, (await retry(run, rows, { dryRun, holder })).tally);
  }
  return toReport(declaration.source, tally, {
    seconds: secondsSince(began),
    encoding: null,
    resumed: false,
    dryRun,
    batch: null,
  });
};

const groupByDrop = (rows: readonly OpenRow[]): OpenRow[][] => {
  const groups = new Map<string, OpenRow[]>();
  for (const row of rows) groups.set(row.sequence, [...(groups.get(row.sequence) ?? []), row]);
  return [...groups.values()];
};

const retry = async <DB>(
  run: Run<DB>,
  rows: readonly OpenRow[],
  { dryRun, holder }: { dryRun: boolean; holder: string },
): Promise<Chunk> => {
  const { host, declaration } = run;
  const { store } = host;
  const [first] = rows;
  const layout = layoutFor(run, first?.header ?? null);
  const checked = await checkChunk(
    // The place in `rows` stands for the line, so that each row is found again after its checks.
    rows.map(({ raw }, at) => ({ line: at, text: raw, end: 0 })),
    {
      layout,
      check: run.check,
      readRow: createRowReader(declaration, first?.header ?? null),
      identities: host.identities,
      vouched: true,
      extra: new Set(),
    },
  );
  const parts = {
    store,
    declaration,
    layout,
    findLiving: run.host.findLiving,
    itemsOf: createItemsOf(layout),
    prepare: run.prepare,
    beforeWrite: run.beforeWrite,
    sequence: first?.sequence ?? '0',
    date: first?.date ?? '',
    course: { allNew: false },
  };
  return writeChunk(checked, parts, {
    holder,
    dryRun,
    finish: async (executor, { setAside }, { changes }) => {
      if (dryRun) return;
      if (changes.length > 0) await host.record(executor, changes);
      const still = new Map(setAside.map(({ line, reasons }) => [line, reasons]));
      await settleRequeued(executor, store.schema, {
        resolved: rows.flatMap(({ id }, at) => (still.has(at) ? [] : [id])),
        still: rows.flatMap(({ id }, at) => {
          const reasons = still.get(at);
          return reasons ? [{ id, reasons }] : [];
        }),
      });
    },
  });
};
