import { badInput } from '../../schema/errors.ts';
import type { Viewer } from '../../schema/viewer.ts';
import type { Account } from './claims.ts';

export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

const SHAPES = {
  'x-onefile-acting-for': /^(?:c1_[A-Za-z0-9_-]{22}|[0-9A-HJ-NP-RT-UW-Y]{18})$/,
  'x-onefile-purpose': /^[a-z][a-z0-9-]{0,63}$/,
  'x-onefile-case': /^[A-Za-z0-9][A-Za-z0-9./_-]{0,63}$/,
} as const;

const read = (headers: RequestHeaders, name: keyof typeof SHAPES): string | null => {
  const value = headers[name];
  if (value === undefined || value === '') return null;
  if (typeof value === 'string' && SHAPES[name].test(value)) return value;
  throw badInput(name, 'FORMAT', `The header ${name} is malformed.`);
};

/** Why and for whom a request is made. Throws BAD_USER_INPUT for a malformed header; one that is not the role's is ignored. */
export const readErrand = (
  headers: RequestHeaders,
  { role }: Pick<Account, 'role'>,
): Pick<Viewer, 'actingFor' | 'purpose' | 'caseNo'> => {
  const isOffice = role === 'staff' || role === 'analyst' || role === 'operator';
  const actingFor = read(headers, 'x-onefile-acting-for');
  const purpose = read(headers, 'x-onefile-purpose');
  const caseNo = read(headers, 'x-onefile-case');
  return {
    actingFor: role === 'citizen' ? actingFor : null,
    purpose: isOffice ? purpose : null,
    caseNo: isOffice ? caseNo : null,
  };
};

/** The bearer token; null without one; undefined for an Authorization header that is no bearer token. */
export const readBearer = (headers: RequestHeaders): string | null | undefined => {
  const { authorization } = headers;
  if (authorization === undefined || authorization === '') return null;
  return typeof authorization === 'string' ? /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1] : undefined;
};
