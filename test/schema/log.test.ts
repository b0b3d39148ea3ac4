import { describe, expect, it } from '@jest/globals';
import { createLog, scrub } from '../../schema/log.ts';

describe('the log', () => {
  it.each([
    ['Key (id_number)=(310104198809210222) already exists', 'Key (id_number)=([id-number]) already exists'],
    ['no such number 31010119440101022X', 'no such number [id-number]'],
    ['call 13812345678 now', 'call [phone] now'],
    ['Bearer eyJhbGciOi.eyJzdWIi.c2ln', 'Bearer [token]'],
    ['connect postgres://onefile:hunter2@db:5432/x', 'connect postgres://onefile:[password]@db:5432/x'],
    ['pg: password=hunter2', 'pg: password=[password]'],
    ['answered after 1500000000000000000000 ns', 'answered after 1500000000000000000000 ns'],
  ])('writes %j as %j', (text, clean) => {
    expect(scrub(text)).toBe(clean);
  });

  it('scrubs errors with their stacks, and drops what is secret by name', () => {
    const lines: string[] = [];
    const log = createLog('info', 'gateway', { write: (line) => void lines.push(line) });
    log.error(
      { err: new Error('310104198809210222'), request: { authorization: 'Bearer x', variables: { a: 1 } } },
      'failed',
    );
    expect(lines[0]).not.toMatch(/310104198809210222|Bearer x|"a":1/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'failed', err: { type: 'Error', message: '[id-number]' } });
  });
});
