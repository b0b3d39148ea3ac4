import { describe, expect, it } from '@jest/globals';
import { checkIdNumber } from '../../../../../subgraphs/kit/ingest/check/id-number.ts';

describe('checkIdNumber', () => {
  it.each([
    ['310104198603050171', { ok: true, value: '310104198603050171' }],
    ['31010119440101022X', { ok: true, value: '31010119440101022X' }],
    ['31010119440101022x', { ok: true, value: '31010119440101022X', normalised: 'UPPER_CASED' }],
    ['310104860305017', { ok: true, value: '310104198603050171', normalised: 'FIFTEEN_DIGITS' }],
    ['310104198603050172', { ok: false, code: 'BAD_ID_NUMBER' }],
    ['310104198602300171', { ok: false, code: 'BAD_ID_NUMBER' }],
    ['990104198603050171', { ok: false, code: 'BAD_ID_NUMBER' }],
    ['31010486030501', { ok: false, code: 'BAD_ID_NUMBER' }],
  ])('answers for %s', (text, answer) => expect(checkIdNumber(text)).toEqual(answer));

  it.each(['81', '82', '83'])('takes residents of %s', (province) => {
    const digits = Array.from('0123456789X').map((digit) => `${province}000019900101001${digit}`);
    expect(digits.filter((number) => checkIdNumber(number).ok)).toHaveLength(1);
  });

  it('warns of an abolished address code and takes the number', () => {
    const numbers = Array.from('0123456789X')
      .map((digit) => checkIdNumber(`31010319700101001${digit}`))
      .filter(({ ok }) => ok);
    expect(numbers).toEqual([expect.objectContaining({ warning: 'ABOLISHED_ADDRESS_CODE' })]);
  });
});
