import { z } from 'zod';
import { code, refuseTwice, text } from './words.ts';

const FIELD_TYPES = [
  'TEXT',
  'LONG_TEXT',
  'DATE',
  'NUMBER',
  'MONEY',
  'BOOLEAN',
  'CHOICE',
  'PHONE',
  'EMAIL',
  'ADDRESS',
  'ID_NUMBER',
  'USCC',
] as const;

const choice = z.strictObject({ code, label: text, labelEn: text });

const field = z
  .strictObject({
    code,
    label: text,
    labelEn: text,
    type: z.enum(FIELD_TYPES),
    required: z.boolean(),
    /** Schema coordinate of the file's datum that fills it in, e.g. `Citizen.name`. */
    item: z
      .string()
      .regex(/^[A-Z]\w*\.[a-z]\w*$/u, 'expected a schema coordinate such as Citizen.name')
      .optional(),
    /** What a CHOICE offers. */
    options: z
      .array(choice)
      .min(2)
      .superRefine(refuseTwice('options', (option) => option.code))
      .optional(),
  })
  .refine((entry) => (entry.type === 'CHOICE') === (entry.options !== undefined), {
    message: 'expected options beside the type CHOICE, and nowhere else',
  });

export const form = z.array(field).superRefine(refuseTwice('form', (entry) => entry.code));

/** A field of the form that somebody fills in. */
export type FormFieldEntry = z.infer<typeof field>;
