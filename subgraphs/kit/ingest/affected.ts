import type { CheckedRow } from './check/check-row.ts';
import type { Layout } from './layout.ts';
import type { Held } from './merge.ts';

/** Subjects after and before the change, the partition's first. */
export const affectedBy = ({ values }: CheckedRow, held: Held | undefined, { subjectSlots }: Layout): string[] => {
  const subjects: string[] = [];
  const add = (subject: string | null | undefined): void => {
    if (subject !== null && subject !== undefined && !subjects.includes(subject)) subjects.push(subject);
  };
  for (const slot of subjectSlots) add(values[slot]);
  held?.subjects.forEach(add);
  return subjects;
};

/** Gives the items of a row; a drop has few different ones. */
export type ItemsOf = (row: CheckedRow, differences: readonly (string | undefined)[]) => readonly string[];

/** Where `differences` of a table are known, the items of the columns that differ, else of those that are filled. */
export const createItemsOf = ({ tables }: Layout): ItemsOf => {
  const known = new Map<string, readonly string[]>();
  const toItems = (pattern: string): readonly string[] => {
    const marks = pattern.split(' ');
    return [
      ...new Set(
        tables.flatMap(({ items }, at) => items.filter((_, column) => marks[at]?.charAt(column) === '1').flat()),
      ),
    ];
  };
  return ({ values }, differences) => {
    let pattern = '';
    for (const [at, { slots }] of tables.entries()) {
      if (at > 0) pattern += ' ';
      const given = differences[at];
      if (given !== undefined) pattern += given;
      else for (const slot of slots) pattern += (values[slot] ?? null) === null ? '0' : '1';
    }
    const items = known.get(pattern) ?? toItems(pattern);
    known.set(pattern, items);
    return items;
  };
};
