import path from 'node:path';
import { z } from 'zod';
import { readEntry } from '../read-entry.ts';

const fillersFile = z.strictObject({
  zh: z.array(z.string().regex(/^\p{Script=Han}+$/u)),
  en: z.array(z.string()).transform((words): ReadonlySet<string> => new Set(words)),
  spellings: z.record(z.string(), z.string()),
});

/** What is taken out of a query before it is looked up, and spellings that count as one. */
export const fillers = readEntry(path.join(import.meta.dirname, 'fillers.yaml'), fillersFile);
