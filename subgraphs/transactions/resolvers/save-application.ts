import { badInput } from '../../../schema/errors.ts';
import { getActing, getActingOn, type Acting } from '../acting.ts';
import type { ServiceEntry } from '../catalogue/service-catalogue.ts';
import { checkState, checkVersion, staleVersion } from '../conflicts.ts';
import type { Context } from '../context.ts';
import { checkFormValues } from '../form-values.ts';
import { createId } from '../ids.ts';
import { insertApplication, insertMaterials, setFormValues, setHandler } from '../repository.ts';
import type { FormValueRow } from '../rows.ts';
import type { ApplicationInput, MutationResolvers } from '../schema.generated.ts';
import { typeOf } from '../subjects.ts';
import { act, getHeld, type Unit } from './act.ts';

const getService = ({ services }: Context, code: string): ServiceEntry => {
  const service = services.services.get(code);
  if (service === undefined) throw badInput('input.service', 'SERVICE', 'The catalogue has no such service.');
  if (service.kind === 'PROFESSIONAL') {
    throw badInput('input.service', 'PROFESSIONAL', 'A professional service is agreed upon with who offers it.');
  }
  return service;
};

const checkAudience = ({ audience }: ServiceEntry, { applicant }: Acting): void => {
  const is = typeOf(applicant) === 'Citizen' ? 'CITIZEN' : 'ENTERPRISE';
  if (audience !== 'BOTH' && audience !== is) {
    throw badInput('input.service', 'AUDIENCE', 'This service is not for such an applicant.');
  }
};

const begin = async (unit: Unit, { applicant, handledBy }: Acting, service: ServiceEntry, values: FormValueRow[]) => {
  const owner = { id: createId('application'), applicant };
  await insertApplication(unit.executor, { ...owner, service: service.code, handledBy, openedAt: unit.at });
  await insertMaterials(
    unit.executor,
    owner,
    service.materials.map(({ code }) => code),
  );
  await setFormValues(unit.executor, owner, values);
  await unit.note(owner.id, 'FILL');
  await unit.tell(owner.id, ['state', 'form', 'materials', 'log']);
  return { id: owner.id };
};

const change = async (
  unit: Unit,
  acting: Acting,
  input: { id: string; version: number | null },
  values: FormValueRow[],
) => {
  const held = await getHeld(unit, input.id);
  checkVersion(input.version, held);
  checkState('saveApplication', held.state);
  await setFormValues(unit.executor, held, values);
  if (!(await setHandler(unit.executor, held, acting.handledBy))) throw staleVersion();
  await unit.tell(held.id, ['form']);
  return { id: held.id };
};

const toActing = async (context: Context, input: ApplicationInput, service: ServiceEntry): Promise<Acting> => {
  if (input.id === null || input.id === undefined) {
    const acting = await getActing(context, service.code);
    checkAudience(service, acting);
    return acting;
  }
  const acting = await getActingOn(context, input.id);
  if (acting.application.service !== service.code) {
    throw badInput('input.service', 'SERVICE', 'The application is for another service.');
  }
  return acting;
};

export const saveApplication: NonNullable<MutationResolvers['saveApplication']> = async (_root, { input }, context) => {
  const service = getService(context, input.service);
  const acting = await toActing(context, input, service);
  const values = checkFormValues(service.form, input.form);
  const { id = null, version = null, requestKey } = input;
  const request = { requestKey, input: { saveApplication: { id, version, service: service.code, values } } };
  return act(context, acting, request, (unit) =>
    id === null ? begin(unit, acting, service, values) : change(unit, acting, { id, version }, values),
  );
};
