import type { TokenClaims } from './issuer.ts';

/** Something with a code and a name, such as a department or a district. */
export interface Named {
  code: string;
  name: string;
}

/** What a token may name; each is read when it is asked for. */
export interface KnownNames {
  departments(): Promise<readonly Named[]>;
  /** Districts that staff may work for; the city is one of them. */
  districts(): Promise<readonly Named[]>;
  sources(): Promise<readonly string[]>;
  /** An ID number in its eighteen characters; null for a text that fails the checks of GB 11643. */
  toIdNumber(text: string): Promise<string | null>;
}

/** What is asked for names something that does not exist; the message lists what there is. */
export class UnknownNameError extends Error {
  override readonly name = 'UnknownNameError';
}

const listed = (what: string, given: string, known: readonly string[]): UnknownNameError =>
  new UnknownNameError(`There is no ${what} ${given}. There are:\n${known.map((each) => `  ${each}`).join('\n')}`);

const getCode = (what: string, given: string, known: readonly Named[]): string => {
  if (known.some(({ code }) => code === given)) return given;
  throw listed(
    what,
    given,
    known.map(({ code, name }) => `${code}  ${name}`),
  );
};

/**
 * The claims that the words of a command ask for: a role and what belongs to it. Null when they do not make a role; rejects
 * with an UnknownNameError.
 */
export const toAskedClaims = async (words: readonly string[], known: KnownNames): Promise<TokenClaims | null> => {
  const [role, first, second, ...rest] = words;
  if ((role === 'analyst' || role === 'operator') && first === undefined) return { sub: role, role };
  if (first === undefined) return null;
  if (role === 'citizen' && second === undefined) {
    const idNumber = await known.toIdNumber(first);
    if (idNumber === null)
      throw new UnknownNameError(
        `${first} is no citizen identity number (GB 11643): its form, its birth date or its check digit is wrong.`,
      );
    return { sub: 'citizen', role, id_number: idNumber };
  }
  if (role === 'staff' && second !== undefined && rest.length === 0) {
    const department = getCode('department', first, await known.departments());
    const district = getCode('district', second, await known.districts());
    return { sub: `${department}-${district}`, role, department, district };
  }
  if (role === 'source') {
    const sources = words.slice(1);
    const names = await known.sources();
    const unknown = sources.find((source) => !names.includes(source));
    if (unknown !== undefined) throw listed('source', unknown, names);
    return { sub: `source-${sources.join('-')}`, role, sources };
  }
  return null;
};
