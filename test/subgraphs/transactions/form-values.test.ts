import { describe, expect, it } from '@jest/globals';
import type { FormFieldEntry } from '../../../subgraphs/transactions/catalogue/service-catalogue.ts';
import { checkComplete, checkFormValues } from '../../../subgraphs/transactions/form-values.ts';

const field = (type: FormFieldEntry['type'], more: Partial<FormFieldEntry> = {}): FormFieldEntry => ({
  code: 'it',
  label: '它',
  labelEn: 'It',
  type,
  required: true,
  ...more,
});
const options = [
  { code: 'a', label: '甲', labelEn: 'A' },
  { code: 'b', label: '乙', labelEn: 'B' },
];
const check = (type: FormFieldEntry['type'], value: string | null) => {
  const form = [field(type, type === 'CHOICE' ? { options } : {})];
  return checkFormValues(form, [{ field: 'it', value }])[0]?.value;
};

describe('a value of a form', () => {
  it.each<[FormFieldEntry['type'], string, string]>([
    ['TEXT', ' 林晓梅 ', '林晓梅'],
    ['TEXT', '字'.repeat(200), '字'.repeat(200)],
    ['LONG_TEXT', '一\n二', '一\n二'],
    ['ADDRESS', '上海市徐汇区1号', '上海市徐汇区1号'],
    ['DATE', '2028-02-29', '2028-02-29'],
    ['NUMBER', '-12.5', '-12.5'],
    ['MONEY', '1200000.50', '1200000.50'],
    ['BOOLEAN', 'true', 'true'],
    ['CHOICE', 'b', 'b'],
    ['PHONE', '13900000002', '13900000002'],
    ['PHONE', '021-62345678', '021-62345678'],
    ['PHONE', '+4930123456', '+4930123456'],
    ['EMAIL', 'lin@example.com', 'lin@example.com'],
    ['ID_NUMBER', '31010419581102103x', '31010419581102103X'],
    ['USCC', '91310104MA1FPAA18P', '91310104MA1FPAA18P'],
  ])('of type %s may be %j', (type, value, kept) => {
    expect(check(type, value)).toBe(kept);
  });

  it.each<[FormFieldEntry['type'], string, string]>([
    ['TEXT', '字'.repeat(201), 'LENGTH'],
    ['TEXT', '一\n二', 'LINES'],
    ['LONG_TEXT', '字'.repeat(4001), 'LENGTH'],
    ['ADDRESS', '路'.repeat(301), 'LENGTH'],
    ['DATE', '2027-02-29', 'DATE'],
    ['NUMBER', '1e9', 'NUMBER'],
    ['NUMBER', '007', 'NUMBER'],
    ['MONEY', '-1', 'MONEY'],
    ['MONEY', '1.005', 'MONEY'],
    ['BOOLEAN', '是', 'BOOLEAN'],
    ['CHOICE', 'c', 'CHOICE'],
    ['PHONE', '12345', 'PHONE'],
    ['EMAIL', 'lin@', 'EMAIL'],
    ['ID_NUMBER', '310104195811021031', 'ID_NUMBER'],
    ['USCC', '91310104MA1FPAA18Q', 'USCC'],
  ])('of type %s may not be %j', (type, value, reason) => {
    expect(() => check(type, value)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field: 'form.it', reason } }),
    );
  });

  it.each([null, '', '  '])('is none when it is %j, whatever its type', (value) => {
    expect(check('USCC', value)).toBeNull();
  });
});

describe('a form', () => {
  const form = [field('TEXT', { code: 'must' }), field('TEXT', { code: 'may', required: false })];

  it('is complete with what is required', () => {
    expect(() => checkComplete(form, [{ field: 'must', value: '有' }])).not.toThrow();
  });

  it.each([[[]], [[{ field: 'must', value: null }]], [[{ field: 'may', value: '有' }]]])('is not with %j', (values) => {
    expect(() => checkComplete(form, values)).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', field: 'form.must', reason: 'REQUIRED' } }),
    );
  });
});
