import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const rule = z.strictObject({
  service: z.string(),
  /** The service instead, when a licence is not the first of its kind. */
  renewal: z.string().optional(),
  probability: z.number().min(0).max(1),
  /** Days after the event between which the application is made. */
  from: z.number().int(),
  until: z.number().int(),
  /** The office of the district at whose counter it is made. */
  office: z.string(),
});
export type AffairRule = z.infer<typeof rule>;

const rules = z.record(z.string(), z.array(rule));

/** What is applied for after which event, by the kind of applicant. */
export const affairRules = z
  .strictObject({ citizen: rules, enterprise: rules })
  .parse(parse(readFileSync(new URL('../data/affairs.yaml', import.meta.url), 'utf8')));

export type ApplicantKind = keyof typeof affairRules;
