import { z } from 'zod';

/** Lower-case words with hyphens: codes of services, offices, providers, form fields and materials. */
export const code = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'expected lower-case words with hyphens');

export const text = z.string().trim().min(1, 'expected some text');

/** Reports each value that stands twice in a list, at its place in the list. */
export const refuseTwice =
  <T>(list: string, valueOf: (entry: T) => string) =>
  (entries: readonly T[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    entries.forEach((entry, index) => {
      const value = valueOf(entry);
      if (seen.has(value)) context.addIssue({ code: 'custom', path: [index], message: `${list} has ${value} twice` });
      seen.add(value);
    });
  };

/** A list without repetition, empty when the file does not name it. */
export const distinctTexts = (list: string) =>
  z
    .array(text)
    .superRefine(refuseTwice(list, (entry) => entry))
    .default([]);
