import { countClosed, findNewestFull, type Batch } from './batch.ts';
import { closeMissing, countMissing } from './close-missing.ts';
import { countUnreadable } from './quarantine.ts';
import { IngestRefusal } from './reasons.ts';
import type { DropRun, Run } from './run.ts';
import { count, type Tally } from './tally.ts';

/** Where deletions leave no trace, an older drop would bring back what is gone. */
export const refuseStaleDeletions = async <DB>(
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
export const closeLeftOut = async <DB>(
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
