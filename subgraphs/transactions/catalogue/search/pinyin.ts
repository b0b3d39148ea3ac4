import { pinyin } from 'pinyin-pro';

/** 开饭店 → kai, fan, dian; `v` stands for ü. */
export const toSyllables = (han: string): readonly string[] =>
  pinyin(han, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });

/**
 * Pinyin as people of the south write it: zh, ch, sh as z, c, s and the final -ng as -n. Applied to both sides, it makes
 * the usual slips equal.
 */
export const blurPinyin = (letters: string): string => letters.replace(/([zcs])h/gu, '$1').replace(/([aei]n)g/gu, '$1');
