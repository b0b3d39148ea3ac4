import type { DoorParts } from '../door.ts';
import type { RootField, RootTools } from '../root-field.ts';
import { render, selectAll } from '../selection.ts';
import { readTag } from './catalogues.ts';

/** What staff work on: objections that wait for their department in their district. */
export const dutyRoots = ({ contracts, reference, held, guarded }: RootTools): RootField[] => {
  const objection = selectAll(contracts.governance, 'Objection', 'plain', 0);
  return [
    guarded(
      'objectionsToDecide',
      'decisions',
      `objectionsToDecide(first: 100) { totalCount edges { node ${render(objection)} } }`,
      ({ toObject }, viewer) => {
        const own = reference.objections.filter(
          ({ department, subject }) =>
            department === viewer.department && reference.worksFor(viewer, 'Citizen', subject),
        );
        const toNode = ({ id, subject }: (typeof own)[number], index: number) =>
          toObject(
            objection,
            objectionsHeld(held, subject).find((row) => row['id'] === id) ?? {},
            { type: 'Citizen', id: subject },
            ['decisions', 'edges', index, 'node'],
            'Objection',
          );
        return { totalCount: own.length, edges: own.map((one, index) => ({ node: toNode(one, index) })) };
      },
    ),
  ];
};

/** Tags that were contested: for the department that is responsible for tags, in its district. */
export const contestRoots = ({ contracts, reference, guarded }: RootTools): RootField[] => {
  const contest = selectAll(contracts.tagging, 'Contest', 'plain', 0);
  return [
    guarded(
      'contestedTags',
      'contests',
      `contestedTags(first: 100) { totalCount edges { node ${render(contest)} } }`,
      ({ toObject }, viewer) => {
        const own = reference.contests.filter(({ subject }) => reference.worksFor(viewer, 'Citizen', subject));
        const toNode = ({ subject, tag, ...held }: (typeof own)[number], index: number) =>
          toObject(
            contest,
            {
              ...held,
              tag: { __typename: 'Tag', ...readTag(tag) },
              citizen: { __typename: 'Citizen', id: subject },
              enterprise: null,
              state: 'OPEN',
              decidedAt: null,
              reason: null,
            },
            { type: 'Citizen', id: subject },
            ['contests', 'edges', index, 'node'],
            'Contest',
          );
        return { totalCount: own.length, edges: own.map((one, index) => ({ node: toNode(one, index) })) };
      },
    ),
  ];
};

/** The objections to a file, as the registry holds them. */
const objectionsHeld = (held: DoorParts['held'], subject: string) => {
  const connection = held('governance', 'plain', 'Citizen', subject)?.['objections'];
  const { edges } = (connection ?? { edges: [] }) as { edges: { node: Readonly<Record<string, unknown>> }[] };
  return edges.map(({ node }) => node);
};
