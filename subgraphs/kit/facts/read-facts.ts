import type { FactConnection } from './fact-connections.ts';
import { TruncatedFactsError, type FactDocument } from './fact-document.ts';
import type { Facts } from './fact-type.ts';

/** Asks the supergraph as `system`. Rejects when it cannot be asked. */
export type AskFacts = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<FactAnswer>;

export interface FactAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly FactError[];
}

export interface FactError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

/** What became of the question for one subject's facts. */
export type FactsOf =
  | { readonly kind: 'KNOWN'; readonly facts: Facts }
  /** There is no such subject, or no longer. */
  | { readonly kind: 'GONE' }
  /** Something failed, was forbidden or was cut off: nothing is derived from less. An outage is no fault of the subject's. */
  | { readonly kind: 'REFUSED'; readonly reason: string; readonly isOutage: boolean };

type Answer = Readonly<Record<string, unknown>>;

/** Reads the facts of subjects, to the last page of each list; resolves by position. Rejects when nobody can be asked for. */
export const readFacts = async (
  document: FactDocument,
  ask: AskFacts,
  subjects: readonly string[],
): Promise<readonly FactsOf[]> => {
  const { data, errors = [] } = await ask(document.query, { subjects });
  const answers = data?.[document.root] as readonly (Answer | null)[] | null | undefined;
  const failed = new Map<number, FactError>();
  for (const error of errors) {
    const index = error.path?.[1];
    if (error.path?.[0] !== document.root || typeof index !== 'number') throw new Error(`Facts: ${describe(error)}`);
    // Whoever a list or a field led to is no more: they are left out, as is who was asked for.
    if (error.extensions?.code !== 'NOT_FOUND' && !failed.has(index)) failed.set(index, error);
  }
  if (answers?.length !== subjects.length)
    throw new Error(`Facts: ${String(answers?.length ?? 0)} of ${String(subjects.length)} subjects were answered.`);
  return Promise.all(
    subjects.map((subject, index) => settle(document, ask, subject, answers[index] ?? null, failed.get(index))),
  );
};

const settle = async (
  document: FactDocument,
  ask: AskFacts,
  subject: string,
  answer: Answer | null,
  error: FactError | undefined,
): Promise<FactsOf> => {
  if (error !== undefined) return { kind: 'REFUSED', reason: describe(error), isOutage: isOutage(error) };
  if (answer === null) return { kind: 'GONE' };
  try {
    return { kind: 'KNOWN', facts: document.toFacts(await toLastPage(document, ask, subject, answer)) };
  } catch (fault) {
    if (fault instanceof TruncatedFactsError) return { kind: 'REFUSED', reason: fault.message, isOutage: false };
    if (fault instanceof PageError) return { kind: 'REFUSED', reason: fault.message, isOutage: fault.isOutage };
    throw fault;
  }
};

const describe = ({ message, path, extensions }: FactError): string =>
  [extensions?.code, path?.join('.'), message].filter(Boolean).join(' ');

const OUTAGES = new Set<string | undefined>(['UNAVAILABLE', 'TIMEOUT']);
const isOutage = ({ extensions }: FactError): boolean => OUTAGES.has(extensions?.code);

/** A further page that was not answered whole. */
class PageError extends Error {
  readonly isOutage: boolean;

  constructor(message: string, wasOutage: boolean) {
    super(message);
    this.isOutage = wasOutage;
  }
}

interface Page {
  readonly edges: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const toLastPage = async (document: FactDocument, ask: AskFacts, subject: string, answer: Answer): Promise<Answer> => {
  let whole = answer;
  for (const connection of document.connections) {
    const first = findPage(whole, connection.path);
    if (first?.pageInfo.hasNextPage === true)
      whole = withEdges(whole, connection.path, await readRest(document, connection, ask, subject, first));
  }
  return whole;
};

const readRest = async (
  { root }: FactDocument,
  { path, query }: FactConnection,
  ask: AskFacts,
  subject: string,
  first: Page,
): Promise<readonly unknown[]> => {
  const edges = [...first.edges];
  for (let page = first; page.pageInfo.hasNextPage;) {
    const { data, errors } = await ask(query, { subjects: [subject], after: page.pageInfo.endCursor });
    const next = findPage((data?.[root] as readonly (Answer | null)[] | undefined)?.[0] ?? null, path);
    const [error] = errors ?? [];
    if (error !== undefined) throw new PageError(describe(error), isOutage(error));
    if (next === null) throw new PageError(`No further page of ${path.join('.')}.`, false);
    edges.push(...next.edges);
    page = next;
  }
  return edges;
};

const findPage = (answer: Answer | null, path: readonly string[]): Page | null =>
  path.reduce<unknown>((at, name) => (at as Answer | null | undefined)?.[name] ?? null, answer) as Page | null;

const withEdges = (answer: Answer, [name = '', ...path]: readonly string[], edges: readonly unknown[]): Answer => {
  const inner = answer[name] as Answer;
  return { ...answer, [name]: path.length === 0 ? { ...inner, edges } : withEdges(inner, path, edges) };
};
