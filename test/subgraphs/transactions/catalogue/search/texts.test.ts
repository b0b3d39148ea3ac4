import { describe, expect, it } from '@jest/globals';
import { blurPinyin, toSyllables } from '../../../../../subgraphs/transactions/catalogue/search/pinyin.ts';
import { createSpeller } from '../../../../../subgraphs/transactions/catalogue/search/speller.ts';
import {
  englishWords,
  hanGrams,
  letterGrams,
  splitText,
  wordGrams,
} from '../../../../../subgraphs/transactions/catalogue/search/texts.ts';

describe('the text of a query', () => {
  it.each([
    ['我想开一家奶茶店', '开 奶茶店', []],
    ['身份证丢了怎么办？', '身份证丢', []],
    ['怎么办', '怎么办', []],
    ['办ＣＭＡ认证', '办 认证', ['cma']],
    ['Open a Café', '', ['open', 'a', 'caf']],
    ['😀 \u202e', '', []],
  ])('%s is %j and %j', (text, han, latin) => {
    expect(splitText(text)).toEqual({ han, latin });
  });

  it('has pairs of neighbours, and none across a gap', () => {
    expect([...hanGrams('开 饭店')].sort()).toEqual(['开', '饭', '店', '饭店'].sort());
    expect([...hanGrams('𠮷野')]).toEqual(['𠮷', '𠮷野', '野']);
  });

  it('has runs of letters with marks at both ends', () => {
    expect([...letterGrams('kfd')]).toEqual(['^kf', 'kfd', 'fd$']);
    expect([...letterGrams('')]).toEqual([]);
  });

  it('has words in one form and without the small ones', () => {
    expect(englishWords(['renewing', 'my', 'driving', 'licenses'])).toEqual(['renew', 'driv', 'licence']);
    expect(englishWords(['companies', 'buses', 'wages', 'is', 'status'])).toEqual([
      'company',
      'buse',
      'wage',
      'status',
    ]);
    expect(englishWords(['how', 'to'])).toEqual(['how', 'to']);
    expect([...wordGrams(['work', 'permit'])]).toEqual(['work', 'permit', 'work permit']);
  });
});

describe('pinyin', () => {
  it('is read by the word', () => {
    expect(toSyllables('银行行驶证').join(' ')).toBe('yin hang xing shi zheng');
    expect(toSyllables('旅馆')).toEqual(['lv', 'guan']);
    expect(toSyllables('')).toEqual([]);
  });

  it.each([
    ['shiyejing', 'siyejin'],
    ['shiyejin', 'siyejin'],
    ['zhangcheng', 'zancen'],
    ['long', 'long'],
  ])('%s is heard as %s', (letters, heard) => {
    expect(blurPinyin(letters)).toBe(heard);
  });
});

describe('the speller', () => {
  const spell = createSpeller(new Set(['restaurant', 'registration', 'passport']));

  it.each([
    ['restaurent', 'restaurant'],
    ['pasport', 'passport'],
    ['passport', 'passport'],
    ['tax', 'tax'],
    ['wedding', 'wedding'],
  ])('takes %s for %s', (word, meant) => {
    expect(spell(word)).toBe(meant);
  });
});
