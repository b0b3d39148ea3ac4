import { describe, expect, it } from '@jest/globals';
import { checkMoney } from '../../../../../subgraphs/kit/ingest/check/money.ts';

describe('checkMoney', () => {
  it.each([
    ['168万人民币', '1680000', 'CNY'],
    ['858(万元人民币)', '8580000', 'CNY'],
    ['1,000(万元人民币)', '10000000', 'CNY'],
    ['52.247万人民币', '522470', 'CNY'],
    ['19287万元人民币', '192870000', 'CNY'],
    ['327.8151(万人民币 )', '3278151', 'CNY'],
    ['1,520.3700(万美元)', '15203700', 'USD'],
    ['450(万美元 )', '4500000', 'USD'],
    ['16,032.2000(万日元)', '160322000', 'JPY'],
    ['12,600(万欧元)', '126000000', 'EUR'],
    ['385(万港币 )', '3850000', 'HKD'],
    ['45(万德国马克 )', '450000', 'DEM'],
    ['40(万瑞士法郎)', '400000', 'CHF'],
    ['21.7000(万英镑)', '217000', 'GBP'],
    ['120(万法国法郎)', '1200000', 'FRF'],
    ['3,030.8600(万新加坡元)', '30308600', 'SGD'],
    ['1.5亿元人民币', '150000000', 'CNY'],
    ['500000 USD', '500000', 'USD'],
    ['0.5人民币', '0.5', 'CNY'],
  ])('reads %s', (text, amount, currency) =>
    expect(checkMoney(text)).toEqual({ ok: true, value: { amount, currency } }),
  );

  it('takes plain yuan for renminbi, and says so', () =>
    expect(checkMoney('5(万元)')).toEqual({
      ok: true,
      value: { amount: '50000', currency: 'CNY' },
      warning: 'CURRENCY_BY_LAW',
    }));

  it('guesses no currency, and takes the one that the source declares', () => {
    expect(checkMoney('34.9000(万)')).toEqual({ ok: false, code: 'NO_CURRENCY' });
    expect(checkMoney('100', 'CNY')).toEqual({ ok: true, value: { amount: '100', currency: 'CNY' } });
  });

  it.each(['Jean', 'CHI YEE GAVIN）', '2002-08-05', '1,00万美元', '-5万美元', '5(万贝壳)', '万美元', '1.2.3万美元'])(
    'refuses %s',
    (text) => expect(checkMoney(text)).toEqual({ ok: false, code: 'BAD_MONEY' }),
  );
});
