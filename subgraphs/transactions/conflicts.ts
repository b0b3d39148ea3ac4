import { AppError } from '../../schema/errors.ts';
import { actsIn, statesFor, type Act } from './application-states.ts';
import type { ApplicationState } from './schema.generated.ts';

/** The act does not work in this state; `next` tells which acts do. */
const wrongState = (act: Act, state: ApplicationState): AppError =>
  new AppError('CONFLICT', `${act} works in these states: ${statesFor(act).join(', ')}.`, {
    reason: 'STATE',
    next: actsIn(state),
  });

/** Somebody changed it meanwhile: it must be read again. */
export const staleVersion = (): AppError =>
  new AppError('CONFLICT', 'It was changed meanwhile; read it again.', { field: 'version', reason: 'VERSION' });

/** Throws CONFLICT when the version that was read is not the one that is held. */
export const checkVersion = (asked: number | null | undefined, { version }: { version: number }): void => {
  if (asked !== null && asked !== undefined && asked !== version) throw staleVersion();
};

/** Throws CONFLICT unless the act works in this state. */
export const checkState = (act: Act, state: ApplicationState): void => {
  if (!statesFor(act).includes(state)) throw wrongState(act, state);
};
