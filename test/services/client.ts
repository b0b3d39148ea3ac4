import { readFileSync } from 'node:fs';
import type { GraphQLFormattedError } from 'graphql';

export interface Answer {
  status: number;
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

/** A person of `/dev/people`. */
export interface Signed {
  id: string;
  name: string;
  story: string;
  role: string;
  token: string;
}

/** One of the portal's queries by its name. */
export const portalQuery = (name: string): string =>
  readFileSync(new URL(`../../gateway/portal/queries/${name}.graphql`, import.meta.url), 'utf8');

/** Posts to `/graphql` of the server at `url`. */
export const ask = async (
  url: string,
  token: string | null,
  query: string,
  { variables = {}, headers = {} }: { variables?: object; headers?: Record<string, string> } = {},
): Promise<Answer> => {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
};

export const fetchPeople = async (url: string): Promise<Signed[]> =>
  (await (await fetch(new URL('/dev/people', url))).json()) as Signed[];

/** Codes and paths of an answer's errors, `UNAVAILABLE me.name`. */
export const faultsOf = ({ errors = [] }: Answer): string[] =>
  errors.map(({ path, extensions }) => `${String(extensions?.['code'])} ${(path ?? []).join('.')}`);

/** What the homepage asks of others' files and is not shown: handlers of an enterprise, a ward of earlier years. */
export const isRefusal = (fault: string): boolean => /^(FORBIDDEN|NOT_FOUND) me\.\w+\./.test(fault);

/** The value at a path such as `me.enterprises.edges`. */
export const valueAt = (answer: Answer, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null ? (Reflect.get(value, part) as unknown) : undefined,
      answer.data,
    );
