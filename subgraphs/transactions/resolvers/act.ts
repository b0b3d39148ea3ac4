import type { UnitOfWork } from '../../kit/definition.ts';
import { lockSubjects } from '../../kit/feed/outbox.ts';
import type { Acting } from '../acting.ts';
import type { Context } from '../context.ts';
import { createId } from '../ids.ts';
import { findForUpdate, insertTouchpoint, SCHEMA, type TransactionsDB } from '../repository.ts';
import type { ApplicationRow } from '../rows.ts';
import type { Channel, Step } from '../schema.generated.ts';
import { typeOf } from '../subjects.ts';

/** An act of an applicant within its transaction. */
export interface Unit extends UnitOfWork<TransactionsDB> {
  /** The instant at which everything in it happens. */
  readonly at: string;
  /** Notes a step in the log of the application, by whoever acts. */
  note(application: string, step: Step, note?: string): Promise<void>;
  /** Tells what changed in the applicant's file. */
  tell(application: string, fields: readonly string[]): Promise<void>;
}

const CHANNEL_OF: Readonly<Record<Context['viewer']['client'], Channel>> = {
  portal: 'ONLINE',
  widget: 'ONLINE',
  api: 'APP',
};

/**
 * Runs an act once per request key. The files that it touches are locked before anything is read or written, as everybody
 * does, so that no two acts wait for each other and each sees what the one before did.
 */
export const act = <T>(
  context: Context,
  acting: Acting,
  request: { requestKey: string; input: Readonly<Record<string, unknown>> },
  work: (unit: Unit) => Promise<T>,
): Promise<T> => {
  const { applicant, actor, part } = acting;
  const input = { ...request.input, applicant };
  return context.mutate({ requestKey: request.requestKey, input }, async (unit) => {
    const { executor } = unit;
    await lockSubjects(executor, SCHEMA, [...new Set([applicant, actor])]);
    const at = context.now().toISOString();
    return work({
      ...unit,
      at,
      note: (application, step, note) =>
        insertTouchpoint(
          executor,
          { id: application, applicant },
          {
            id: createId('touchpoint'),
            at,
            step,
            channel: CHANNEL_OF[context.viewer.client],
            by: part,
            note: note ?? null,
          },
        ),
      tell: (application, fields) =>
        unit.record({
          kind: 'application.changed',
          affects: [applicant],
          items: [`${typeOf(applicant)}.applications`, ...fields.map((field) => `Application.${field}`)],
          payload: { application },
        }),
    });
  });
};

/** The application as it is now, within the act's transaction. */
export const getHeld = async ({ executor }: Unit, id: string): Promise<ApplicationRow> => {
  const held = await findForUpdate(executor, id);
  if (held === null) throw new Error('An application went while its applicant’s file was locked.');
  return held;
};
