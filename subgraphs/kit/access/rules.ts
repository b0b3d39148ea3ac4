import { rule } from './shield.ts';
import { AppError, unauthenticated } from '../../../schema/errors.ts';
import type { Role } from '../../../schema/viewer.ts';
import type { GatedContext } from './gate.ts';

const forRoles = (name: string, roles: readonly Role[]) =>
  rule(name, { cache: 'no_cache' })((_parent: unknown, _args: unknown, { access }: GatedContext) => {
    const { role } = access.viewer;
    if (roles.includes(role)) return true;
    return role === 'public'
      ? unauthenticated()
      : new AppError('FORBIDDEN', `This is for ${roles.join(', ')}.`, { missing: 'role' });
  });

/** Root rules by role: who may call a root field at all. Whose data it may touch is the gates' business. */
export const isCitizen = forRoles('isCitizen', ['citizen']);
export const isSystem = forRoles('isSystem', ['system']);
/** Somebody with a file or a duty: guardians look up wards, representatives enterprises, staff by grants. */
export const mayLookUp = forRoles('mayLookUp', ['citizen', 'staff', 'system']);
export const seesSources = forRoles('seesSources', ['operator', 'staff']);

/** Staff who name the purpose they act for. */
export const isStaffWithPurpose = rule('isStaffWithPurpose', { cache: 'no_cache' })((
  _parent: unknown,
  _args: unknown,
  { access }: GatedContext,
) => {
  if (access.viewer.role === 'public') return unauthenticated();
  if (access.viewer.role !== 'staff') return new AppError('FORBIDDEN', 'This is for staff.', { missing: 'role' });
  return access.viewer.purpose === null
    ? new AppError('FORBIDDEN', 'Say for which purpose you ask.', { missing: 'purpose' })
    : true;
});
