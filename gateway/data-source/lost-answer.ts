import type { GraphQLFormattedError } from 'graphql';
import type { AppError } from '../../schema/errors.ts';
import type { Viewer } from '../../schema/viewer.ts';
import type { SubgraphResponse } from '../apollo-types.ts';
import type { SelectedField } from './selected-roots.ts';

type Path = readonly (string | number)[];

/** Codes by which a subgraph itself explains why an answer is missing; its words are better than ours. */
const EXPLAINING_CODES: ReadonlySet<unknown> = new Set([
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'CONFLICT',
  'RATE_LIMITED',
  'TOO_COMPLEX',
  'TIMEOUT',
]);

/** Codes by which a field is refused; without a path the subgraph refused the gateway, which is no fault of the viewer. */
const FIELD_CODES: ReadonlySet<unknown> = new Set(['UNAUTHENTICATED', 'NOT_FOUND']);

/** Such an error is the asker's, whose input its words may repeat. */
export const isExplaining = ({ path, extensions }: GraphQLFormattedError): boolean => {
  const code = extensions?.['code'];
  return EXPLAINING_CODES.has(code) || (path !== undefined && FIELD_CODES.has(code));
};

/** Whether an error at `path` (everything, without one) speaks of what is missing at `lost`. */
const covers = (path: Path | undefined, lost: Path): boolean =>
  path === undefined || lost.every((part, index) => index >= path.length || path[index] === part);

export const isOwnRoot = (field: SelectedField, viewer: Viewer): boolean =>
  field.name === 'me' && viewer.role === 'citizen' && viewer.subject !== null;

const keyOnly = (field: SelectedField, viewer: Viewer): { value: Record<string, unknown>; lost: Path[] } => {
  const value: Record<string, unknown> = {};
  const lost: Path[] = [];
  for (const { key, name } of field.below('Citizen')) {
    if (name === '__typename') value[key] = 'Citizen';
    else if (name === 'id') value[key] = viewer.subject;
    else {
      value[key] = null;
      lost.push([field.key, key]);
    }
  }
  return { value, lost };
};

const typenameOf = (representation: unknown): string =>
  typeof representation === 'object' && representation !== null && '__typename' in representation
    ? String(representation.__typename)
    : '';

const noEntities = (field: SelectedField, representations: readonly unknown[]): { value: null[]; lost: Path[] } => ({
  value: representations.map(() => null),
  lost: representations.flatMap((representation, index) =>
    field
      .below(typenameOf(representation))
      .filter(({ name }) => name !== '__typename')
      .map(({ key }) => [field.key, index, key]),
  ),
});

const nothing = (field: SelectedField): { value: null; lost: Path[] } => ({ value: null, lost: [[field.key]] });

export interface Loss {
  /** The roots to answer for; others of the operation stand as they are. */
  roots: readonly SelectedField[];
  viewer: Viewer;
  representations: readonly unknown[];
  /** What the subgraph said, if it said anything. */
  answer: SubgraphResponse;
  reason: AppError;
}

export interface AnswerInPlace {
  answer: SubgraphResponse;
  /** Something is missing for which the subgraph gave no reason. */
  isUnexplained: boolean;
}

/**
 * The answer in a subgraph's place: one's own key under `me`, null for the rest, and an error at the path of each
 * field that is missing for it: the subgraph's own where it explains itself, else `reason`.
 */
export const answerFor = ({ roots, viewer, representations, answer, reason }: Loss): AnswerInPlace => {
  const data: Record<string, unknown> = { ...answer.data };
  const lost: Path[] = [];
  for (const field of roots) {
    const place = isOwnRoot(field, viewer)
      ? keyOnly(field, viewer)
      : field.name === '_entities'
        ? noEntities(field, representations)
        : nothing(field);
    data[field.key] = place.value;
    lost.push(...place.lost);
  }
  const rootKeys = new Set<unknown>(roots.map(({ key }) => key));
  const said = answer.errors ?? [];
  const ofOtherRoots = said.filter(({ path }) => path !== undefined && !rootKeys.has(path[0]));
  const explaining = said.filter((error) => !ofOtherRoots.includes(error) && isExplaining(error));
  const unexplained = lost.filter((path) => !explaining.some((error) => covers(error.path, path)));
  const errors = [
    ...ofOtherRoots,
    ...explaining.map((error) =>
      error.path === undefined && lost[0] !== undefined ? { ...error, path: lost[0] } : error,
    ),
    ...unexplained.map((path) => ({ message: reason.message, path, extensions: { ...reason.extensions } })),
  ];
  return { answer: errors.length === 0 ? { data } : { data, errors }, isUnexplained: unexplained.length > 0 };
};
