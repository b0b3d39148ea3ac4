import type { DoorParts } from '../door.ts';
import type { RootField, RootTools } from '../root-field.ts';
import { render, selectAll } from '../selection.ts';

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

/** The objections to a file, as the registry holds them. */
const objectionsHeld = (held: DoorParts['held'], subject: string) => {
  const connection = held('governance', 'plain', 'Citizen', subject)?.['objections'];
  const { edges } = (connection ?? { edges: [] }) as { edges: { node: Readonly<Record<string, unknown>> }[] };
  return edges.map(({ node }) => node);
};
