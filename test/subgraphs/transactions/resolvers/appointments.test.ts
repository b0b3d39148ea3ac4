import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toSlotId } from '../../../../subgraphs/transactions/slots.ts';
import { eachEngine } from '../../../support/stores.ts';
import { asCitizen, asPublic } from '../../../support/viewers.ts';
import { citizenOf, codesOf, openTransactions, refusalOf, type OpenTransactions } from '../desk.ts';
import { storm } from '../slot-storm.ts';

const FIELDS = 'id state number version slot { id from until capacity left } office { id } application { id }';
const BOOK = `mutation ($input: BookingInput!) { book(input: $input) { ${FIELDS} } }`;
const MOVE = `mutation ($id: ID!, $slot: ID!, $version: Int, $requestKey: String!) {
  moveAppointment(id: $id, slot: $slot, version: $version, requestKey: $requestKey) { ${FIELDS} } }`;
const CANCEL = `mutation ($id: ID!, $version: Int, $requestKey: String!) {
  cancelAppointment(id: $id, version: $version, requestKey: $requestKey) { ${FIELDS} } }`;
const SLOTS = `query ($from: Date!, $until: Date!) { offices(service: "dog-licence", first: 1) {
  id slots(service: "dog-licence", from: $from, until: $until) { id from capacity left } } }`;

const lin = asCitizen(citizenOf('lin-xiaomei'));

/** A slot of half an hour at an office, by Shanghai time. */
const slotAt = (time: string, { office = 'xuhui', service = 'dog-licence' } = {}): string =>
  toSlotId({ office, service, from: `${time}:00+08:00` });

interface Booked {
  id: string;
  number: string;
  version: number;
}

