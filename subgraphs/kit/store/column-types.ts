import { types, type CustomTypesConfig } from 'pg';

type Parser = (text: string) => unknown;
type GetTypeParser = (oid: number, format?: 'text' | 'binary') => Parser;
const getDefaultParser = types.getTypeParser as GetTypeParser;

/** `2026-11-22 06:55:43.5+00` as RFC 3339; every session runs in UTC. `infinity` stays as it is. */
const toInstant: Parser = (text) => (text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : text);
const toLocalTime: Parser = (text) => text.replace(' ', 'T');
const asIs: Parser = (text) => text;

/** PostgreSQL's type OIDs (pg_type.dat): the type and the array of it. */
const PARSERS: readonly (readonly [oid: number, arrayOid: number, parser: Parser])[] = [
  [20, 1016, Number], // int8
  [1082, 1182, asIs], // date
  [1114, 1115, toLocalTime], // timestamp
  [1184, 1185, toInstant], // timestamptz
  [1700, 1231, asIs], // numeric
];

const TEXT_ARRAY = 1009;
const mapNested = (value: unknown, parser: Parser): unknown =>
  Array.isArray(value)
    ? value.map((item) => mapNested(item, parser))
    : typeof value === 'string'
      ? parser(value)
      : null;

const byOid = new Map<number, Parser>(
  PARSERS.flatMap(([oid, arrayOid, parser]) => [
    [oid, parser] as const,
    [arrayOid, (text: string) => mapNested(getDefaultParser(TEXT_ARRAY)(text), parser)] as const,
  ]),
);

/** How columns become JS values, alike on both engines: civil dates and decimals are strings, instants RFC 3339 in UTC. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: ((oid, format) =>
    (format === 'binary' ? undefined : byOid.get(oid)) ??
    getDefaultParser(oid, format)) as GetTypeParser as CustomTypesConfig['getTypeParser'],
};
