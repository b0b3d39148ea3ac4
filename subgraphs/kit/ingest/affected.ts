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

/** Gives the items of a row that changed: where `differences` of a table are known, of the columns that differ, else of those that are filled. */
export const createItemsOf = ({
  tables,
}: Layout): ((row: CheckedRow, differences: readonly (string | undefined)[]) => readonly string[]) => {
  const known = new Map<string, readonly string[]>();
  return ({ values }, differences) => {
    const marks = tables.map(
      ({ slots }, at) => differences[at] ?? slots.map((slot) => ((values[slot] ?? null) === null ? '0' : '1')).join(''),
    );
    const pattern = marks.join(' ');
    const items = known.get(pattern) ?? [
      ...new Set(
        tables.flatMap(({ items: ofTable }, at) =>
          ofTable.filter((_, column) => marks[at]?.charAt(column) === '1').flat(),
        ),
      ),
    ];
    known.set(pattern, items);
    return items;
  };
};
