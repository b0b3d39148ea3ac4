import { z } from 'zod';

const path = z
  .string()
  .regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/, 'expected a path of facts such as licences or household.province');
const moment = z.string();
const duration = z.string().regex(/^P(\d+[YMWD])+$/, 'expected an ISO 8601 duration such as P60Y or P90D');
const label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
/** An expression within another: what it is shows when it is compiled. */
export const nested = z.unknown();

const records = {
  where: z.string().optional().describe('CEL over a record; left out: every record'),
  as: label.optional().describe('What a record is, to people'),
};

/** One interval per record, which is the evidence. */
const each = z.strictObject({
  each: path.describe('List of records'),
  ...records,
  from: moment.optional().describe('First day; left out: since ever'),
  until: moment.optional().describe('First day after; left out: for ever'),
  succeeded: z
    .strictObject({ by: path.describe('What a successor has in common with it'), on: path.describe('Day of a record') })
    .optional()
    .describe('A record counts until the day of the next one that has the same value'),
  holds: nested.optional().describe('What must hold of the record itself, within its interval'),
});
/** At least so many records within a duration of each other's end. */
const count = z.strictObject({
  count: path.describe('List of records'),
  ...records,
  on: moment.describe('Day of a record'),
  within: duration.optional().describe('How long a record counts; left out: for ever'),
  atLeast: z.int().min(1),
});
/** No record for longer than a duration, after there was one. */
const gap = z.strictObject({
  gap: path.describe('List of records'),
  ...records,
  from: moment,
  until: moment,
  longerThan: duration,
});
/** One interval between two days of the subject. */
const during = z.strictObject({
  during: z.strictObject({ from: moment.optional(), until: moment.optional() }),
  as: label.optional(),
});
/** From an age until another, 满周岁. */
const age = z.strictObject({
  age: z.strictObject({
    from: duration.optional(),
    until: duration.optional(),
    of: path.default('birthDate'),
    reached: z
      .enum(['BIRTHDAY', 'DAY_AFTER'])
      .default('BIRTHDAY')
      .describe('Most service rules reach an age on the birthday, criminal law on the day after'),
  }),
});
/** A guard without time. */
const condition = z.strictObject({ if: z.string(), as: label.optional() });
/** The intervals of another tag. */
const tag = z.strictObject({ tag: z.string() });
/** What holds of another record that the facts have, e.g. of a ward. */
const of = z.strictObject({ of: path, holds: nested });
/** A path of edges to a subject that holds a tag. */
const reach = z.strictObject({
  reach: z.strictObject({
    edges: z.array(z.enum(['HOLDS', 'REPRESENTS'])).min(1),
    hops: z.int().min(1).max(5),
    tag: z.string().describe('What the subject at the end holds'),
  }),
});

/** What the words of an enterprise's name and scope tell. */
const industry = z.strictObject({
  industry: z
    .strictObject({
      section: z
        .string()
        .regex(/^[A-T]$/, 'expected a section of GB/T 4754, A to T')
        .optional(),
      broad: z.enum(['科技', '金融', '制造', '医疗']).optional(),
    })
    .refine(
      ({ section, broad }) => (section === undefined) !== (broad === undefined),
      'expected a section or a broad industry',
    ),
});

/**
 * The shape of each kind of expression, by the word that it begins with: what a rule says is an expression whose value is a
 * set of intervals. Paths lead through facts (`household.province`), conditions are CEL, moments are days of a record or of
 * the subject (`validUntil - P90D ?? never`, see `moment.ts`).
 */
export const EXPRESSIONS = {
  all: z.strictObject({ all: z.array(nested).min(1) }),
  any: z.strictObject({ any: z.array(nested).min(1) }),
  not: z.strictObject({ not: nested }),
  each,
  count,
  gap,
  during,
  age,
  if: condition,
  tag,
  of,
  reach,
  industry,
} as const;

export type Word = keyof typeof EXPRESSIONS;
export type Shape<Of extends Word> = z.infer<(typeof EXPRESSIONS)[Of]>;
