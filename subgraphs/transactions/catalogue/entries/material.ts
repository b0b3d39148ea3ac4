import { z } from 'zod';
import { LICENCE_KINDS } from './licence-kinds.ts';
import { code, refuseTwice, text } from './words.ts';

/** Something that an application has to bring. */
const material = z.strictObject({
  code,
  name: text,
  /** The kind of e-licence that proves it, so that nobody brings the paper. */
  licenceKind: z.enum(LICENCE_KINDS).optional(),
  required: z.boolean(),
  /** In which case it is asked for, in plain words; left out: always. */
  when: text.optional(),
});

export const materials = z.array(material).superRefine(refuseTwice('materials', (entry) => entry.code));
