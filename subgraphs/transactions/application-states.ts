import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ApplicationState } from './schema.generated.ts';

export const APPLICATION_STATES = [
  'DRAFT',
  'SUBMITTED',
  'PRE_REVIEWED',
  'SUPPLEMENT',
  'ACCEPTED',
  'IN_PROGRESS',
  'APPROVED',
  'REFUSED',
  'ISSUED',
  'DELIVERED',
  'WITHDRAWN',
  'EXPIRED',
] as const satisfies readonly ApplicationState[];

/** Acts of applicants, by the names of their mutations. */
export const ACTS = ['saveApplication', 'submitApplication', 'withdrawApplication', 'book', 'rate'] as const;
export type Act = (typeof ACTS)[number];

const state = z.enum(APPLICATION_STATES);
const transition = z.discriminatedUnion('by', [
  z.strictObject({ from: state, to: state, by: z.literal('APPLICANT'), act: z.enum(ACTS) }),
  z.strictObject({ from: state, to: state, by: z.literal('DEPARTMENT') }),
]);
const table = z.strictObject({
  transitions: z.array(transition),
  within: z.partialRecord(z.enum(ACTS), z.array(state).min(1)),
});

/** The state machine of applications, as `application-states.yaml` writes it. */
const states = table.parse(parse(readFileSync(new URL('application-states.yaml', import.meta.url), 'utf8')));

export const TRANSITIONS = states.transitions;

/** The states from which an applicant's act works. */
export const statesFor = (act: Act): readonly ApplicationState[] => [
  ...(states.within[act] ?? []),
  ...TRANSITIONS.flatMap((each) => (each.by === 'APPLICANT' && each.act === act ? [each.from] : [])),
];

/** What an applicant can do with an application in this state. */
export const actsIn = (current: ApplicationState): readonly Act[] =>
  ACTS.filter((act) => statesFor(act).includes(current));

/** Whether an application can get from one state to another, by any number of transitions but none. */
export const isReachable = (from: ApplicationState, to: ApplicationState): boolean => {
  const seen = new Set<ApplicationState>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of TRANSITIONS) {
      if (next.from !== at || seen.has(next.to)) continue;
      seen.add(next.to);
      open.push(next.to);
    }
  }
  return seen.has(to);
};
