import { AppError } from '../../../schema/errors.ts';
import { getActingOn, type Acting } from '../acting.ts';
import { statesFor, type Act } from '../application-states.ts';
import { checkState, checkVersion, staleVersion } from '../conflicts.ts';
import { checkComplete } from '../form-values.ts';
import { changeAppointment, changeState, findFormValues, findStandingOf } from '../repository.ts';
import type { ApplicationRow } from '../rows.ts';
import type { ApplicationState, MutationResolvers } from '../schema.generated.ts';
import { act, getHeld, type Unit } from './act.ts';
import type { Context } from '../context.ts';

interface Transition {
  act: Act;
  to: ApplicationState;
  version: number | null | undefined;
}

/** Makes a transition of the table, after `check`. */
const makeTransition = async (
  unit: Unit,
  id: string,
  { handledBy }: Acting,
  { act: name, to, version }: Transition,
  check: (held: ApplicationRow) => Promise<void>,
): Promise<void> => {
  const held = await getHeld(unit, id);
  checkVersion(version, held);
  checkState(name, held.state);
  await check(held);
  const isMade = await changeState(unit.executor, held, { from: statesFor(name), to, at: unit.at, handledBy });
  if (!isMade) throw staleVersion();
};

/** Throws BAD_USER_INPUT for a field that is not filled in, CONFLICT when the service is not applied for this way. */
const checkReady = async ({ services }: Context, { executor }: Unit, held: ApplicationRow): Promise<void> => {
  const service = services.services.get(held.service);
  if (service === undefined || !service.channels.some((channel) => channel === 'ONLINE' || channel === 'APP')) {
    throw new AppError('CONFLICT', 'This service is applied for at a counter.', { reason: 'CHANNEL', next: ['book'] });
  }
  checkComplete(service.form, await findFormValues(executor, [held.id]));
};

export const submitApplication: NonNullable<MutationResolvers['submitApplication']> = async (
  _root,
  { id, version, requestKey },
  context,
) => {
  const acting = await getActingOn(context, id);
  const request = { requestKey, input: { submitApplication: { id, version: version ?? null } } };
  return act(context, acting, request, async (unit) => {
    await makeTransition(unit, id, acting, { act: 'submitApplication', to: 'SUBMITTED', version }, (held) =>
      checkReady(context, unit, held),
    );
    await unit.note(id, 'COMPLETE_FORM');
    await unit.tell(id, ['state', 'stateSince', 'log']);
    return { id };
  });
};

export const withdrawApplication: NonNullable<MutationResolvers['withdrawApplication']> = async (
  _root,
  { id, version, requestKey },
  context,
) => {
  const acting = await getActingOn(context, id);
  const request = { requestKey, input: { withdrawApplication: { id, version: version ?? null } } };
  return act(context, acting, request, async (unit) => {
    const transition = { act: 'withdrawApplication', to: 'WITHDRAWN', version } as const;
    await makeTransition(unit, id, acting, transition, () => Promise.resolve());
    const [standing] = await findStandingOf(unit.executor, [id], unit.at);
    if (standing !== undefined) await changeAppointment(unit.executor, standing, { state: 'CANCELLED' });
    await unit.note(id, 'CIRCULATE', '撤回申请');
    await unit.tell(id, ['state', 'stateSince', 'log', 'appointment']);
    return { id };
  });
};
