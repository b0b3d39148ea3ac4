import { element } from '../element.js';
import { interval } from '../formats.js';
import { inLanguage, nameOf } from '../language.js';
import { WORDS } from '../words.js';
import { chip, note, shown } from './facts.js';

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

const CONTESTED = {
  OPEN: { zh: '异议处理中，暂停使用', en: 'contested, not used until decided' },
  KEPT: { zh: '异议后保留', en: 'kept after a contest' },
  REMOVED: { zh: '异议成立，不再使用', en: 'removed after a contest' },
};

const chipsOf = ({ since, contested, stale }) =>
  [
    since !== null && since > today() ? chip(inLanguage(WORDS.ahead), 'seal') : null,
    contested === null ? null : chip(inLanguage(CONTESTED[contested]), 'warning'),
    stale ? chip(inLanguage(WORDS.stale), 'warning') : null,
  ].filter((each) => each !== null);

/** One tag: since and until, why, by which version of its rule, and what it is used for. */
const tag = ({ value }) => [
  element('strong', {}, nameOf(value.tag)),
  element('small', {}, ` ${interval(value)} `),
  chipsOf(value),
  element('div', {}, inLanguage({ zh: value.reason, en: value.reasonEn })),
  element(
    'div',
    {},
    element(
      'small',
      {},
      `${inLanguage(WORDS.usedFor)}${inLanguage({ zh: value.tag.use, en: value.tag.useEn })} · `,
      inLanguage({ zh: `规则第 ${value.version} 版`, en: `version ${value.version} of the rule` }),
    ),
  ),
];

/** 标签: those that hold and those to come; of those that are not certain the names alone. Null when the query did not ask. */
export const tags = (place) => {
  if (place.value === undefined) return null;
  if (place.value === null) return element('p', {}, shown(place));
  const items = place.items();
  const certain = items.filter(({ value }) => value.state === 'IN');
  const names = items.filter(({ value }) => value.state !== 'IN').map(({ value }) => nameOf(value.tag));
  const uncertain = [...new Set(names)].join(inLanguage({ zh: '、', en: ', ' }));
  return [
    certain.length === 0
      ? note(inLanguage(WORDS.none))
      : element(
          'ul',
          { class: 'entries' },
          certain.map((each) => element('li', {}, tag(each))),
        ),
    uncertain === '' ? null : note(`${inLanguage(WORDS.uncertain)}${uncertain}`),
  ];
};
