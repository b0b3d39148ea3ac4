import type { SubgraphName } from '../../../schema/sdl.ts';
import type { Viewer } from '../../../schema/viewer.ts';
import { TODAY } from '../../support/viewers.ts';
import type { Door, DoorParts } from './door.ts';
import { createExpectation } from './expect.ts';
import { GHOST } from './ghost.ts';
import { rootRefusal } from './roots.ts';

/** An act in somebody else's name, or on what does not exist: nothing may come of it. */
interface Act {
  registry: SubgraphName;
  field: string;
  arguments: string;
  /** The level that the contract asks for. */
  assurance: number;
  /** Left out: everybody; for the others it is an act of their own. */
  isFor?: (viewer: Viewer) => boolean;
}

const MINGMEI = '91310104MA1FPAA18P';

/** Mutations that answer no object. */
const LEAVES: ReadonlySet<string> = new Set(['setPersonalisation']);

/** 林晓梅's, of the demo drops: sent back for a better photo, with an appointment ahead. */
const APPLICATION = 'BJ310104-2026-000212';
const APPOINTMENT = 'YY310104-2026-0102';
const SERVICE = 'dog-licence-new';

const mandateOf = (uscc: string, handler: string): string =>
  `input: { uscc: "${uscc}", handler: "${handler}", services: ["food-permit"], until: "2027-01-01", requestKey: "attack" }`;

const objectionTo = (subject: string): string =>
  `input: { item: "Citizen.sex", subject: "${subject}", claim: "不对", requestKey: "attack" }`;

