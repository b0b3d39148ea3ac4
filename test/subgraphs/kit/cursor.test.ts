import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCursorCodec } from '../../../subgraphs/kit/cursor.ts';

const codec = createCursorCodec(Buffer.alloc(32, 1));

describe('a cursor', () => {
  it('opens to the text it was made of', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => codec.open(codec.seal(text)) === text));
  });

  it('is the same for the same place, and tells nothing of it', () => {
    expect(codec.seal('91310104MA1FPAA18P')).toBe(codec.seal('91310104MA1FPAA18P'));
    expect(Buffer.from(codec.seal('91310104MA1FPAA18P'), 'base64url').toString('latin1')).not.toContain('9131');
  });

  it('is not opened when a bit of it was altered', () => {
    const bytes = Buffer.from(codec.seal('91310104MA1FPAA18P'), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const altered = Buffer.from(bytes);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(codec.open(altered.toString('base64url'))).toBeNull();
    }
  });

  it('is not opened by the key of another registry', () => {
    expect(createCursorCodec(randomBytes(32)).open(codec.seal('x'))).toBeNull();
  });

  it.each(['', '!', 'bnVsbA', codec.seal('x').slice(0, -1), ` ${codec.seal('x')}`])('is not %p', (cursor) => {
    expect(codec.open(cursor)).toBeNull();
  });
});
