import { element } from '../element.js';
import { code, money, number, percent } from '../formats.js';
import { inLanguage, nameOf } from '../language.js';
import { WORDS } from '../words.js';
import { chip, note } from './facts.js';

const separator = () => inLanguage({ zh: '、', en: ', ' });

/** What a service costs a citizen: money, days, ways to an office; what nobody knows is left out. */
const effort = ({ fee, workingDays, visits, channels }) =>
  [
    channels.map(code('Channel')).join(separator()),
    fee && (Number(fee.amount) === 0 ? inLanguage(WORDS.free) : money(fee)),
    workingDays === null ? null : `${number(workingDays)} ${inLanguage(WORDS.workingDays)}`,
    visits === null ? null : `${number(visits)} ${inLanguage(WORDS.visits)}`,
  ]
    .filter(Boolean)
    .join(' · ');

const rating = ({ count, mean, badRate }) =>
  mean === null
    ? inLanguage(WORDS.fewRatings)
    : `${inLanguage(WORDS.rated)} ${number(mean)} / 5 · ${number(count)} ${inLanguage(WORDS.ratings)} · ${inLanguage(WORDS.badRatings)} ${percent(badRate)}`;

const material = ({ name, licenceKind, required, when }) =>
  element(
    'li',
    {},
    `${name} `,
    licenceKind === null ? null : [chip(inLanguage(WORDS.byLicence), 'good'), ' '],
    required ? null : chip(when ?? inLanguage(WORDS.notAlways)),
  );

const office = ({ name, nameEn, hours, waitingMinutes, address }) =>
  element(
    'li',
    {},
    element('strong', {}, nameOf({ name, nameEn })),
    ` ${[address?.text, hours].filter(Boolean).join(' · ')}`,
    waitingMinutes === null ? null : [' ', chip(`${number(waitingMinutes)} ${inLanguage(WORDS.minutesWaiting)}`)],
  );

const service = ({ value }) =>
  element(
    'section',
    { class: 'file-section' },
    element('h4', {}, nameOf(value)),
    element('p', {}, inLanguage({ zh: value.summary, en: value.summaryEn })),
    note([nameOf(value.department), effort(value), rating(value.ratings)].filter(Boolean).join(' · ')),
    value.materials.length === 0
      ? null
      : element(
          'details',
          {},
          element('summary', {}, `${inLanguage(WORDS.toBring)} (${value.materials.length})`),
          element('ul', { class: 'plain' }, value.materials.map(material)),
        ),
    value.offices.length === 0
      ? null
      : element(
          'details',
          {},
          element('summary', {}, inLanguage(WORDS.nearestOffices)),
          element('ul', { class: 'plain' }, value.offices.map(office)),
        ),
  );

/** 事项: what was found, best match first: who renders it, what it takes, what to bring and where. */
export const serviceSections = (services) => {
  const edges = services.get('edges').items();
  if (edges.length === 0) return [note(inLanguage(WORDS.noService))];
  return edges.map((edge) => service(edge.get('node')));
};
