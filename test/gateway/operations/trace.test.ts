import { describe, expect, it } from '@jest/globals';
import { continueTrace, traceIdOf } from '../../../gateway/operations/trace.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('the trace', () => {
  it('goes on with a span of its own', () => {
    const next = continueTrace(`00-${TRACE}-00f067aa0ba902b7-01`);
    expect(next).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
    expect(next).not.toContain('00f067aa0ba902b7');
    expect(traceIdOf(next)).toBe(TRACE);
  });

  it.each([undefined, 'x', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`, `00-${TRACE}-00f067aa0ba902b7-01\r\nx: y`])(
    'begins anew after %j',
    (incoming) => {
      expect(continueTrace(incoming)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
      expect(continueTrace(incoming)).not.toContain(TRACE);
    },
  );
});
