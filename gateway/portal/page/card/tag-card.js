import { element } from '../element.js';
import { interval } from '../formats.js';
import { inLanguage, nameOf } from '../language.js';
import { WORDS } from '../words.js';
import { chip, note, shown } from './facts.js';
import { nameLicence } from './licence-card.js';

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

/** By id, the licences of the same answer. */
const licencesById = (place) =>
  new Map((place.value?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [[node.id, node]])));

/** Which licences decided. */
const decidedBy = ({ evidence }, licences) =>
  evidence
    .flatMap(({ record }) => licences.get(record) ?? [])
    .map(nameLicence)
    .filter((each) => each !== null)
    .map((each) => element('div', {}, element('small', {}, each)));

/** One tag: since and until, why, by which version of its rule, and what it is used for. */
const tag = ({ value }, licences) => [
  element('strong', {}, nameOf(value.tag)),
  element('small', {}, ` ${interval(value)} `),
  chipsOf(value),
  element('div', {}, inLanguage({ zh: value.reason, en: value.reasonEn })),
  decidedBy(value, licences),
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
export const tags = (place, licences) => {
  if (place.value === undefined) return null;
  if (place.value === null) return element('p', {}, shown(place));
  const items = place.items();
  const byId = licencesById(licences);
  const certain = items.filter(({ value }) => value.state === 'IN');
  const names = items.filter(({ value }) => value.state !== 'IN').map(({ value }) => nameOf(value.tag));
  const uncertain = [...new Set(names)].join(inLanguage({ zh: '、', en: ', ' }));
  return [
    certain.length === 0
      ? note(inLanguage(WORDS.none))
      : element(
          'ul',
          { class: 'entries' },
          certain.map((each) => element('li', {}, tag(each, byId))),
        ),
    uncertain === '' ? null : note(`${inLanguage(WORDS.uncertain)}${uncertain}`),
  ];
};
