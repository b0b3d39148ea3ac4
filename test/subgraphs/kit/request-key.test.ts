import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import {
  createRequestKeyTable,
  eraseRequests,
  runOnce,
  type KeyedRequest,
} from '../../../subgraphs/kit/request-key.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { eachEngine } from '../../support/stores.ts';

const holder = 'test';
const lin: KeyedRequest = { caller: 'citizen:c1_lin', requestKey: 'k', input: { phone: '138', email: null } };

eachEngine((database) => {
  describe('a request key', () => {
    let store: Store<unknown>;
    let works = 0;
    const once = (request: KeyedRequest, affects: readonly string[] = []) =>
      store.transaction({ holder }, (executor) =>
        runOnce(executor, 'personal', request, () => {
          works += 1;
          return Promise.resolve({ outcome: { works }, affects });
        }),
      );
    beforeAll(async () => {
      store = database().store('personal');
      await store.transaction({ holder }, async (executor) => {
        await sql`create schema if not exists personal`.execute(executor);
        await createRequestKeyTable(executor, 'personal');
      });
    });
    afterAll(() => store.transaction({ holder }, (executor) => sql`drop table personal.request_key`.execute(executor)));

    it('lets its work be done once; a repeat answers the same, in whatever order its input is written', async () => {
      const first = await once(lin);
      expect(await once(lin)).toEqual(first);
      expect(await once({ ...lin, input: { email: null, phone: '138' } })).toEqual(first);
      expect(works).toBe(first.works);
    });

    it('is the caller’s own', async () => {
      const { works: before } = await once(lin);
      expect((await once({ ...lin, caller: 'citizen:c1_zhou' })).works).toBeGreaterThan(before);
    });

    it('is refused for another input', async () => {
      await expect(once({ ...lin, input: { phone: '139', email: null } })).rejects.toMatchObject({
        extensions: { code: 'CONFLICT', reason: 'REUSED' },
      });
    });

    it.each(['', 'k'.repeat(129)])('has 1 to 128 characters', async (requestKey) => {
      await expect(once({ ...lin, requestKey })).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    });

    it('is done by one of many who come at once', async () => {
      const before = works;
      const answers = await Promise.all(Array.from({ length: 8 }, () => once({ ...lin, requestKey: 'at once' })));
      expect(works).toBe(before + 1);
      expect(new Set(answers.map((answer) => answer.works)).size).toBe(1);
    });

    describe('after an erasure', () => {
      it('is forgotten with what it answered to the subject, and of the subject to others', async () => {
        await once({ ...lin, caller: 'citizen:c1_guardian', requestKey: 'for the ward' }, ['c1_lin']);
        await once({ ...lin, caller: 'citizen:c1_stranger', requestKey: 'kept' }, ['c1_zhou']);
        await store.transaction({ holder }, (executor) => eraseRequests(executor, 'personal', ['c1_lin']));
        const { rows } = await store.read({ holder }, (executor) =>
          sql<{ caller: string }>`select distinct caller from personal.request_key order by caller`.execute(executor),
        );
        expect(rows.map(({ caller }) => caller)).toEqual(['citizen:c1_stranger', 'citizen:c1_zhou']);
      });
    });
  });
});
