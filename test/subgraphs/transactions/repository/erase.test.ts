import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sweepRetention } from '../../../../subgraphs/kit/retention.ts';
import { eraseApplicant, mergeApplicants } from '../../../../subgraphs/transactions/repository.ts';
import { retention } from '../../../../subgraphs/transactions/retention.ts';
import { eachEngine } from '../../../support/stores.ts';
import { TODAY } from '../../../support/viewers.ts';
import { citizenOf, MINGMEI, openTransactions, type OpenTransactions } from '../desk.ts';

const TABLES = [
  'application',
  'form_value',
  'material',
  'touchpoint',
  'appointment',
  'rating',
  'rectification',
] as const;

eachEngine((database) => {
  let registry: OpenTransactions;
  beforeAll(async () => {
    registry = await openTransactions(database().store('transactions'));
  }, 120_000);
  afterAll(() => registry.close());

  const act = <T>(work: Parameters<typeof registry.store.transaction<T>>[1]) =>
    registry.store.transaction({ holder: 'test' }, work);
  /** An application with a row in every table, whole with words. */
  const putWhole = async (id: string, applicant: string) => {
    await registry.putApplication({ id, applicant, state: 'DELIVERED' });
    await act(async (executor) => {
      const owner = { application_id: id, applicant };
      const at = '2026-11-22T02:00:00Z';
      await executor.updateTable('application').set({ result: '准予' }).where('id', '=', id).execute();
      await executor
        .insertInto('form_value')
        .values({ ...owner, field: 'owner', value: '某', prefilled_from: null })
        .execute();
      await executor
        .insertInto('material')
        .values({ ...owner, code: 'photo', state: 'SUPPLIED', licence: 'L1', note: '某' })
        .execute();
      await executor
        .insertInto('touchpoint')
        .values({ ...owner, id: `t-${id}`, at, step: 'FILL', channel: 'ONLINE', by: '申请人', note: '某' })
        .execute();
      await executor
        .insertInto('appointment')
        .values({
          ...owner,
          id: `b-${id}`,
          service: 'dog-licence',
          office: 'xuhui',
          starts_at: '2026-12-01T01:00:00Z',
          ends_at: '2026-12-01T01:30:00Z',
          state: 'BOOKED',
          number: null,
        })
        .execute();
      await executor
        .insertInto('rating')
        .values({
          ...owner,
          service: 'dog-licence',
          provider: null,
          level: 'DISSATISFIED',
          tags: ['慢'],
          comment: '某',
          rated_at: at,
        })
        .execute();
      await executor
        .insertInto('rectification')
        .values({ ...owner, state: 'RECTIFIED', note: '某', closed_on: TODAY })
        .execute();
    });
  };
  const rowsOf = async (table: (typeof TABLES)[number], applicant: string) =>
    registry.store.read({ holder: 'test' }, (executor) =>
      executor.selectFrom(table).where('applicant', '=', applicant).selectAll().execute(),
    );

  describe('whoever is erased', () => {
    it('leaves decisions and ratings that lead to nobody, without a word of theirs', async () => {
      await putWhole('e-1', 'c1_erased');
      await registry.putApplication({ id: 'e-draft', applicant: 'c1_erased' });
      await act((executor) => eraseApplicant(executor, 'c1_erased', TODAY));
      for (const table of TABLES) expect([table, await rowsOf(table, 'c1_erased')]).toEqual([table, []]);
      const left = await registry.store.read({ holder: 'test' }, async (executor) => ({
        applications: await executor
          .selectFrom('application')
          .where('id', 'in', ['e-1', 'e-draft'])
          .select(['id', 'applicant', 'state', 'result'])
          .execute(),
        touchpoints: await executor
          .selectFrom('touchpoint')
          .where('application_id', '=', 'e-1')
          .select(['note'])
          .execute(),
        appointments: await executor
          .selectFrom('appointment')
          .where('application_id', '=', 'e-1')
          .select(['state'])
          .execute(),
        ratings: await executor
          .selectFrom('rating')
          .where('application_id', '=', 'e-1')
          .select(['level', 'tags', 'comment'])
          .execute(),
        rectifications: await executor
          .selectFrom('rectification')
          .where('application_id', '=', 'e-1')
          .select(['note'])
          .execute(),
        kept: await executor.selectFrom('form_value').where('application_id', '=', 'e-1').selectAll().execute(),
      }));
      expect(left).toEqual({
        applications: [{ id: 'e-1', applicant: expect.stringMatching(/^erased:/), state: 'DELIVERED', result: null }],
        touchpoints: [{ note: null }],
        appointments: [{ state: 'CANCELLED' }],
        ratings: [{ level: 'DISSATISFIED', tags: [], comment: null }],
        rectifications: [{ note: null }],
        kept: [],
      });
    });

    it('stands in nobody else’s application any more', async () => {
      await registry.putApplication({ id: 'e-2', applicant: MINGMEI, service: 'food-permit' });
      await act(async (executor) => {
        await executor.updateTable('application').set({ handled_by: 'c1_handler' }).where('id', '=', 'e-2').execute();
      });
      const touched = await act((executor) => eraseApplicant(executor, 'c1_handler', TODAY));
      expect(touched).toEqual([{ subject: MINGMEI, items: ['Application.handledBy'] }]);
    });
  });

  it('moves everything to the survivor of a merge', async () => {
    await putWhole('m-1', 'c1_before');
    await registry.putApplication({ id: 'm-2', applicant: MINGMEI, service: 'food-permit' });
    await act(async (executor) => {
      await executor.updateTable('application').set({ handled_by: 'c1_before' }).where('id', '=', 'm-2').execute();
    });
    const touched = await act((executor) => mergeApplicants(executor, { from: 'c1_before', into: 'c1_after' }));
    expect(touched).toEqual([{ subject: MINGMEI, items: ['Application.handledBy'] }]);
    for (const table of TABLES) {
      expect([table, (await rowsOf(table, 'c1_before')).length, (await rowsOf(table, 'c1_after')).length]).toEqual([
        table,
        0,
        1,
      ]);
    }
  });

  it('lets go of drafts after a year and of what has ended after thirty, with all that belongs to it', async () => {
    const applicant = citizenOf('lin-xiaomei');
    await putWhole('k-ended', applicant);
    await registry.putApplication({ id: 'k-draft', applicant });
    await registry.putApplication({ id: 'k-open', applicant, state: 'IN_PROGRESS' });
    const left = async () =>
      registry.store.read({ holder: 'test' }, async (executor) =>
        (await executor.selectFrom('application').where('id', 'like', 'k-%').orderBy('id').select('id').execute()).map(
          ({ id }) => id,
        ),
      );
    await sweepRetention(registry.store, retention, new Date('2027-11-20T00:00:00Z'));
    expect(await left()).toEqual(['k-draft', 'k-ended', 'k-open']);
    await sweepRetention(registry.store, retention, new Date('2027-11-23T00:00:00Z'));
    expect(await left()).toEqual(['k-ended', 'k-open']);
    await sweepRetention(registry.store, retention, new Date('2056-11-23T00:00:00Z'));
    expect(await left()).toEqual(['k-open']);
    expect(await rowsOf('rating', applicant)).toEqual([]);
  });
});
