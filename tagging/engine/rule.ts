import { z } from 'zod';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const code = z
  .string()
  .regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'expected lower-case words joined by _, e.g. new_citizen');

/** What one YAML file says of one tag. */
export const ruleShape = z.strictObject({
  tag: code.describe('Code of the tag, as its file is named'),
  name: text,
  definition: text.describe('Who holds it, in a sentence'),
  subject: z.enum(['CITIZEN', 'ENTERPRISE']),
  kind: z.enum(['LIFE_EVENT', 'CROWD', 'GUARDIAN', 'INDUSTRY', 'STAGE', 'REGULATORY']),
  version: z.int().min(1).describe('Grows with each change of what it says'),
  basis: z.string().nullable().describe('Law and article; null: none gives it'),
  use: text.describe('What the tag is used for'),
  sensitive: z.enum(['HEALTH', 'MINOR', 'FINANCE', 'CREDIT', 'BIOMETRIC', 'BELIEF']).optional(),
  purposes: z
    .array(z.string())
    .default([])
    .describe('If it is sensitive: purposes for which staff who may read tags are shown it'),
  parents: z.array(code).default([]).describe('Tags that whoever holds this one holds as well'),
  outlives: z.boolean().default(false).describe('Whether it holds past the death or the closing of its subject'),
  holds: z.unknown().optional().describe('Left out: whoever holds a tag below it'),
});

/** A rule as it was read and checked. */
export type Rule = z.infer<typeof ruleShape>;
export type SubjectKind = Rule['subject'];
