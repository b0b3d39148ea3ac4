/** What a fact may be, so that a rule's names and types are checked before it is run. */
export type FactType = ScalarFact | RecordFact | ListFact;

/** Dates and instants are civil days, as numbers (see `civil/day.ts`). */
export interface ScalarFact {
  readonly kind: 'string' | 'number' | 'boolean' | 'day';
  readonly item: string | null;
  /** Of an enum: every value it may have. */
  readonly values?: readonly string[];
}

export interface RecordFact {
  readonly kind: 'record';
  readonly item: string | null;
  readonly fields: Readonly<Record<string, FactType>>;
}

export interface ListFact {
  readonly kind: 'list';
  /** Schema coordinate of the item that the list is, or belongs to. */
  readonly item: string | null;
  readonly of: FactType;
}

/** Facts of one subject: what is not known is left out. */
export type Facts = Readonly<Record<string, unknown>>;

/** The type at a path such as `household.province`; null where there is none. Lists are not passed through. */
export const findFactType = (type: RecordFact, path: readonly string[]): FactType | null => {
  let at: FactType = type;
  for (const name of path) {
    const next: FactType | undefined = at.kind === 'record' ? at.fields[name] : undefined;
    if (next === undefined) return null;
    at = next;
  }
  return at;
};

/** Every path that leads to a fact of a record, the record's own names first. */
export const factPathsOf = (type: RecordFact, before = ''): string[] => [
  ...Object.keys(type.fields).map((name) => `${before}${name}`),
  ...Object.entries(type.fields).flatMap(([name, field]) =>
    field.kind === 'record' ? factPathsOf(field, `${before}${name}.`) : [],
  ),
];

/** Reads the fact at a path; undefined where something on the way is not known. */
export const readFact = (facts: Facts, path: readonly string[]): unknown => {
  let at: unknown = facts;
  for (const name of path) {
    if (at === undefined || at === null) return undefined;
    at = (at as Facts)[name];
  }
  return at ?? undefined;
};
