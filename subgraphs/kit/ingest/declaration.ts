import { z } from 'zod';

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a column or table name in snake_case');
/** `column` of the first table, or `table.column`. */
const target = z.string().regex(/^(?:[a-z][a-z0-9_]*\.)?[a-z][a-z0-9_]*$/, 'a column, or table.column, in snake_case');
const targets = z.union([target, z.array(target).min(1)]);
const constants = z.record(name, z.union([z.string(), z.number(), z.boolean(), z.null()]));

const common = {
  /** Other headers under which the column may come. */
  aliases: z.array(z.string().min(1)).default([]),
  required: z.boolean().default(false),
  /** Whether the column may be missing from the header. */
  optional: z.boolean().default(false),
  /** Words that stand for "nothing" in this column, beside the source's own. */
  missing: z.array(z.string()).default([]),
  /** Schema coordinates of the catalogue items that the column feeds. */
  item: z.union([z.string(), z.array(z.string())]).optional(),
  /** The value of an empty column. */
  default: z.string().optional(),
};
/** Where the value goes; a column without a field is checked and not kept. */
const kept = { ...common, field: targets.optional() };

const columnSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...kept,
    type: z.literal('text'),
    max: z.number().int().positive().default(4000),
    lines: z.boolean().default(false),
  }),
  z.strictObject({ ...kept, type: z.literal('date') }),
  z.strictObject({ ...kept, type: z.literal('dateTime') }),
  /** A mobile number of the mainland, kept in 11 digits, or a number of E.164. */
  z.strictObject({ ...kept, type: z.literal('phone') }),
  z.strictObject({ ...kept, type: z.literal('email') }),
  z.strictObject({ ...kept, type: z.literal('uscc') }),
  z.strictObject({ ...kept, type: z.literal('idNumber'), resolve: z.boolean().default(true) }),
  /** `kinds` narrows an owner to a citizen (by ID number) or an enterprise (by USCC); both are subjects. */
  z.strictObject({ ...kept, type: z.literal('subject') }),
  z.strictObject({
    ...common,
    type: z.literal('money'),
    amount: targets,
    currency: targets,
    asStated: targets.optional(),
    /** ISO 4217 code of amounts that name none. */
    unit: z.string().length(3).optional(),
  }),
  z.strictObject({
    ...kept,
    type: z.literal('integer'),
    min: z.number().default(Number.MIN_SAFE_INTEGER),
    max: z.number().default(Number.MAX_SAFE_INTEGER),
  }),
  z.strictObject({
    ...kept,
    type: z.literal('decimal'),
    min: z.number().default(-1e15),
    max: z.number().default(1e15),
    percent: z.boolean().default(false),
  }),
  z.strictObject({
    ...kept,
    type: z.literal('boolean'),
    yes: z.array(z.string()).default(['true', '1', '是', 'Y']),
    no: z.array(z.string()).default(['false', '0', '否', 'N']),
  }),
  z.strictObject({
    ...kept,
    type: z.literal('code'),
    code: z.string().optional(),
    values: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ ...kept, type: z.literal('district') }),
  z.strictObject({
    ...kept,
    type: z.literal('list'),
    separator: z.string().min(1).default('、'),
    max: z.number().int().positive().default(4000),
  }),
]);
export type ColumnDeclaration = z.infer<typeof columnSchema>;

const derivedSchema = z.strictObject({
  /** Headers whose texts the hook is given, in this order. */
  from: z.array(z.string()).min(1),
  hook: z.string(),
  field: targets,
  item: z.union([z.string(), z.array(z.string())]).optional(),
});

const tableSchema = z.strictObject({
  table: name,
  key: z.array(name).min(1),
  /** The column that holds which drop a row comes from, as an int8; see sequence.ts. */
  sequence: name.default('source_sequence'),
});

/** What a deletion does: values to set, or the word `delete`. `$date` is the date of the drop. */
const closing = z.union([z.literal('delete'), z.strictObject({ set: constants })]);

export const declarationSchema = z.strictObject({
  source: z.string().regex(/^[a-z]+\.[a-z][a-z0-9-]*$/, '<registry>.<drop>, e.g. personal.citizens'),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** Code of the responsible department. */
  department: z.string().min(1),
  format: z.enum(['csv', 'ndjson']),
  delimiter: z.string().length(1).default(','),
  /** How often a drop is due, as an ISO 8601 duration. */
  cycle: z
    .string()
    .regex(
      /^P(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?$/,
      'an ISO 8601 duration, e.g. P1D',
    ),
  /** Lookups by name for columns of type `code`: what the file says → what is kept. */
  codes: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Words that stand for "nothing" in every column. */
  missing: z.array(z.string()).default(['']),
  /** Column with `I`, `U` or `D` of a delta drop; without it nothing is deleted by a delta. */
  operation: z
    .strictObject({ column: z.string(), delete: z.array(z.string()).default(['D', 'DELETE', '删除']) })
    .optional(),
  tables: z.array(tableSchema).min(1),
  /**
   * Values that every row of this source sets on the first table beside its columns. Where several sources share a table,
   * they tell the rows of each: a full drop closes none of another's.
   */
  set: constants.default({}),
  /** Kind of the change that each new or changed row is. */
  change: z
    .string()
    .regex(/^[a-z]+\.[a-z-]+$/)
    .default('record.changed'),
  /** Columns of the first table that hold the subjects whose file a row touches; the first one is the partition's. */
  subjects: z.array(name).min(1),
  whenDeleted: closing.optional(),
  /** Largest share of the held records that one full drop may close by leaving them out. */
  closeAtMost: z.number().min(0).max(1).default(0.1),
  /** Days that quarantined raw text is kept. */
  quarantineDays: z.number().int().positive().default(90),
  prepare: z.string().optional(),
  beforeWrite: z.string().optional(),
  columns: z.record(z.string(), columnSchema),
  derived: z.array(derivedSchema).default([]),
});

/** One department drop, as its `sources/<drop>.yaml` declares it. */
export type SourceDeclaration = z.infer<typeof declarationSchema>;
