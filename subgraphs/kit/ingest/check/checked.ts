import type { Normalisation, ReasonCode, WarningCode } from '../reasons.ts';

/** The canonical form of one column's text, or why it has none. */
export type Checked<T = string> =
  { ok: true; value: T; normalised?: Normalisation; warning?: WarningCode } | { ok: false; code: ReasonCode };

export const good = <T>(value: T): Checked<T> => ({ ok: true, value });
export const normalised = <T>(value: T, how: Normalisation): Checked<T> => ({ ok: true, value, normalised: how });
export const bad = (code: ReasonCode): { ok: false; code: ReasonCode } => ({ ok: false, code });
