import { createRowCheck, type RowCheck } from './check/check-row.ts';
import type { SourceDeclaration } from './declaration.ts';
import type { BeforeWriteHook, PrepareHook } from './hooks.ts';
import type { IngestHost, IngestOptions } from './host.ts';
import type { Batch } from './batch.ts';
import { createLayout, leaveOut, type Layout } from './layout.ts';
import { isInHeader } from './read/read-rows.ts';
import type { OpenDrop } from './read/read-drop.ts';

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

/** One drop on its way through a source. */
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
