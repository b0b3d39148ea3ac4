import { describe, expect, it } from '@jest/globals';
import { checkText, hasPrivateUse, isMojibake } from '../../../../../subgraphs/kit/ingest/check/text.ts';

describe('isMojibake', () => {
  it.each(['�Ϻ���', 'ä¸Šæµ·', '锟斤拷', '上\u0000海', '上\u0008'])('knows that %j was broken', (text) =>
    expect(isMojibake(text)).toBe(true),
  );
  it.each(['上海市', 'André·Citroën', 'Jean Louis', '第1行\n第2行', '１２３', '㐀𠮷'])('leaves %j alone', (text) =>
    expect(isMojibake(text)).toBe(false),
  );
});

describe('checkText', () => {
  it('says that a text was cut at its source', () =>
    expect(checkText('附设分支机构...', 20)).toEqual({ ok: true, value: '附设分支机构...', warning: 'CUT_AT_SOURCE' }));
  it('refuses what is too long', () => expect(checkText('四个汉字', 3)).toEqual({ ok: false, code: 'TOO_LONG' }));
  it('sees characters of private use', () =>
    expect([hasPrivateUse('\ue000'), hasPrivateUse('上海')]).toEqual([true, false]));
});
