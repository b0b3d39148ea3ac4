/** A department's drop: its headers, and what stands under each of them for a record. */
export interface Drop<T> {
  /** `<registry>.<drop>`, as the registry declares it. */
  readonly source: string;
  readonly headers: readonly string[];
  readonly cells: readonly ((record: T) => string | number)[];
}

/** Header → cell: to follow a change of a source is to change one line. */
export const defineDrop = <T>(
  source: string,
  columns: Readonly<Record<string, (record: T) => string | number>>,
): Drop<T> => ({
  source,
  headers: Object.keys(columns),
  cells: Object.values(columns),
});

/** Writes a record as a row of its drop. */
export type Write = <T>(drop: Drop<T>, record: T) => void;

export const yesOrNo = (value: boolean): string => (value ? '是' : '否');
