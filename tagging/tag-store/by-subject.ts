/** Rows by the subject that they belong to, in their order. */
export const bySubject = <Row>(
  rows: readonly Row[],
  subjectOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const subject = subjectOf(row);
    const group = groups.get(subject);
    if (group === undefined) groups.set(subject, [row]);
    else group.push(row);
  }
  return groups;
};
