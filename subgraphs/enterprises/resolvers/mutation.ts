import { randomBytes } from 'node:crypto';
import { AppError, badInput, notFound, unavailable } from '../../../schema/errors.ts';
import { isInForce } from '../../kit/directory/relation.ts';
import type { Context } from '../context.ts';
import { endMandate, findMandate, insertMandate } from '../repository.ts';
import type { MandateRow } from '../rows.ts';
import type { MutationResolvers } from '../schema.generated.ts';
import { checkMandateInput } from './mandate-input.ts';

const ITEMS = ['Enterprise.handlers', 'Citizen.enterprises'];

/** Nobody's: what does not exist is asked for by the same statements as what does. */
const NO_ENTERPRISE = '000000000000000000';

/** Only who represents the enterprise today may go on; to everyone else it does not exist. */
const checkRepresents = async ({ access }: Context, uscc: string): Promise<void> => {
  if ((await access.relate('Enterprise', uscc)) !== 'REPRESENTED') throw notFound();
};

/** The living adult behind a citizen id. Whether somebody is dead, a ward or unknown is nobody's business: NOT_FOUND. */
const getHandler = async (context: Context, id: string): Promise<string> => {
  const { access, directory, today } = context;
  if ((await access.relate('Citizen', id)) === 'STALE') throw unavailable();
  const [entry] = await directory.findMany([id]);
  if (entry?.kind !== 'citizen' || !entry.alive) throw notFound();
  if (entry.guardians.some((guardian) => isInForce(guardian, today))) throw notFound();
  return entry.subject;
};

const affected = ({ uscc, handler }: MandateRow): [string, ...string[]] =>
  handler === null ? [uscc] : [uscc, handler.id];

export const Mutation: MutationResolvers = {
  grantMandate: async (_root, { input }, context) => {
    const { directory, today } = context;
    const mandate = checkMandateInput(input, today);
    await checkRepresents(context, mandate.uscc);
    const handler = await getHandler(context, mandate.handler);
    if ((await context.access.relate('Citizen', handler)) === 'SELF') {
      throw badInput('input.handler', 'SELF', 'The legal representative acts without a mandate.');
    }
    const [enterprise] = await directory.findMany([mandate.uscc]);
    if (enterprise?.alive !== true) throw new AppError('CONFLICT', 'The enterprise is deregistered.');
    const request = { requestKey: input.requestKey, input: { grantMandate: mandate } };
    return context.mutate(request, async (unit) => {
      const id = `m1_${randomBytes(16).toString('base64url')}`;
      const granted = await insertMandate(unit.executor, { ...mandate, handler, id, since: today });
      await unit.record({
        kind: 'mandate.granted',
        affects: affected(granted),
        items: ITEMS,
        payload: { mandate: id },
      });
      return granted;
    });
  },

  withdrawMandate: async (_root, { id, requestKey }, context) => {
    const { viewer, today } = context;
    const held = await context.read((executor) => findMandate(executor, id));
    const relation = await context.access.relate('Enterprise', held?.uscc ?? NO_ENTERPRISE);
    if (held === null || (relation !== 'REPRESENTED' && held.handler?.id !== viewer.subject)) throw notFound();
    return context.mutate({ requestKey, input: { withdrawMandate: id } }, async (unit) => {
      const ended = await endMandate(unit.executor, id, { today, at: context.now().toISOString() });
      if (ended === null) return held;
      await unit.record({
        kind: 'mandate.withdrawn',
        affects: affected(ended),
        items: ITEMS,
        payload: { mandate: id },
      });
      return ended;
    });
  },
};
