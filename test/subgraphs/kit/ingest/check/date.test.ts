import { describe, expect, it } from '@jest/globals';
import { checkDate, checkDateTime } from '../../../../../subgraphs/kit/ingest/check/date.ts';

describe('checkDate', () => {
  it.each(['2004-02-29', '1979-12-21', '2000-02-29'])('takes %s', (text) =>
    expect(checkDate(text)).toEqual({ ok: true, value: text }),
  );
  it.each(['2004/3/1', '20040301', '2004年3月1日', '2004.03.01'])('takes %s for the first of March', (text) =>
    expect(checkDate(text)).toEqual({ ok: true, value: '2004-03-01', normalised: 'DATE_FORM' }),
  );
  it.each([
    '2003-02-29',
    '1900-02-29',
    '2004-13-01',
    '2004-00-10',
    '2004-04-31',
    '0004-04-01',
    '04-04-01',
    '913101',
    '2004-3',
    'x',
  ])('refuses %s', (text) => expect(checkDate(text)).toEqual({ ok: false, code: 'BAD_DATE' }));
});

describe('checkDateTime', () => {
  it('turns an instant to UTC', () =>
    expect(checkDateTime('2026-03-01T08:00:00+08:00')).toEqual({
      ok: true,
      value: '2026-03-01T00:00:00.000Z',
      normalised: 'DATE_FORM',
    }));
  it.each(['2026-03-01T08:00:00', '2026-02-30T08:00:00Z', '2026-03-01', '2026-03-01T25:00:00Z'])('refuses %s', (text) =>
    expect(checkDateTime(text)).toEqual({ ok: false, code: 'BAD_DATE_TIME' }),
  );
});
