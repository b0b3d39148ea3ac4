import { AppError } from '../../../schema/errors.ts';
import type { Context } from '../context.ts';
import { updateContact } from '../repository.ts';
import type { MutationResolvers } from '../schema.generated.ts';
import { toEmail, toPhone } from './contact-input.ts';

/** Whose contact data it is: the citizen's own or the ward's, under the id that lives on; an enterprise has none here. */
const findContactOwner = async ({ viewer: { subject, actingFor }, access }: Context): Promise<string> => {
  const owner = actingFor ?? subject;
  if (owner?.startsWith('c1_') !== true) {
    throw new AppError('FORBIDDEN', 'Contact data belongs to a citizen.', { missing: 'citizen' });
  }
  await access.relate('Citizen', owner);
  return access.fileOf(owner);
};

const given = <T extends string>(value: T | null | undefined, check: (text: T) => string): string | null | undefined =>
  value === null || value === undefined ? value : check(value);

export const Mutation: MutationResolvers = {
  setContact: async (_root, args, context) => {
    const id = await findContactOwner(context);
    const contact = { phone: given(args.phone, toPhone), email: given(args.email, toEmail) };
    const request = { requestKey: args.requestKey, input: { setContact: { id, ...contact } } };
    return context.mutate(request, async (unit) => {
      const changed = await updateContact(unit.executor, id, contact, context.today);
      if (changed.length > 0) {
        await unit.record({
          kind: 'citizen.changed',
          affects: [id],
          items: changed.map((field) => `Citizen.${field}`),
        });
      }
      return { id };
    });
  },
};
