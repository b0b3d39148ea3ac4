import { expect, it } from '@jest/globals';
import { maskValue, type Mask } from '../../../../subgraphs/kit/access/masking.ts';

it.each<[Mask, unknown, unknown]>([
  ['NAME', '张三', '张*'],
  ['NAME', '欧阳修文', '欧***'],
  ['ID_NUMBER', '310104198809210222', '310***********0222'],
  ['PHONE', '13900001234', '139****1234'],
  ['PHONE', '12345', '*****'],
  ['EMAIL', 'lin@example.org', 'l***@example.org'],
  ['EMAIL', 'not an address', '**************'],
  ['ACCOUNT', '6222020012345678', '62**********5678'],
  ['ADDRESS', '上海市徐汇区漕溪北路1号', '上海市徐汇区****'],
  ['ADDRESS', '漕溪北路1号', '****'],
  [
    'ADDRESS',
    { text: '上海市徐汇区漕溪北路1号', district: 'x', point: { longitude: 1 } },
    { text: '上海市徐汇区****', district: 'x', point: null },
  ],
  ['NAME', null, null],
])('masks %s %p as %p', (mask, value, masked) => {
  expect(maskValue(mask, value)).toEqual(masked);
});

it('refuses to pass on what it does not know how to mask', () => {
  expect(() => maskValue('PHONE', 13900001234)).toThrow(TypeError);
});
