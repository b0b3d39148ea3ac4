/** So many texts are kept prepared on each connection; what comes after them is planned each time, as without a name. */
const LIMIT = 512;

/** What lists all columns of a table gives other columns after a migration, which a prepared statement must not. */
const ALL_COLUMNS = /\* from "[^"]+"\."/;

const READ = /^\s*(?:select|with)\s/;
const WRITE = /\b(?:insert into|update|delete from|merge into)\s/;

/** The name under which a text is prepared; undefined when it is to be planned each time. */
export type StatementNames = (sql: string) => string | undefined;

/**
 * Names reads, so that each connection parses and plans a text once: that takes PostgreSQL several times as long as
 * running it. Writes stay unnamed: those of an ingest stand on temporary tables that come and go.
 */
export const createStatementNames = (limit = LIMIT): StatementNames => {
  const names = new Map<string, string>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= limit || !READ.test(sql) || WRITE.test(sql) || ALL_COLUMNS.test(sql)) return undefined;
    const name = `read_${String(names.size + 1)}`;
    names.set(sql, name);
    return name;
  };
};