const toActs = ({ reference, acts }: DoorParts): readonly Act[] => {
  const represents = (viewer: Viewer) => reference.relation(viewer, 'Enterprise', MINGMEI) === 'REPRESENTED';
  const handles = (viewer: Viewer) => reference.relation(viewer, 'Enterprise', MINGMEI) === 'HANDLED';
  const enterprises = (field: string, args: string, more: Partial<Act> = {}): Act => ({
    registry: 'enterprises',
    field,
    arguments: args,
    assurance: field === 'grantMandate' ? 2 : 0,
    ...more,
  });
  const governance = (field: string, args: string, more: Partial<Act> = {}): Act => ({
    registry: 'governance',
    field,
    arguments: args,
    assurance: field === 'raiseObjection' ? 2 : 0,
    ...more,
  });
  const transactions = (field: string, args: string, more: Partial<Act> = {}): Act => ({
    registry: 'transactions',
    field,
    arguments: args,
    assurance: ['submitApplication', 'withdrawApplication'].includes(field) ? 2 : 0,
    ...more,
  });
  const tagging = (field: string, args: string, more: Partial<Act> = {}): Act => ({
    registry: 'tagging',
    field,
    arguments: args,
    assurance: field === 'contestTag' ? 2 : 0,
    ...more,
  });
  const isNoApplicant = (viewer: Viewer) =>
    !['SELF', 'WARD'].includes(reference.relation(viewer, 'Application', APPLICATION) ?? '');
  /** Each act on what does not exist, and on somebody else's. */
  const onApplications = ([APPLICATION, GHOST.Application] as const).flatMap((id) => {
    const more = id === APPLICATION ? { isFor: isNoApplicant } : {};
    const appointment = id === APPLICATION ? APPOINTMENT : 'b1_nobodys';
    return [
      transactions(
        'saveApplication',
        `input: { id: "${id}", service: "${SERVICE}", form: [], requestKey: "attack" }`,
        more,
      ),
      transactions('submitApplication', `id: "${id}", requestKey: "attack"`, more),
      transactions('withdrawApplication', `id: "${id}", requestKey: "attack"`, more),
      transactions('book', `input: { application: "${id}", slot: "s1_none", requestKey: "attack" }`, more),
      transactions('moveAppointment', `id: "${appointment}", slot: "s1_none", requestKey: "attack"`, more),
      transactions('cancelAppointment', `id: "${appointment}", requestKey: "attack"`, more),
      transactions('rate', `application: "${id}", level: FAIR, requestKey: "attack"`, more),
    ];
  });
  const raisedIt = (viewer: Viewer) => viewer.subject === acts.objector;
  return [
    {
      registry: 'personal',
      field: 'setContact',
      // Changes nothing, whoever should get through.
      arguments: 'requestKey: "attack"',
      assurance: 2,
      isFor: ({ role, assurance }) => role !== 'citizen' || assurance < 2,
    },
    enterprises('grantMandate', mandateOf(GHOST.Enterprise, acts.objector)),
    enterprises('grantMandate', mandateOf(MINGMEI, acts.objector), { isFor: (viewer) => !represents(viewer) }),
    enterprises('grantMandate', mandateOf(MINGMEI, GHOST.Citizen)),
    enterprises('withdrawMandate', 'id: "m1_nobodys", requestKey: "attack"'),
    enterprises('withdrawMandate', `id: "${acts.mandate}", requestKey: "attack"`, {
      isFor: (viewer) => !represents(viewer) && !handles(viewer) && viewer.subject !== acts.handler,
    }),
    governance('raiseObjection', objectionTo(GHOST.Citizen)),
    governance('raiseObjection', objectionTo(acts.objector), {
      isFor: (viewer) => !['SELF', 'WARD'].includes(reference.relation(viewer, 'Citizen', acts.objector) ?? ''),
    }),
    governance('withdrawObjection', 'id: "nobodys", requestKey: "attack"'),
    governance('withdrawObjection', `id: "${acts.objection}", requestKey: "attack"`, {
      isFor: (viewer) => !raisedIt(viewer) || viewer.role !== 'citizen',
    }),
    governance('decideObjection', 'id: "nobodys", accept: true, reason: "是", requestKey: "attack"'),
    governance('decideObjection', `id: "${acts.objection}", accept: true, reason: "是", requestKey: "attack"`, {
      // Whoever raised it lives in Xuhui.
      isFor: ({ department, district }) =>
        department !== 'public-security' || !['310104', '310000'].includes(district ?? ''),
    }),
    ...[`${acts.objector}.elderly.1970-01-01`, `${GHOST.Citizen}.elderly.1970-01-01`, 'nonsense'].map((heldTag) =>
      tagging('contestTag', `heldTag: "${heldTag}", claim: "不对", requestKey: "attack"`, {
        isFor: (viewer) => !['SELF', 'WARD'].includes(reference.relation(viewer, 'Citizen', acts.objector) ?? ''),
      }),
    ),
    tagging('decideContest', 'heldTag: "nonsense", keepTag: true, reason: "是", requestKey: "attack"'),
    tagging(
      'decideContest',
      `heldTag: "${acts.objector}.moved.1970-01-01", keepTag: true, reason: "是", requestKey: "attack"`,
      // Whoever contested it lives in Xuhui.
      { isFor: ({ district }) => !['310104', '310000'].includes(district ?? '') },
    ),
    tagging('setPersonalisation', 'enabled: false, requestKey: "attack"', { isFor: ({ role }) => role !== 'citizen' }),
    ...onApplications,
  ];
};

export const createMutationDoors = (parts: DoorParts): readonly Door[] =>
  toActs(parts).map(({ registry, field, arguments: args, assurance, isFor = () => true }, index) => ({
    name: `${registry} ${field} ${index}`,
    registry,
    isFor: ({ tries, viewer }) => tries === 'every door' && viewer.today === TODAY && isFor(viewer),
    query: `mutation { ${field}(${args})${LEAVES.has(field) ? '' : ' { __typename }'} }`,
    variables: {},
    expected: (viewer) => {
      const { answer, refuse } = createExpectation(parts.reference, viewer);
      const tooLow = viewer.assurance < assurance ? { code: 'FORBIDDEN', requiredAssurance: assurance } : null;
      const anonymous = viewer.role === 'public' ? { code: 'UNAUTHENTICATED' } : null;
      const error = anonymous ??
        tooLow ??
        rootRefusal(`${registry}.${field}`, viewer, parts.reference) ?? { code: 'NOT_FOUND' };
      return { ...answer, data: { [field]: refuse([field], error) } };
    },
  }));
