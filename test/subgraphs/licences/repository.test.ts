import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sweepRetention } from '../../../subgraphs/kit/retention.ts';
import type { Executor } from '../../../subgraphs/kit/store/store.ts';
import type { LicencesDB } from '../../../subgraphs/licences/index.ts';
import {
  eraseHolder,
  findLicencesByIds,
  findStatusChanges,
  mergeHolders,
} from '../../../subgraphs/licences/repository.ts';
import { retention } from '../../../subgraphs/licences/retention.ts';
import { eachEngine } from '../../support/stores.ts';
import { openLicences, type OpenLicences } from './demo.ts';

const LIN = 'c1_lin-xiaomei';

eachEngine((database) => {
  let registry: OpenLicences;
  beforeAll(async () => {
    registry = await openLicences(database().store('licences'));
    await registry.loadDemo();
  }, 120_000);
  afterAll(() => registry.close());

  const read = <T>(work: (executor: Executor<LicencesDB>) => Promise<T>) =>
    database().store<LicencesDB>('licences').read({ holder: 'test' }, work);
  const write = <T>(work: (executor: Executor<LicencesDB>) => Promise<T>) =>
    database().store<LicencesDB>('licences').transaction({ holder: 'test' }, work);
  const heldBy = (holder: string) =>
    read(async (executor) => {
      const count = async (table: 'licence' | 'status_change' | 'endorsement') =>
        (await executor.selectFrom(table).where('holder', '=', holder).select('holder').execute()).length;
      return [await count('licence'), await count('status_change'), await count('endorsement')];
    });

  describe('the status of a licence', () => {
    const statusOn = async (id: string, day: string) => {
      const [licence] = await read((executor) => findLicencesByIds(executor, [id], day));
      return [licence?.status, licence?.statusSince];
    };

    it('is VALID since its term began until the first change, which holds from its day on', async () => {
      const [id = ''] = await registry.idsOf('c1_chen-gang', 'DRIVING_LICENCE');
      expect(await statusOn(id, '2026-10-09')).toEqual(['VALID', '2026-03-01']);
      expect(await statusOn(id, '2026-10-10')).toEqual(['SUSPENDED', '2026-10-10']);
    });

    it('is CANCELLED from the day on which it left its register, unless it had ended before', async () => {
      const [lost = ''] = await registry.idsOf('c1_wang-li', 'PASSPORT');
      const [revoked = ''] = await registry.idsOf('9131011313345628XR', 'BUSINESS_LICENCE');
      const withdraw = (id: string, day: string | null) =>
        write((executor) => executor.updateTable('licence').set({ withdrawn_on: day }).where('id', '=', id).execute());
      await withdraw(lost, '2026-01-05');
      await withdraw(revoked, '2026-01-05');
      expect(await statusOn(lost, '2026-01-04')).toEqual(['LOST', '2025-08-20']);
      expect(await statusOn(lost, '2026-01-05')).toEqual(['CANCELLED', '2026-01-05']);
      expect(await statusOn(revoked, '2026-01-05')).toEqual(['REVOKED', '2023-12-15']);
      await withdraw(lost, null);
      await withdraw(revoked, null);
    });

    it('keeps every change, the latest first', async () => {
      const [id = ''] = await registry.idsOf('9131011313345628XR', 'BUSINESS_LICENCE');
      expect(await read((executor) => findStatusChanges(executor, [id]))).toEqual([
        { licence: id, status: 'REVOKED', since: '2023-12-15', ground: '成立后无正当理由自行停业连续六个月以上' },
      ]);
    });
  });

  describe('who holds licences', () => {
    it('is the survivor of a merge, with all that either held', async () => {
      const [licences = 0, changes = 0, endorsements = 0] = await heldBy(LIN);
      expect(Math.min(licences, changes, endorsements)).toBeGreaterThan(0);
      expect(await write((executor) => mergeHolders(executor, { from: LIN, into: 'c1_survivor' }))).toEqual([]);
      expect(await heldBy(LIN)).toEqual([0, 0, 0]);
      expect(await heldBy('c1_survivor')).toEqual([licences, changes, endorsements]);
    });

    it('leaves nothing behind when erased, and nobody else’s', async () => {
      const others = await heldBy('c1_chen-gang');
      await write((executor) => eraseHolder(executor, 'c1_survivor'));
      expect(await heldBy('c1_survivor')).toEqual([0, 0, 0]);
      expect(await heldBy('c1_chen-gang')).toEqual(others);
    });
  });

  describe('what has ended', () => {
    const swept = (day: string) =>
      sweepRetention(database().store<LicencesDB>('licences'), retention, new Date(`${day}T00:00:00Z`));
    const isThere = async (holder: string, kind: string) => (await registry.idsOf(holder, kind)).length;

    it('goes thirty years after its term, endorsements after ten, and what has no end stays', async () => {
      await swept('2029-11-09');
      expect((await heldBy('c1_chen-gang'))[2]).toBe(1);
      await swept('2029-11-12');
      expect((await heldBy('c1_chen-gang'))[2]).toBe(0);
      await swept('2055-02-08');
      expect(await isThere('91310120MA1HPG696Q', 'FOOD_PERMIT')).toBe(1);
      await swept('2055-02-12');
      expect(await isThere('91310120MA1HPG696Q', 'FOOD_PERMIT')).toBe(0);
      expect(await isThere('c1_shen-jianguo', 'MARRIAGE_CERTIFICATE')).toBe(1);
    });

    it('takes the changes of status with it, and not before', async () => {
      // Of a marriage certificate, which stays for good; its cancellation of 2020 is older than thirty years.
      await swept('2060-01-01');
      const changes = await read((executor) =>
        executor.selectFrom('status_change').select('record').distinct().execute(),
      );
      const licences = await read((executor) => executor.selectFrom('licence').select('record').execute());
      const kept = new Set(licences.map(({ record }) => record));
      expect(changes.length).toBeGreaterThan(0);
      expect(changes.filter(({ record }) => !kept.has(record))).toEqual([]);
    });
  });
});
