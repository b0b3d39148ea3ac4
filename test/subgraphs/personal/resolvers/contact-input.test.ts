import { describe, expect, it } from '@jest/globals';
import { toEmail, toPhone } from '../../../../subgraphs/personal/resolvers/contact-input.ts';

describe('contact data', () => {
  it.each([
    ['13900000001', '13900000001'],
    ['+8613900000001', '13900000001'],
    ['+85251234567', '+85251234567'],
  ])('takes %s as a phone number', (given, kept) => {
    expect(toPhone(given)).toBe(kept);
  });

  it.each(['12900000001', '1390000000', '139 0000 0001', '+8612345678901', '+0123456789', '', '021-12345678'])(
    'refuses %p as a phone number',
    (given) => {
      expect(() => toPhone(given)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    },
  );

  it('takes an e-mail address as it is', () => {
    expect(toEmail('lin.xiaomei@example.com')).toBe('lin.xiaomei@example.com');
  });

  it('writes the domain of an e-mail address small, as drops do', () => {
    expect(toEmail('Lin.Xiaomei@Example.COM')).toBe('Lin.Xiaomei@example.com');
  });

  it.each(['', 'lin', 'lin@', '@example.com', 'a b@example.com', `${'a'.repeat(250)}@example.com`])(
    'refuses %p as an e-mail address',
    (given) => {
      expect(() => toEmail(given)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
    },
  );
});
