import type { Store } from '../../kit/store/store.ts';
import type { ReadingPayload } from '../../kit/access/access-log.ts';
import type { GovernanceDB } from '../repository/database.ts';
import type { Anchor, AnchorFile } from './anchors.ts';
import { hashDetail, hashLine } from './chain.ts';
import { describeOverdue, findOverdue } from './overdue.ts';

export interface Verdict {
  lines: number;
  /** Details that expired or were erased; their lines still hold the chain. */
  expired: number;
  anchors: number;
  /** What does not fit, in words; empty when nothing was changed. */
  faults: readonly string[];
  /** What somebody should look at though nothing was changed, in words. */
  notes: readonly string[];
}

const LINES_AT_ONCE = 2_000;

interface StoredLine {
  sequence: number;
  at: string;
  detailHash: string;
  previousHash: string;
  hash: string;
  detail: {
    operationId: string;
    subject: string;
    items: readonly string[];
    reader: ReadingPayload;
    at: string;
    salt: string;
  } | null;
}

/** Walks the whole chain, its details and the anchors outside the database, and names each change it finds. */
export const verifyAccessLog = async (
  store: Store<GovernanceDB>,
  { anchors, spoilt, torn }: AnchorFile,
): Promise<Verdict> => {
  const faults = spoilt.map((number) => `Line ${number} of the anchors was changed.`);
  const anchored = new Map(anchors.map((anchor) => [anchor.sequence, anchor]));
  let previous = { sequence: 0, hash: '' };
  let expired = 0;
  for (;;) {
    const lines = await readLines(store, previous.sequence);
    for (const line of lines) {
      faults.push(...faultsOf(line, previous, anchored.get(line.sequence)));
      if (line.detail === null) expired += 1;
      previous = line;
    }
    if (lines.length < LINES_AT_ONCE) break;
  }
  const lastAnchor = anchors.at(-1);
  if (lastAnchor !== undefined && lastAnchor.sequence > previous.sequence) {
    faults.push(
      `Lines after ${previous.sequence} are missing: on ${lastAnchor.day} there were ${lastAnchor.sequence}.`,
    );
  }
  const head = await store.read({ holder: 'governance.verify' }, (executor) =>
    executor.selectFrom('access_head').select(['sequence', 'hash']).executeTakeFirst(),
  );
  if (head?.sequence !== previous.sequence || head.hash !== previous.hash) {
    faults.push(`The head does not stand on the last line, ${previous.sequence}.`);
  }
  const overdue = await findOverdue(store);
  const notes = [
    ...(torn === 0 ? [] : ['The last anchor was cut short as it was written; it counts as not written.']),
    ...(overdue === null ? [] : [describeOverdue(overdue)]),
  ];
  return { lines: previous.sequence, expired, anchors: anchors.length, faults, notes };
};

const faultsOf = (
  line: StoredLine,
  previous: { sequence: number; hash: string },
  anchor: Anchor | undefined,
): string[] => {
  const { sequence, at, detailHash, previousHash, detail } = line;
  const faults: string[] = [];
  if (sequence !== previous.sequence + 1) faults.push(`Line ${sequence} follows line ${previous.sequence}.`);
  if (previousHash !== previous.hash) faults.push(`Line ${sequence} does not follow from the line before it.`);
  if (line.hash !== hashLine({ sequence, at, detailHash, previousHash })) faults.push(`Line ${sequence} was changed.`);
  if (detail !== null && hashDetail(detail, detail.salt) !== detailHash)
    faults.push(`The detail of line ${sequence} was changed.`);
  if (anchor !== undefined && anchor.hash !== line.hash)
    faults.push(`Line ${sequence} differs from its anchor of ${anchor.day}.`);
  return faults;
};

const readLines = async (store: Store<GovernanceDB>, after: number): Promise<StoredLine[]> => {
  const rows = await store.read({ holder: 'governance.verify', priority: 'bulk' }, (executor) =>
    executor
      .selectFrom('access_line as line')
      .leftJoin('access_detail as detail', 'detail.sequence', 'line.sequence')
      .select([
        'line.sequence',
        'line.at',
        'line.detail_hash as detailHash',
        'line.previous_hash as previousHash',
        'line.hash',
      ])
      .select([
        'detail.operation_id as operationId',
        'detail.subject',
        'detail.items',
        'detail.reader',
        'detail.at as readAt',
        'detail.salt',
      ])
      .where('line.sequence', '>', after)
      .orderBy('line.sequence')
      .limit(LINES_AT_ONCE)
      .execute(),
  );
  return rows.map(({ operationId, subject, items, reader, readAt, salt, ...line }) => ({
    ...line,
    detail:
      operationId === null || subject === null || items === null || readAt === null || salt === null
        ? null
        : { operationId, subject, items, reader: reader as ReadingPayload, at: readAt, salt },
  }));
};
