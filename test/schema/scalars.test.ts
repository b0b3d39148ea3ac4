import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphql, Kind, type GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { DateScalar, DateTimeScalar, DecimalScalar, scalars } from '../../schema/scalars.ts';

const badInput = { extensions: { code: 'BAD_USER_INPUT' } };
const refused = (scalar: GraphQLScalarType, value: unknown): unknown => {
  try {
    return scalar.parseValue(value);
  } catch (error) {
    return error;
  }
};

describe('Date', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1953-06-14'])('takes %s as it is', (day) => {
    expect(DateScalar.parseValue(day)).toBe(day);
    expect(DateScalar.parseLiteral({ kind: Kind.STRING, value: day }, {})).toBe(day);
    expect(DateScalar.serialize(day)).toBe(day);
  });

  it.each([
    ...['2026-02-30', '2025-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0050-01-01'],
    ...['2026-1-1', '20260101', '2026-01-01T00:00:00Z', ' 2026-01-01', '', '２０２６-01-01'],
    ...[20260101, 0, true, null, undefined, new Date(0), ['2026-01-01'], {}],
  ])('refuses %p as bad input', (value) => {
    expect(refused(DateScalar, value)).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', reason: 'DATE' } });
  });

  it('refuses a literal that is no string', () => {
    expect(() => DateScalar.parseLiteral({ kind: Kind.INT, value: '20260101' }, {})).toThrow('a day YYYY-MM-DD');
  });

  it('gives no registry value to a client that is no civil day, and does not blame the client', () => {
    expect(() => DateScalar.serialize(new Date(0))).toThrow('A registry gave no Date, but a object.');
    expect(() => DateScalar.serialize('2026-02-30')).not.toThrow(expect.objectContaining(badInput));
  });
});

describe('DateTime', () => {
  it.each([
    ['2027-03-08T10:15:00+08:00', '2027-03-08T02:15:00.000Z'],
    ['2027-03-08T02:15:00Z', '2027-03-08T02:15:00.000Z'],
    ['2027-03-08t02:15:00.123456z', '2027-03-08T02:15:00.123Z'],
  ])('takes %s and means %s', (text, instant) => {
    expect(DateTimeScalar.parseValue(text)).toBe(instant);
    expect(DateTimeScalar.serialize(text)).toBe(instant);
  });

  it.each(['2027-03-08', '2027-03-08T10:15:00', '2027-02-29T10:15:00Z', '2027-03-08T25:00:00Z', 1_800_000_000, null])(
    'refuses %p as bad input',
    (value) => expect(refused(DateTimeScalar, value)).toMatchObject(badInput),
  );
});

describe('Decimal', () => {
  it.each(['0', '-1', '1200000.50', '0.000000000000000001', '99999999999999999999999999999999999999'])(
    'keeps %s exactly',
    (text) => {
      expect(DecimalScalar.parseValue(text)).toBe(text);
      expect(DecimalScalar.serialize(text)).toBe(text);
    },
  );

  it.each(['', '.5', '1.', '01', '1e3', 'NaN', '1,000', '+1', 1.5, null])('refuses %p as bad input', (value) =>
    expect(refused(DecimalScalar, value)).toMatchObject(badInput),
  );
});

describe('the scalars in a schema', () => {
  const schema = withScalars(buildSchema('scalar Date type Query { age(on: Date!): Date }'));
  const run = (source: string, variableValues: Record<string, unknown> = {}) =>
    graphql({ schema, source, variableValues, rootValue: { age: ({ on }: { on: string }) => on } });

  it('answer a wrong variable and a wrong literal with BAD_USER_INPUT', async () => {
    const byVariable = await run('query ($on: Date!) { age(on: $on) }', { on: '2026-02-30' });
    const byLiteral = await run('{ age(on: "2026-02-30") }');
    expect(byVariable.errors).toMatchObject([badInput]);
    expect(byLiteral.errors).toMatchObject([badInput]);
  });

  it('let a good day through', async () => {
    expect(await run('{ age(on: "2028-02-29") }')).toEqual({ data: { age: '2028-02-29' } });
  });
});

function withScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, scalar] of Object.entries(scalars)) Object.assign(schema.getType(name) ?? {}, pick(scalar));
  return schema;
}

function pick({ parseValue, parseLiteral, serialize }: GraphQLScalarType) {
  return { parseValue, parseLiteral, serialize };
}
