import type { Money } from './schema.generated.ts';

/** An amount of the accounts kept here: their unit is the renminbi (Law on the People's Bank of China 16, 17). */
export function toYuan(amount: string): Money;
export function toYuan(amount: string | null): Money | null;
export function toYuan(amount: string | null): Money | null {
  return amount === null ? null : { amount, currency: 'CNY' };
}
