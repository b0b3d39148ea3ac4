import { AppError, notFound, unavailable } from '../../schema/errors.ts';
import type { Relation } from '../kit/directory/directory.ts';
import { handlesService } from '../kit/directory/relation.ts';
import type { Context } from './context.ts';
import { findApplicationsByIds } from './repository.ts';
import type { ApplicationRow } from './rows.ts';
import { typeOf } from './subjects.ts';

/** In whose name an act is done, and by whom. */
export interface Acting {
  /** Citizen id or USCC. */
  applicant: string;
  /** Who acts for the applicant; null when nobody does but the applicant. */
  handledBy: string | null;
  /** Whoever acts, the applicant included. */
  actor: string;
  /** In which part, as the log of an application tells it. */
  part: string;
}

/** 申请人 and who may act in their place (民法典 第二十三条、第六十一条、第一百六十五条). */
const PARTS: Readonly<Partial<Record<Relation, string>>> = {
  SELF: '申请人',
  WARD: '监护人',
  REPRESENTED: '法定代表人',
  HANDLED: '经办人',
};

/**
 * In whose name the viewer acts for a service: their own, or of whom they said so (`x-onefile-acting-for`). Throws FORBIDDEN
 * when a handler's mandate does not cover the service, CONFLICT when the applicant is dead or deregistered.
 */
export const getActing = async (context: Context, service: string): Promise<Acting> => {
  const { viewer, access, directory, today } = context;
  const { subject: actor } = viewer;
  if (actor === null) throw notFound();
  const asked = viewer.actingFor ?? actor;
  const type = typeOf(asked);
  const found = await access.relate(type, asked);
  const relation = asked === actor ? 'SELF' : found;
  if (relation === 'STALE') throw unavailable();
  const part = PARTS[relation];
  if (part === undefined) throw notFound();
  const applicant = access.fileOf(asked);
  const [entry, own] = await directory.findMany([applicant, actor]);
  const ids = [actor, own?.subject ?? actor];
  if (relation === 'HANDLED' && !(entry?.kind === 'enterprise' && handlesService(ids, entry, service, today))) {
    throw new AppError('FORBIDDEN', 'Your mandate does not cover this service.', { missing: `mandate:${service}` });
  }
  if (entry?.alive === false) throw new AppError('CONFLICT', 'The applicant is not alive, or deregistered.');
  const survivor = own?.subject ?? actor;
  return { applicant, actor: survivor, handledBy: relation === 'SELF' ? null : survivor, part };
};

/** An application and who acts on it. */
export interface ActingOn extends Acting {
  application: ApplicationRow;
}

/**
 * The application on which the viewer acts, in the name of its applicant. Throws NOT_FOUND when they may not see it or there
 * is none, FORBIDDEN when they see it but do not say that they act for its applicant, or may not.
 */
export const getActingOn = async (context: Context, id: string): Promise<ActingOn> => {
  const { access } = context;
  const relation = await access.relate('Application', id);
  if (relation === 'STALE') throw unavailable();
  const [application] = await context.read((executor) => findApplicationsByIds(executor, [id]));
  if (application === undefined || PARTS[relation] === undefined) throw notFound();
  const acting = await getActing(context, application.service);
  if (acting.applicant !== access.fileOf(application.applicant)) {
    throw new AppError('FORBIDDEN', 'Say in whose name you act.', { missing: 'acting-for' });
  }
  return { ...acting, application };
};
