import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { bad, type Checked } from './checked.ts';
import { shiftDecimal } from './number.ts';

export interface Money {
  /** Decimal string in whole units of the currency, without an exponent or trailing zeros. */
  amount: string;
  /** ISO 4217. */
  currency: string;
}

const currencies = new Map(
  Object.entries(
    z
      .record(z.string(), z.string().length(3))
      .parse(parse(readFileSync(new URL('../data/currencies.yaml', import.meta.url), 'utf8'))),
  ),
);
const codes = new Set(currencies.values());

const FORM = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*[(（]?\s*(百万|千万|亿|万)?\s*([^\d()（）]*?)\s*[)）]?$/;
const POWERS: Readonly<Record<string, number>> = { 万: 4, 百万: 6, 千万: 7, 亿: 8 };

/**
 * Money as registers write it: `168万人民币`, `1,000(万元人民币)`, `450(万美元 )`, `500000 USD`. `unit` is the currency of
 * amounts that name none. Plain 元 is the renminbi's (中国人民银行法 article 17).
 */
export const checkMoney = (text: string, unit?: string): Checked<Money> => {
  const found = FORM.exec(text);
  if (!found) return bad('BAD_MONEY');
  const [, whole = '', fraction = '', power = '', word = ''] = found;
  const amount = shiftDecimal(whole.replaceAll(',', '') + fraction, POWERS[power] ?? 0);
  if (word === '') return unit === undefined ? bad('NO_CURRENCY') : { ok: true, value: { amount, currency: unit } };
  if (word === '元') return { ok: true, value: { amount, currency: 'CNY' }, warning: 'CURRENCY_BY_LAW' };
  const currency = currencies.get(word) ?? (codes.has(word.toUpperCase()) ? word.toUpperCase() : undefined);
  return currency === undefined ? bad('BAD_MONEY') : { ok: true, value: { amount, currency } };
};
