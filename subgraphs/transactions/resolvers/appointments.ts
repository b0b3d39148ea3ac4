import { AppError } from '../../../schema/errors.ts';
import { getActingOn, type ActingOn } from '../acting.ts';
import { checkState, checkVersion, staleVersion } from '../conflicts.ts';
import type { Context } from '../context.ts';
import { createId } from '../ids.ts';
import { changeAppointment, findAppointment, findStandingOf, insertAppointment } from '../repository.ts';
import type { AppointmentRow } from '../rows.ts';
import type { MutationResolvers } from '../schema.generated.ts';
import { toSlotId } from '../slots.ts';
import { takeSlot } from '../take-slot.ts';
import { act, getHeld, type Unit } from './act.ts';

/** An application that nobody has, for an appointment that does not exist. */
const NO_APPLICATION = 'a1_nobody';

const ITEMS = ['appointment', 'log'] as const;

export const book: NonNullable<MutationResolvers['book']> = async (_root, { input }, context) => {
  const { application: id, slot, requestKey } = input;
  const acting = await getActingOn(context, id);
  const request = { requestKey, input: { book: { application: id, slot } } };
  return act(context, acting, request, async (unit) => {
    const held = await getHeld(unit, id);
    checkState('book', held.state);
    const [standing] = await findStandingOf(unit.executor, [id], unit.at);
    if (standing !== undefined) {
      const next = ['moveAppointment', 'cancelAppointment'];
      throw new AppError('CONFLICT', 'The application has an appointment.', { reason: 'BOOKED', next });
    }
    const { office, from, until, number } = await takeSlot(context, unit.executor, {
      field: 'input.slot',
      id: slot,
      service: held.service,
    });
    const booked = await insertAppointment(unit.executor, {
      id: createId('appointment'),
      application: id,
      applicant: held.applicant,
      service: held.service,
      office,
      from,
      until,
      number,
    });
    await unit.note(id, 'BOOK');
    await unit.tell(id, ITEMS);
    return booked;
  });
};

/** An appointment and who acts on it; what does not exist is asked for by the same statements as what does. */
const getActingOnAppointment = async (context: Context, id: string): Promise<ActingOn> => {
  const appointment = await context.read((executor) => findAppointment(executor, id));
  return getActingOn(context, appointment?.application ?? NO_APPLICATION);
};

/** The appointment as it is now. Throws CONFLICT when it has begun, does not stand, or is another version by now. */
const getStanding = async (
  { executor, at }: Unit,
  id: string,
  version: number | null | undefined,
): Promise<AppointmentRow> => {
  const held = await findAppointment(executor, id);
  if (held === null) throw staleVersion();
  checkVersion(version, held);
  const stands = held.state === 'BOOKED' || held.state === 'MOVED';
  if (!stands || Date.parse(held.from) <= Date.parse(at)) {
    throw new AppError('CONFLICT', 'The appointment has begun or does not stand.', { reason: 'STATE', next: ['book'] });
  }
  return held;
};

export const moveAppointment: NonNullable<MutationResolvers['moveAppointment']> = async (
  _root,
  { id, slot, version, requestKey },
  context,
) => {
  const acting = await getActingOnAppointment(context, id);
  const request = { requestKey, input: { moveAppointment: { id, slot, version: version ?? null } } };
  return act(context, acting, request, async (unit) => {
    checkState('book', (await getHeld(unit, acting.application.id)).state);
    const held = await getStanding(unit, id, version);
    if (toSlotId(held) === slot) return held;
    const taken = await takeSlot(context, unit.executor, { field: 'slot', id: slot, service: held.service });
    const moved = await changeAppointment(unit.executor, held, { state: 'MOVED', slot: taken });
    if (moved === null) throw staleVersion();
    await unit.note(held.application, 'BOOK', '改期');
    await unit.tell(held.application, ITEMS);
    return moved;
  });
};

export const cancelAppointment: NonNullable<MutationResolvers['cancelAppointment']> = async (
  _root,
  { id, version, requestKey },
  context,
) => {
  const acting = await getActingOnAppointment(context, id);
  const request = { requestKey, input: { cancelAppointment: { id, version: version ?? null } } };
  return act(context, acting, request, async (unit) => {
    const held = await getStanding(unit, id, version);
    const cancelled = await changeAppointment(unit.executor, held, { state: 'CANCELLED' });
    if (cancelled === null) throw staleVersion();
    await unit.note(held.application, 'BOOK', '取消预约');
    await unit.tell(held.application, ITEMS);
    return cancelled;
  });
};
