import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findContributionPeriods } from '../../../../subgraphs/archive/repository.ts';
import { eachEngine } from '../../../support/stores.ts';
import { openArchive, type OpenArchive } from '../demo.ts';

interface Paid {
  month: number;
  employer: string;
  uscc: string | null;
}

/** First day of a month by its number since the year 0. */
const dayOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Month by month, as one would tell it with a pencil. */
const merged = (paid: readonly Paid[], today: string) => {
  const known = paid.filter(({ month }) => dayOf(month) <= today).sort((one, other) => one.month - other.month);
  const periods: { employer: string; uscc: string | null; who: string; first: number; last: number }[] = [];
  for (const { month, employer, uscc } of known) {
    const who = uscc ?? employer;
    const open = periods.at(-1);
    if (open?.who === who && open.last === month - 1) Object.assign(open, { last: month, employer });
    else periods.push({ employer, uscc, who, first: month, last: month });
  }
  return periods
    .map(({ employer, uscc, first, last }, at) => ({
      employer,
      uscc,
      since: dayOf(first),
      until: at === periods.length - 1 && dayOf(last + 2) > today ? null : dayOf(last + 1),
      months: last - first + 1,
    }))
    .reverse();
};

const START = monthOf('1986-11-01');
const EMPLOYERS = [
  { employer: '上海示例一厂', uscc: null },
  { employer: '上海示例二厂', uscc: null },
  { employer: '上海明梅餐饮管理有限公司', uscc: '91310104MA1FPAA18P' },
  // The same employer under the name that it had before.
  { employer: '上海明梅饭店', uscc: '91310104MA1FPAA18P' },
] as const;

eachEngine((database) => {
  describe('periods of contributions', () => {
    let registry: OpenArchive;
    beforeAll(async () => {
      registry = await openArchive(database().store('archive'));
    }, 60_000);
    afterAll(() => registry.close());

    const keep = (lives: readonly (readonly Paid[])[]) =>
      registry.store.transaction({ holder: 'test' }, async (executor) => {
        await executor.deleteFrom('contribution').execute();
        const rows = lives.flatMap((paid, life) =>
          paid.map(({ month, ...employer }) => ({
            ...employer,
            citizen_id: `c1_${String(life)}`,
            month: dayOf(month),
            base: '1',
            personal: '1',
            company: '1',
            kinds: ['PENSION' as const],
            paid_on: null,
            source_sequence: 1,
          })),
        );
        for (let at = 0; at < rows.length; at += 500)
          await executor
            .insertInto('contribution')
            .values(rows.slice(at, at + 500))
            .execute();
      });
    const find = async (lives: number, today: string) => {
      const ids = Array.from({ length: lives }, (_, life) => `c1_${String(life)}`);
      const rows = await registry.store.read({ holder: 'test' }, (executor) =>
        findContributionPeriods(executor, ids, today),
      );
      return ids.map((id) => rows.flatMap(({ subject, ...period }) => (subject === id ? [period] : [])));
    };

    it('are what going through the months one by one makes, for many lives at once', async () => {
      const life = fc
        .uniqueArray(fc.record({ month: fc.integer({ min: START, max: START + 59 }), of: fc.nat(3) }), {
          selector: ({ month }) => month,
          maxLength: 60,
        })
        .map((months) => months.map(({ month, of }): Paid => ({ month, ...(EMPLOYERS[of] ?? EMPLOYERS[0]) })));
      await fc.assert(
        fc.asyncProperty(
          fc.array(life, { minLength: 1, maxLength: 8 }),
          fc.integer({ min: START, max: START + 62 }),
          fc.integer({ min: 1, max: 28 }),
          async (lives, month, day) => {
            const today = `${dayOf(month).slice(0, 8)}${String(day).padStart(2, '0')}`;
            await keep(lives);
            expect(await find(lives.length, today)).toEqual(lives.map((paid) => merged(paid, today)));
          },
        ),
        { numRuns: 60 },
      );
    }, 120_000);

    it('are a handful for forty years of four employers', async () => {
      const paid = Array.from({ length: 480 }, (_, at): Paid => ({
        month: START + at,
        employer: `上海示例${String(Math.floor(at / 120))}厂`,
        uscc: null,
      }));
      await keep([paid]);
      const [periods] = await find(1, '2026-11-22');
      expect(periods).toHaveLength(4);
      expect(periods?.[0]).toEqual({
        employer: '上海示例3厂',
        uscc: null,
        since: '2016-11-01',
        until: null,
        months: 120,
      });
      expect((await find(1, '2026-12-01'))[0]?.[0]?.until).toBe('2026-11-01');
    });
  });
});
