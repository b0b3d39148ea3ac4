import type { Label } from './engine/timeline.ts';
import { wordsOf } from './item-words.ts';
import type { Evidence, HeldTag } from './tag-store/tag-store.ts';

/** So many kinds of records are named in a sentence; the others are counted. */
const NAMED = 3;

const UNNAMED: Label = { zh: '登记资料', en: 'what is on file' };

const nameOf = ({ item, label }: Evidence): Label => label ?? (item === null ? null : wordsOf(item)) ?? UNNAMED;

/** What a record is and its term, in a few words: `居住证（2025-03-08至2027-03-08）`. */
export const summarise = (evidence: Evidence): Label => {
  const { from, until } = evidence;
  const { zh, en } = nameOf(evidence);
  if (from !== null && until !== null)
    return { zh: `${zh}（${from}至${until}）`, en: `${en} (from ${from} until ${until})` };
  if (from !== null) return { zh: `${zh}（自${from}起）`, en: `${en} (from ${from})` };
  return until === null ? { zh, en } : { zh: `${zh}（至${until}）`, en: `${en} (until ${until})` };
};

/** Of each kind of record the first, with its term. */
const enumerate = (evidence: readonly Evidence[]): Label => {
  const kinds = new Map(evidence.toReversed().map((each) => [nameOf(each).zh, each]));
  const distinct = [...kinds.values()].reverse();
  const named = distinct.slice(0, NAMED).map(summarise);
  const rest = distinct.length - named.length;
  return {
    zh: `${named.map(({ zh }) => zh).join('、')}${rest > 0 ? `等${String(distinct.length)}项` : ''}`,
    en: `${named.map(({ en }) => en).join(', ')}${rest > 0 ? ` and ${String(rest)} more` : ''}`,
  };
};

/** Why a tag holds or may hold, in a sentence. `hidden`: records decide that whoever asks may not see. */
export const explain = (state: HeldTag['state'], evidence: readonly Evidence[], hidden: boolean): Label => {
  if (evidence.length === 0)
    return hidden
      ? { zh: '依据您无权查看的资料。', en: 'From records that are not granted to you.' }
      : { zh: '依据规则，无需具体记录。', en: 'By the rule alone, without a record.' };
  const { zh, en } = enumerate(evidence);
  return state === 'IN'
    ? { zh: `依据${zh}。`, en: `From ${en}.` }
    : { zh: `缺少${zh}的资料，暂不能确定。`, en: `Not certain, as something is missing of ${en}.` };
};
