import { describe, expect, it } from '@jest/globals';
import { checkEmail, checkPhone } from '../../../../../subgraphs/kit/ingest/check/contact.ts';

describe('checkPhone', () => {
  it.each([
    ['13900000001', { ok: true, value: '13900000001' }],
    ['+8613900000001', { ok: true, value: '13900000001', normalised: 'PHONE_FORM' }],
    ['8613900000001', { ok: true, value: '13900000001', normalised: 'PHONE_FORM' }],
    ['+85251234567', { ok: true, value: '+85251234567' }],
    ['12900000001', { ok: false, code: 'BAD_PHONE' }],
    ['1390000000', { ok: false, code: 'BAD_PHONE' }],
    ['139 0000 0001', { ok: false, code: 'BAD_PHONE' }],
    ['+8612345678901', { ok: false, code: 'BAD_PHONE' }],
    ['021-12345678', { ok: false, code: 'BAD_PHONE' }],
  ])('%s → %j', (text, checked) => {
    expect(checkPhone(text)).toEqual(checked);
  });
});

describe('checkEmail', () => {
  it.each([
    ['lin.xiaomei@example.com', { ok: true, value: 'lin.xiaomei@example.com' }],
    ['Lin.Xiaomei@Example.COM', { ok: true, value: 'Lin.Xiaomei@example.com', normalised: 'LOWER_CASED' }],
    ['lin', { ok: false, code: 'BAD_EMAIL' }],
    ['lin@', { ok: false, code: 'BAD_EMAIL' }],
    ['a b@example.com', { ok: false, code: 'BAD_EMAIL' }],
    [`${'a'.repeat(250)}@example.com`, { ok: false, code: 'BAD_EMAIL' }],
  ])('%s → %j', (text, checked) => {
    expect(checkEmail(text)).toEqual(checked);
  });
});
