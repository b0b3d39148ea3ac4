/* eslint-disable no-control-regex -- control characters are what is looked for */
import { z } from 'zod';
import { REASONS, type Reason } from './reasons.ts';

/** A row in quarantine as its operator sees it. `raw` is as it came, and holds personal data. */
export interface QuarantinedRow extends QuarantinePlace {
  raw: string;
  reasons: readonly Reason[];
  /** File name of the drop. */
  drop: string;
  /** The civil day that the drop tells the state of. */
  date: string;
  /** When the row was last set aside. */
  seenAt: string;
}

/** Where a row stands in the list: drops by their batch, rows of a drop by line. */
export const quarantinePlace = z.object({ batch: z.number().int(), line: z.number().int(), id: z.number().int() });
export type QuarantinePlace = z.infer<typeof quarantinePlace>;

/** All rows of the list, page by page. */
export const readQuarantine = async function* (
  findPage: (after: QuarantinePlace | null) => Promise<readonly QuarantinedRow[]>,
): AsyncGenerator<QuarantinedRow> {
  for (let after: QuarantinePlace | null = null; ;) {
    const page: readonly QuarantinedRow[] = await findPage(after);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    const { batch, line, id } = last;
    after = { batch, line, id };
  }
};

/** Control characters, and those that turn the direction of a line: a drop must not steer the terminal that shows it. */
const STEERING = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

const shown = (raw: string): string =>
  raw.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const toSentence = ({ code, column }: Reason): string =>
  `${code}${column === null ? '' : ` at ${shown(column)}`}: ${REASONS[code]}`;

/** A row for people. */
export const toQuarantineText = ({ line, raw, reasons, drop, date, seenAt }: QuarantinedRow): string =>
  [`${shown(drop)} of ${date}, line ${line}, set aside ${seenAt}`, ...reasons.map(toSentence), shown(raw)].join('\n  ');

/** A row for programs, on one line, the text as it came. */
export const toQuarantineJson = ({ line, raw, reasons, drop, date, seenAt }: QuarantinedRow): string =>
  JSON.stringify({ line, reasons, raw, drop, date, seenAt });
