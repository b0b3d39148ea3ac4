import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  actsIn,
  ACTS,
  APPLICATION_STATES,
  isReachable,
  statesFor,
  TRANSITIONS,
  type Act,
} from '../../../subgraphs/transactions/application-states.ts';
import type { ApplicationState } from '../../../subgraphs/transactions/schema.generated.ts';
import { eachEngine } from '../../support/stores.ts';
import { asCitizen } from '../../support/viewers.ts';
import { citizenOf, openTransactions, refusalOf, type OpenTransactions } from './desk.ts';

/** The Chinese words of the drop for each state. */
const WORDS: Readonly<Record<ApplicationState, string>> = {
  DRAFT: '草稿',
  SUBMITTED: '已提交',
  PRE_REVIEWED: '已预审',
  SUPPLEMENT: '待补正',
  ACCEPTED: '已受理',
  IN_PROGRESS: '办理中',
  APPROVED: '准予',
  REFUSED: '不予许可',
  ISSUED: '已制证',
  DELIVERED: '已送达',
  WITHDRAWN: '已撤回',
  EXPIRED: '已失效',
};

describe('the table of states', () => {
  it('lets nothing follow what has ended', () => {
    const ends = APPLICATION_STATES.filter((state) => !TRANSITIONS.some(({ from }) => from === state));
    expect(ends).toEqual(['REFUSED', 'DELIVERED', 'WITHDRAWN', 'EXPIRED']);
  });

  it('leads to every state from a draft', () => {
    expect(APPLICATION_STATES.filter((state) => state !== 'DRAFT' && !isReachable('DRAFT', state))).toEqual([]);
  });

  it('never leads back to a draft, and knows the one loop: a supplement is handed in again', () => {
    expect(APPLICATION_STATES.filter((state) => isReachable(state, 'DRAFT'))).toEqual([]);
    expect(APPLICATION_STATES.filter((state) => isReachable(state, state))).toEqual([
      'SUBMITTED',
      'PRE_REVIEWED',
      'SUPPLEMENT',
    ]);
  });

  it('has no transition twice', () => {
    expect(new Set(TRANSITIONS.map(({ from, to }) => `${from} ${to}`)).size).toBe(TRANSITIONS.length);
  });
});

const lin = asCitizen(citizenOf('lin-xiaomei'));

eachEngine((database) => {
  let registry: OpenTransactions;
  let count = 0;
  beforeAll(async () => {
    registry = await openTransactions(database().store('transactions'));
  }, 120_000);
  afterAll(() => registry.close());

  const documents: Readonly<Record<Act, (id: string, key: string) => string>> = {
    saveApplication: (id, key) =>
      `saveApplication(input: { id: "${id}", service: "school-visit", form: [], requestKey: "${key}" }) { state }`,
    submitApplication: (id, key) => `submitApplication(id: "${id}", requestKey: "${key}") { state }`,
    withdrawApplication: (id, key) => `withdrawApplication(id: "${id}", requestKey: "${key}") { state }`,
    book: (id, key) => `book(input: { application: "${id}", slot: "none", requestKey: "${key}" }) { id }`,
    rate: (id, key) => `rate(application: "${id}", level: FAIR, requestKey: "${key}") { level }`,
  };

  /** Whether the state let the act pass; what then lacks (a slot, a channel) is another refusal. */
  const isAllowed = async (act: Act, state: ApplicationState) => {
    count += 1;
    const id = `s-${count}`;
    await registry.putApplication({ id, applicant: citizenOf('lin-xiaomei'), service: 'school-visit', state });
    const answer = await registry.as(lin, `mutation { ${documents[act](id, id)} }`);
    const refusal = refusalOf(answer);
    if (refusal?.['reason'] === 'STATE') expect(refusal['next']).toEqual(actsIn(state));
    return refusal?.['reason'] !== 'STATE';
  };

  it('does in each state what the table lets an applicant do, and nothing else', async () => {
    for (const act of ACTS) {
      const allowed: ApplicationState[] = [];
      for (const state of APPLICATION_STATES) if (await isAllowed(act, state)) allowed.push(state);
      expect([act, allowed]).toEqual([act, APPLICATION_STATES.filter((state) => statesFor(act).includes(state))]);
    }
  }, 120_000);

  it('follows whatever path of acts and drops only along the table', async () => {
    const step = fc.oneof(
      fc.record({ by: fc.constant('applicant' as const), act: fc.constantFrom(...ACTS) }),
      fc.record({ by: fc.constant('department' as const), to: fc.constantFrom(...APPLICATION_STATES) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        count += 1;
        const id = `p-${count}`;
        let expected: ApplicationState = 'DRAFT';
        let second = 0;
        await registry.putApplication({ id, applicant: citizenOf('lin-xiaomei') });
        for (const each of steps) {
          second += 1;
          const at = `2026-11-22T02:00:${String(second).padStart(2, '0')}Z`;
          registry.setClock(at);
          if (each.by === 'applicant') {
            await registry.as(lin, `mutation { ${documents[each.act](id, `${id}-${second}`)} }`);
            const made = TRANSITIONS.find(
              ({ from, ...by }) => from === expected && by.by === 'APPLICANT' && by.act === each.act,
            );
            // The form of a dog licence is not filled in: nothing is handed in.
            if (made !== undefined && each.act !== 'submitApplication') expected = made.to;
          } else {
            await registry.drop('transactions.applications', [
              {
                办件编号: id,
                事项编码: 'dog-licence',
                申请人证件号码: '310104198809210222',
                办件状态: WORDS[each.to],
                状态时间: at,
                开始时间: '2026-11-22T02:00:00Z',
              },
            ]);
            if (isReachable(expected, each.to)) expected = each.to;
          }
          const { data } = await registry.as(lin, `{ application(id: "${id}") { state } }`);
          expect(data).toEqual({ application: { state: expected } });
        }
      }),
      { numRuns: 12 },
    );
    registry.setClock('2026-11-22T02:00:00Z');
  }, 240_000);
});
