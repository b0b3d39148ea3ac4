import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { AppError } from './errors.ts';

const CIVIL_DAY = /^([1-9]\d{3})-(\d{2})-(\d{2})$/u;
/** RFC 3339 section 5.6: date, `T`, time to the second, at most nine digits of fraction, offset. */
const INSTANT =
  /^\d{4}-\d{2}-\d{2}[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/u;
const DECIMAL = /^-?(?:0|[1-9]\d{0,37})(?:\.\d{1,18})?$/u;

/** Civil day, `YYYY-MM-DD`, checked against the calendar; a string inside and outside. */
export const DateScalar = createTextScalar('Date', 'a day YYYY-MM-DD', (text) => (isCivilDay(text) ? text : null));

/** Instant, RFC 3339 with any offset in, UTC to the millisecond out. */
export const DateTimeScalar = createTextScalar('DateTime', 'an instant of RFC 3339', (text) =>
  INSTANT.test(text) && isCivilDay(text.slice(0, 10)) ? new Date(text).toISOString() : null,
);

/** Exact decimal; a string inside and outside, never a floating-point number. */
export const DecimalScalar = createTextScalar('Decimal', 'a decimal number as a string', (text) =>
  DECIMAL.test(text) ? text : null,
);

/** The resolvers of the contract's scalars, for every subgraph. */
export const scalars = { Date: DateScalar, DateTime: DateTimeScalar, Decimal: DecimalScalar };

function createTextScalar(name: string, what: string, normalise: (text: string) => string | null) {
  const accept = (value: unknown): string => {
    const accepted = typeof value === 'string' ? normalise(value) : null;
    if (accepted === null) {
      throw new AppError('BAD_USER_INPUT', `${name} must be ${what}.`, { reason: name.toUpperCase() });
    }
    return accepted;
  };
  return new GraphQLScalarType<string, string>({
    name,
    parseValue: accept,
    parseLiteral: (node: ValueNode) => accept(node.kind === Kind.STRING ? node.value : null),
    // Not the client's fault: a plain Error, which reaches it as INTERNAL.
    serialize: (value) => {
      const accepted = typeof value === 'string' ? normalise(value) : null;
      if (accepted === null) throw new Error(`A registry gave no ${name}, but a ${typeof value}.`);
      return accepted;
    },
  });
}

function isCivilDay(text: string): boolean {
  const [, year, month, day] = CIVIL_DAY.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastDay;
}
