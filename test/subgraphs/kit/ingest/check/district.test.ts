import { describe, expect, it } from '@jest/globals';
import { checkDistrict } from '../../../../../subgraphs/kit/ingest/check/district.ts';

describe('checkDistrict', () => {
  it.each([
    ['浦东', { ok: true, value: '310115' }],
    ['上海市徐汇区', { ok: true, value: '310104' }],
    ['310104', { ok: true, value: '310104' }],
    ['310104000000', { ok: true, value: '310104', normalised: 'CODE_FORM' }],
    ['卢湾', { ok: true, value: '310101', warning: 'ABOLISHED_DISTRICT' }],
    ['闸北', { ok: true, value: '310106', warning: 'ABOLISHED_DISTRICT' }],
    ['南汇区', { ok: true, value: '310115', warning: 'ABOLISHED_DISTRICT' }],
    ['崇明县', { ok: true, value: '310151', warning: 'ABOLISHED_DISTRICT' }],
    ['310230', { ok: true, value: '310151', warning: 'ABOLISHED_DISTRICT' }],
    ['崇明', { ok: true, value: '310151' }],
    ['自贸区', { ok: true, value: '310115', warning: 'ZONE_FOR_DISTRICT' }],
    ['340100', { ok: true, value: '340100' }],
    ['310199', { ok: false, code: 'UNKNOWN_DISTRICT' }],
    ['990100', { ok: false, code: 'UNKNOWN_DISTRICT' }],
    ['200(万美元)', { ok: false, code: 'UNKNOWN_DISTRICT' }],
  ])('knows %s', (text, answer) => expect(checkDistrict(text)).toEqual(answer));
});
