import { visit, type DocumentNode } from 'graphql';
import { badInput } from './errors.ts';

/** PostgreSQL stores no NUL, and a lone surrogate is no Unicode. */
const UNFIT = /[\0\p{Surrogate}]/u;

export const isStorable = (text: string): boolean => !UNFIT.test(text);

/**
 * Throws BAD_USER_INPUT on `field` for a text that no registry can hold, the value itself or anything within it. It walks
 * without recursion, as the depth is the client's.
 */
export const checkTexts = (field: string, value: unknown): void => {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const each = open.pop();
    if (typeof each === 'string') {
      if (!isStorable(each)) throw badInput(field, 'CHARACTERS', `${field} holds a NUL character or a lone surrogate.`);
    } else if (Array.isArray(each)) {
      for (const item of each as readonly unknown[]) open.push(item);
    } else if (typeof each === 'object' && each !== null) {
      for (const [key, inner] of Object.entries(each)) open.push(key, inner);
    }
  }
};

/** The same for each variable of a request. */
export const checkVariables = (variables: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(variables)) {
    checkTexts('variables', name);
    checkTexts(name, value);
  }
};

/** The same for each literal of a document. */
export const checkLiterals = (document: DocumentNode): void => {
  visit(document, { StringValue: ({ value }) => checkTexts('query', value) });
};
