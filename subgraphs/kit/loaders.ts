import DataLoader from 'dataloader';

/** Loads the row of a key, null where there is none. */
export type ByKey<Row> = DataLoader<string, Row | null>;
/** Loads the rows of an owner. */
export type ByOwner<Row> = DataLoader<string, readonly Row[]>;
/** So many of each owner's rows. */
export type ByFirst<Row> = ByArguments<[first: number], ByOwner<Row>>;

/** A per-request loader over a set-based query: rows are matched to keys by `keyOf`, a missing one is null. */
export const loadByKey = <Row>(
  findMany: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): ByKey<Row> =>
  new DataLoader(async (keys) => {
    const rows = new Map((await findMany(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });

/** As loadByKey, for owners of many rows: each key gets its rows in the query's order. */
export const loadByOwner = <Row>(
  findMany: (owners: readonly string[]) => Promise<readonly Row[]>,
  ownerOf: (row: Row) => string,
): ByOwner<Row> =>
  new DataLoader(async (owners) => {
    const rows = new Map<string, Row[]>();
    for (const row of await findMany(owners)) {
      const owned = rows.get(ownerOf(row));
      if (owned === undefined) rows.set(ownerOf(row), [row]);
      else owned.push(row);
    }
    return owners.map((owner) => rows.get(owner) ?? []);
  });

/** One loader per arguments of a list, so that owners that are asked for the same page share a query. */
export type ByArguments<Args extends readonly unknown[], Loader> = (...args: Args) => Loader;

/** Keeps what `create` makes by the values of its arguments. */
export const byArguments = <Args extends readonly unknown[], Loader>(
  create: (...args: Args) => Loader,
): ByArguments<Args, Loader> => {
  const loaders = new Map<string, Loader>();
  return (...args) => {
    const key = JSON.stringify(args);
    const loader = loaders.get(key) ?? create(...args);
    loaders.set(key, loader);
    return loader;
  };
};
