import { z } from 'zod';
import { checkUscc } from '../../../kit/ingest/check/uscc.ts';
import { code, refuseTwice, text } from './words.ts';

export const provider = z.strictObject({
  code,
  name: text,
  nameEn: text,
  /** GB 32100; null: it is not in the register. */
  uscc: z
    .string()
    .refine((value) => checkUscc(value).ok, 'expected a USCC that passes the check of GB 32100')
    .nullable(),
  summary: text,
  summaryEn: text,
  /** Codes of the professional services that it offers. */
  services: z
    .array(code)
    .min(1)
    .superRefine(refuseTwice('services', (each) => each)),
});

/** Who offers professional services. */
export type ProviderEntry = z.infer<typeof provider>;
