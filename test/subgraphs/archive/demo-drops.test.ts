import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IngestReport } from '../../../subgraphs/kit/ingest/report.ts';
import { filledPaths, selectedPaths } from '../../support/filled-paths.ts';
import { eachEngine } from '../../support/stores.ts';
import { asCitizen } from '../../support/viewers.ts';
import { citizenOf, everybody, openArchive, type OpenArchive } from './demo.ts';

const MONEY = '{ amount currency }';
const PAGE = 'pageInfo { hasNextPage startCursor endCursor }';
const ENTRIES = `entries { edges { cursor node { id date kind amount ${MONEY} counterparty note } } ${PAGE} }`;
const ARCHIVE = `{
  id archive {
    medicalInsurance { number balance ${MONEY} asOf scheme insuredSince insuredUntil ${ENTRIES} }
    pension { number balance ${MONEY} asOf monthsPaid expectedFrom monthlyBenefit ${MONEY} ${ENTRIES} }
    housingFund { number balance ${MONEY} asOf monthlyDeposit ${MONEY}
      loan { principal ${MONEY} outstanding ${MONEY} since until monthlyPayment ${MONEY} } ${ENTRIES} }
    utilities { utility number address { text district { code name nameEn } } due ${MONEY}
      bills { edges { cursor node { id period usage unit amount ${MONEY} dueDate paidAt overdue } } ${PAGE} } }
    incomeTax { years { year income ${MONEY} deductions ${MONEY} taxDue ${MONEY} taxPaid ${MONEY} settledAt refund ${MONEY} } }
    health { vaccinations { vaccine dose date place batch } checkUps { date place summary } bloodType allergies
      pregnancies { registeredAt expected endedAt } }
    credit { score grade asOf records { id kind positive date until source { code name nameEn } description } }
    traffic { points resetOn violations { edges { cursor node {
      id at place code description plate fine ${MONEY} points state dueDate overdue } } ${PAGE} } }
    socialInsurance { monthsPaid periods { employer uscc since until }
      contributions { edges { cursor node { month employer base ${MONEY} personal ${MONEY} company ${MONEY} kinds paidOn } } ${PAGE} } }
    borderCrossings { edges { cursor node { id at port direction document documentNumber } } ${PAGE} }
  }
}`;

eachEngine((database) => {
  describe('the demo drops', () => {
    let registry: OpenArchive;
    let reports: IngestReport[];
    beforeAll(async () => {
      registry = await openArchive(database().store('archive'));
      reports = await registry.loadDemo();
    }, 60_000);
    afterAll(() => registry.close());

    it('are taken in whole', () => {
      expect(reports.length).toBe(registry.ingest.declarations.length);
      expect(reports.filter(({ rows, accepted, refused }) => accepted !== rows || refused !== null)).toEqual([]);
    });

    it('change nothing and tell nobody the second time', async () => {
      const before = (await registry.changes()).length;
      const again = await registry.loadDemo();
      expect(again.filter(({ rows, unchanged }) => unchanged !== rows)).toEqual([]);
      expect((await registry.changes()).length).toBe(before);
    });

    it('tell whose file each row changes, by items of the catalogue', async () => {
      const changes = (await registry.changes()).filter(({ kind }) => kind === 'archive.changed');
      expect(changes.length).toBeGreaterThan(1_000);
      const citizens = new Set(everybody.map(citizenOf));
      expect(changes.filter(({ affects }) => affects.length !== 1 || !citizens.has(affects[0]))).toEqual([]);
      expect(changes.filter(({ items }) => items.length === 0)).toEqual([]);
    });

    it('fill every field of an archive for somebody', async () => {
      const filled = new Set<string>();
      for (const slug of everybody) {
        const { data, errors } = await registry.as(asCitizen(citizenOf(slug)), `{ me ${ARCHIVE} }`);
        expect(errors).toBeUndefined();
        for (const path of filledPaths(data?.['me'])) filled.add(path);
      }
      expect(selectedPaths(ARCHIVE).filter((path) => !filled.has(path))).toEqual([]);
    });
  });
});
