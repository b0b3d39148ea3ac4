import type { Money } from './schema.generated.ts';

/** Null unless both the amount and its currency are known. */
export const toMoney = (amount: string | null, currency: string | null): Money | null =>
  amount === null || currency === null ? null : { amount, currency };
