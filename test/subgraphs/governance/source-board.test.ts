import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSourceBoard } from '../../../subgraphs/governance/source-board.ts';
import type { ChangeEvent } from '../../../subgraphs/kit/feed/change.ts';
import { eachEngine } from '../../support/stores.ts';
import { asOperator, asStaff } from '../../support/viewers.ts';
import { anEvent } from '../kit/feed/harness.ts';
import { openDesk, type Desk } from './desk.ts';

const REGISTRATIONS = {
  source: 'enterprises.registrations',
  department: 'market-regulation',
  name: { zh: '企业登记', en: 'Registrations' },
  cycle: 'P1D',
};
const PREMISES = {
  source: 'personal.premises',
  department: 'housing',
  name: { zh: '房屋', en: 'Premises' },
  cycle: null,
};
const MARRIAGES = {
  source: 'personal.marriages',
  department: 'civil-affairs',
  name: { zh: '婚姻', en: 'Marriages' },
  cycle: 'P1D',
};

const declared = (id: number, payload: typeof REGISTRATIONS | typeof PREMISES): ChangeEvent =>
  anEvent(id, {
    registry: payload.source.split('.')[0] ?? '',
    kind: 'source.declared',
    lane: 'bulk',
    affects: [`source:${payload.source}`],
    items: [],
    payload,
  });
const arrived = (id: number, payload: typeof REGISTRATIONS, arrivedAt: string, rows: number): ChangeEvent =>
  anEvent(id, {
    ...declared(id, payload),
    kind: 'source.arrived',
    sequence: declared(id, payload).sequence,
    payload: {
      ...payload,
      batch: 7,
      date: arrivedAt.slice(0, 10),
      arrivedAt,
      counts: { rows, accepted: 8, changed: 1, unchanged: 0, quarantined: rows - 9 },
      quality: { completeness: { 企业名称: 1, 住所: 0.5 }, accuracy: 0.9, timelinessDays: 1.5 },
      openQuarantine: 3,
    },
  });

interface Row {
  code: string;
  late: boolean;
}

describe('the sources’ board', () => {
  eachEngine((database) => {
    let desk: Desk;
    let tell: (...events: ChangeEvent[]) => Promise<void>;
    beforeAll(async () => {
      desk = await openDesk(database());
      const board = createSourceBoard(desk.store);
      tell = (...events) => board(events);
    }, 60_000);
    afterAll(() => desk.close());

    const read = async (viewer = asOperator) => {
      const { data, errors } = await desk.as(
        viewer,
        `{ sources { code name nameEn department { code } registry cycle lastArrival lastSequence late rows accepted changed
           quarantined completeness { column filled } accuracy timelinessHours } }`,
      );
      expect(errors).toBeUndefined();
      return data?.['sources'] as Row[];
    };

    it('shows what is declared before anything has come: late when it has a rhythm', async () => {
      await tell(declared(1, REGISTRATIONS), declared(2, PREMISES), anEvent(3));
      expect(await read()).toEqual([
        {
          code: 'enterprises.registrations',
          name: '企业登记',
          nameEn: 'Registrations',
          department: { code: 'market-regulation' },
          registry: 'enterprises',
          cycle: 'P1D',
          lastArrival: null,
          lastSequence: null,
          late: true,
          rows: 0,
          accepted: 0,
          changed: 0,
          quarantined: 0,
          completeness: [],
          accuracy: null,
          timelinessHours: null,
        },
        expect.objectContaining({ code: 'personal.premises', cycle: null, late: false }),
      ]);
    });

    it('shows of an arrival how much came and how good it was', async () => {
      await tell(arrived(4, REGISTRATIONS, '2026-11-22T01:00:00.000Z', 10));
      expect((await read())[0]).toMatchObject({
        code: 'enterprises.registrations',
        lastArrival: '2026-11-22T01:00:00.000Z',
        lastSequence: '2026-11-22',
        late: false,
        rows: 10,
        accepted: 8,
        changed: 1,
        quarantined: 3,
        completeness: [
          { column: '企业名称', filled: 1 },
          { column: '住所', filled: 0.5 },
        ],
        accuracy: 0.9,
        timelinessHours: 36,
      });
    });

    it('keeps the arrival when the source is declared anew, and passes over what is older or repeated', async () => {
      await tell(declared(5, { ...REGISTRATIONS, cycle: 'P7D' }));
      await tell(arrived(4, REGISTRATIONS, '2026-11-22T01:00:00.000Z', 99), declared(1, REGISTRATIONS));
      expect((await read())[0]).toMatchObject({ cycle: 'P7D', rows: 10, lastArrival: '2026-11-22T01:00:00.000Z' });
    });

    it('follows a registry whose transaction ids began anew with its cluster', async () => {
      const sequence = (xid: string, id: number) => `${xid.padStart(20, '0')}.${String(id).padStart(19, '0')}`;
      const rows = async () => (await read())[0];
      await tell({ ...arrived(6, REGISTRATIONS, '2026-11-22T01:10:00.000Z', 11), sequence: sequence('900000', 6) });
      expect(await rows()).toMatchObject({ rows: 11 });
      await tell({ ...arrived(7, REGISTRATIONS, '2026-11-22T01:20:00.000Z', 12), sequence: sequence('801', 7) });
      expect(await rows()).toMatchObject({ rows: 12 });
    });

    it.each([
      ['a cycle ago to the instant', '2026-11-21T02:00:00.000Z', false],
      ['longer than a cycle ago', '2026-11-21T01:59:59.999Z', true],
    ])('calls a drop that came %s late: %s, %s', async (_name, arrivedAt, late) => {
      const next = late ? 11 : 10;
      await tell(arrived(next, MARRIAGES, arrivedAt, 9));
      expect((await read()).find(({ code }) => code === 'personal.marriages')).toMatchObject({ late });
    });

    it('shows the latest arrival first, what never came last, and staff those of their department', async () => {
      const codes = (rows: Row[]) => rows.map(({ code }) => code);
      expect(codes(await read())).toEqual(['enterprises.registrations', 'personal.marriages', 'personal.premises']);
      expect(codes(await read(asStaff('housing', '310104', null)))).toEqual(['personal.premises']);
      expect(codes(await read(asStaff('tax', '310000', null)))).toEqual([]);
    });
  });
});
