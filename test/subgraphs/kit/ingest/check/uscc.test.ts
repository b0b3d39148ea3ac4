import { describe, expect, it } from '@jest/globals';
import { stdnum } from 'stdnum';
import { checkUscc } from '../../../../../subgraphs/kit/ingest/check/uscc.ts';

describe('checkUscc', () => {
  it.each([
    ['91310104MA1FPAA18P', { ok: true, value: '91310104MA1FPAA18P' }],
    ['91310109132508770N', { ok: true, value: '91310109132508770N' }],
    ['91310000x07204743p', { ok: true, value: '91310000X07204743P', normalised: 'UPPER_CASED' }],
    ['91310104MA1FPAA18Q', { ok: false, code: 'BAD_USCC' }],
    ['91310104MA1FPAA18', { ok: false, code: 'BAD_USCC' }],
    ['91310104MA1FPAAI8P', { ok: false, code: 'BAD_USCC' }],
    ['', { ok: false, code: 'BAD_USCC' }],
  ])('answers for %s', (text, answer) => expect(checkUscc(text)).toEqual(answer));

  it('takes the check digit 0, which the library refuses', () => {
    expect(checkUscc('913101018323231440')).toEqual({ ok: true, value: '913101018323231440' });
    expect(stdnum.CN?.['uscc']?.validate('913101018323231440').isValid).toBe(false);
  });

  it('agrees with the library on every other check digit', () => {
    for (const digit of '123456789ABCDEFGHJKLMNPQRTUWXY') {
      const code = `91310104MA1FPAA18${digit}`;
      expect(checkUscc(code).ok).toBe(stdnum.CN?.['uscc']?.validate(code).isValid);
    }
  });
});
