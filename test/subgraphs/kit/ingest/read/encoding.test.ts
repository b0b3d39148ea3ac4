import { describe, expect, it } from '@jest/globals';
import { tellEncoding } from '../../../../../subgraphs/kit/ingest/read/encoding.ts';

const names = ['名称', '代码'];
const tell = (hex: string | Buffer, known = names) =>
  tellEncoding(
    typeof hex === 'string' ? Buffer.from(hex, 'hex') : hex,
    (line) => known.filter((name) => line.includes(name)).length,
  );

describe('tellEncoding', () => {
  it('knows a BOM', () => expect(tell(Buffer.from('\ufeffa,b\n'))).toEqual({ encoding: 'utf-8', by: 'BOM', bom: 3 }));
  it('takes ASCII for what it is', () => expect(tell(Buffer.from('a,b\n'))).toMatchObject({ by: 'ASCII' }));
  it('tells by the bytes where only one encoding fits', () => {
    expect(tell('c3fbb3c60a')).toMatchObject({ encoding: 'gb18030', by: 'bytes' });
    expect(tell(Buffer.from('名\n'))).toMatchObject({ encoding: 'utf-8' });
  });
  it('tells by the header where both fit', () =>
    expect(tell(Buffer.from('名称,代码\n'))).toMatchObject({ encoding: 'utf-8', by: 'header' }));
  it('tells by the header where neither fits because of a broken row', () =>
    expect(tell(Buffer.concat([Buffer.from('名称\n'), Buffer.from([0xff, 0xff, 10])]))).toMatchObject({
      encoding: 'utf-8',
      by: 'header',
    }));
  it.each([
    ['a workbook', '504b030414000600', /Excel/],
    ['UTF-16', 'fffe6100', /UTF-16/],
    ['zeros', '61620000', /binary/],
    ['what fits nothing', 'ffff0affff0a', /neither/],
  ])('refuses %s', (_, hex, message) => expect(() => tell(hex)).toThrow(message));
  it('guesses nothing where two characters fit both', () =>
    expect(() => tell(Buffer.from('姓名\n'), [])).toThrow(/cannot be told/));
});