eachEngine((database) => {
  let registry: OpenTransactions;
  let count = 0;
  let application: string;
  let requestKey: string;
  beforeAll(async () => {
    registry = await openTransactions(database().store('transactions'));
  }, 120_000);
  afterAll(() => registry.close());
  beforeEach(async () => {
    count += 1;
    application = `a1_${count}`;
    requestKey = `key-${count}`;
    await registry.putApplication({ id: application, applicant: citizenOf('lin-xiaomei') });
    await registry.store.transaction({ holder: 'test' }, (executor) => executor.deleteFrom('appointment').execute());
  });

  const book = (slot: string, more: Record<string, unknown> = {}, viewer = lin) =>
    registry.as(viewer, BOOK, { input: { application, slot, requestKey, ...more } });
  const booked = async (slot: string, more: Record<string, unknown> = {}) => {
    const answer = await book(slot, more);
    expect(answer.errors).toBeUndefined();
    return answer.data?.['book'] as Booked;
  };
  const move = (id: string, slot: string, more: Record<string, unknown> = {}) =>
    registry.as(lin, MOVE, { id, slot, requestKey: `${requestKey}-move`, ...more });
  const cancel = (id: string, more: Record<string, unknown> = {}) =>
    registry.as(lin, CANCEL, { id, requestKey: `${requestKey}-cancel`, ...more });
  /** Somebody else's appointment at a time, as an office's own system would tell it. */
  const fill = async (time: string, places: number) => {
    for (let place = 0; place < places; place += 1) {
      const id = `a1_${count}_${time}_${place}`;
      await registry.putApplication({ id, applicant: citizenOf(`stranger-${place}`) });
      await registry.store.transaction({ holder: 'test' }, async (executor) => {
        await executor
          .insertInto('appointment')
          .values({
            id: `b1_${id}`,
            application_id: id,
            applicant: citizenOf(`stranger-${place}`),
            service: 'school-visit',
            office: 'xuhui',
            starts_at: `${time}:00+08:00`,
            ends_at: `${time.slice(0, 11)}23:00:00+08:00`,
            state: 'BOOKED',
            number: null,
          })
          .execute();
      });
    }
  };

  describe('an appointment', () => {
    it('takes a place in its slot, with a number of its own', async () => {
      const slot = slotAt('2026-11-23T09:30');
      expect(await booked(slot)).toEqual({
        id: expect.stringMatching(/^b1_/),
        state: 'BOOKED',
        number: '0930-01',
        version: 1,
        slot: {
          id: slot,
          from: '2026-11-23T01:30:00.000Z',
          until: '2026-11-23T02:00:00.000Z',
          capacity: 2,
          left: 1,
        },
        office: { id: 'xuhui' },
        application: { id: application },
      });
    });

    it('is booked once by one request key, and one of an application', async () => {
      const slot = slotAt('2026-11-23T09:30');
      expect(await booked(slot)).toEqual(await booked(slot));
      expect(refusalOf(await book(slotAt('2026-11-23T10:00'), { requestKey: `${requestKey}-2` }))).toEqual({
        code: 'CONFLICT',
        reason: 'BOOKED',
        next: ['moveAppointment', 'cancelAppointment'],
      });
    });

    it('moves to another slot and office, gives its place back, and shows in the file', async () => {
      const { id, version } = await booked(slotAt('2026-11-23T09:30'));
      const there = slotAt('2026-11-24T13:00', { office: 'huangpu' });
      expect((await move(id, there, { version })).data?.['moveAppointment']).toMatchObject({
        id,
        state: 'MOVED',
        number: '1300-01',
        version: version + 1,
        slot: { id: there, left: 1 },
        office: { id: 'huangpu' },
      });
      expect(refusalOf(await move(id, slotAt('2026-11-25T13:00'), { version, requestKey: 'late' }))).toMatchObject({
        code: 'CONFLICT',
        reason: 'VERSION',
      });
      const { data } = await registry.as(lin, '{ me { appointments { id } } }');
      expect(data).toEqual({ me: { appointments: [{ id }] } });
      await fill('2026-11-23T09:30', 1);
      expect((await cancel(id)).data?.['cancelAppointment']).toMatchObject({ state: 'CANCELLED' });
      expect(refusalOf(await cancel(id, { requestKey: 'twice' }))).toMatchObject({ code: 'CONFLICT', reason: 'STATE' });
      expect((await registry.as(lin, '{ me { appointments { id } } }')).data).toEqual({ me: { appointments: [] } });
      expect((await registry.as(lin, '{ me { appointments(upcomingOnly: false) { id } } }')).data).toEqual({
        me: { appointments: [{ id }] },
      });
    });

    it('falls with its application, and its place is free again', async () => {
      const slot = slotAt('2026-11-23T09:30');
      await booked(slot);
      const withdrawal = `mutation { withdrawApplication(id: "${application}", requestKey: "${requestKey}-w") { appointment { id } } }`;
      expect((await registry.as(lin, withdrawal)).data).toEqual({ withdrawApplication: { appointment: null } });
      const { data } = await registry.as(asPublic, SLOTS, { from: '2026-11-23', until: '2026-11-24' });
      const [office] = data?.['offices'] as { slots: { left: number }[] }[];
      expect(office?.slots.map(({ left }) => left)).toEqual(Array.from({ length: 12 }, () => 2));
    });

    it('cannot be changed once it has begun', async () => {
      const { id } = await booked(slotAt('2026-11-23T09:30'));
      registry.setClock('2026-11-23T01:30:00Z');
      const answers = [await cancel(id), await move(id, slotAt('2026-11-24T09:30'))];
      registry.setClock('2026-11-22T02:00:00Z');
      expect(answers.map(refusalOf)).toEqual([
        expect.objectContaining({ code: 'CONFLICT', reason: 'STATE' }),
        expect.objectContaining({ code: 'CONFLICT', reason: 'STATE' }),
      ]);
    });
  });

  it('names the next free slots in place of one that is taken', async () => {
    await fill('2026-11-23T09:30', 2);
    await fill('2026-11-23T10:00', 2);
    const taken = slotAt('2026-11-23T09:30');
    expect(refusalOf(await book(taken))).toEqual({
      code: 'CONFLICT',
      field: 'input.slot',
      reason: 'TAKEN',
      next: [slotAt('2026-11-23T10:30'), slotAt('2026-11-23T11:00'), slotAt('2026-11-23T13:00')],
    });
  });

  it('names the next free slots in place of one on a day on which the office is shut', async () => {
    const closures = [{ 网点编码: 'xuhui', 停业首日: '2026-11-23', 恢复营业日: '2026-11-25', 停业原因: '装修' }];
    expect(await registry.drop('transactions.closures', closures)).toMatchObject({ accepted: 1, refused: null });
    expect(refusalOf(await book(slotAt('2026-11-23T09:30')))).toMatchObject({
      code: 'CONFLICT',
      reason: 'SHUT',
      next: [slotAt('2026-11-25T09:00'), slotAt('2026-11-25T09:30'), slotAt('2026-11-25T10:00')],
    });
    await registry.store.transaction({ holder: 'test' }, (executor) => executor.deleteFrom('closure').execute());
  });

  it.each([
    ['that is no id', 'nine in the morning', 'SLOT'],
    ['of no office', slotAt('2026-11-23T09:30', { office: 'nowhere' }), 'SLOT'],
    ['of an office that does not take the service', slotAt('2026-11-23T09:30', { office: 'xuhui-tax' }), 'SLOT'],
    ['out of hours', slotAt('2026-11-23T12:00'), 'SLOT'],
    ['beside the grid', slotAt('2026-11-23T09:10'), 'SLOT'],
    ['on a Sunday', slotAt('2026-11-29T09:30'), 'SLOT'],
    ['of another service', slotAt('2026-11-23T09:30', { service: 'school-visit' }), 'SERVICE'],
    ['in the past', slotAt('2026-11-20T09:30'), 'PAST'],
    ['more than 60 days ahead', slotAt('2027-01-22T09:30'), 'TOO_FAR'],
  ])('refuses a slot %s', async (_what, slot, reason) => {
    expect(refusalOf(await book(slot))).toEqual({ code: 'BAD_USER_INPUT', field: 'input.slot', reason });
  });

  it('books the sixtieth day', async () => {
    expect(await booked(slotAt('2027-01-21T09:30'))).toMatchObject({ state: 'BOOKED' });
  });

  it('books nothing for an application that has ended', async () => {
    await registry.putApplication({
      id: `${application}-over`,
      applicant: citizenOf('lin-xiaomei'),
      state: 'WITHDRAWN',
    });
    expect(refusalOf(await book(slotAt('2026-11-23T09:30'), { application: `${application}-over` }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'STATE',
    });
  });

  it('shows nobody else an appointment, nor lets them change it', async () => {
    const { id } = await booked(slotAt('2026-11-23T09:30'));
    const stranger = asCitizen(citizenOf('zhao-wei'));
    const variables = { id, requestKey: 'a' };
    const [hidden, absent] = [
      await registry.as(stranger, CANCEL, variables),
      await registry.as(stranger, CANCEL, { ...variables, id: 'b1_nosuch' }),
    ];
    expect(codesOf(hidden)).toEqual(['NOT_FOUND']);
    expect(hidden).toEqual(absent);
    expect(codesOf(await book(slotAt('2026-11-24T09:30'), { requestKey: 'b' }, stranger))).toEqual(['NOT_FOUND']);
  });

  it('counts appointments that an office’s own system tells', async () => {
    await registry.putApplication({ id: 'W-1', applicant: citizenOf('lin-xiaomei'), service: 'school-visit' });
    const row = {
      预约编号: 'Y-1',
      办件编号: 'W-1',
      事项编码: 'school-visit',
      网点编码: 'xuhui',
      预约开始时间: '2026-11-23T09:30:00+08:00',
      预约结束时间: '2026-11-23T10:00:00+08:00',
      预约状态: '已预约',
    };
    const other = { ...row, 预约编号: 'Y-2', 办件编号: application, 事项编码: 'dog-licence', 预约号: 'A12' };
    expect(await registry.drop('transactions.appointments', [row, other])).toMatchObject({
      accepted: 2,
      refused: null,
    });
    await registry.putApplication({ id: 'W-3', applicant: citizenOf('lin-xiaomei') });
    expect(refusalOf(await book(slotAt('2026-11-23T09:30'), { application: 'W-3' }))).toMatchObject({
      reason: 'TAKEN',
    });
  });
});

eachEngine((database) => {
  it('books exactly the last places for ten times as many citizens who want them at once', async () => {
    const registry = await openTransactions(database().store('transactions'));
    expect(await storm(registry, 200)).toEqual({ booked: 20, TAKEN: 180, doubled: 0, overfull: 0 });
    await registry.close();
  }, 300_000);
});
