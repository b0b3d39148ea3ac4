import { element } from '../element.js';
import { code, day, interval, money, number } from '../formats.js';
import { inLanguage, nameOf } from '../language.js';
import { WORDS } from '../words.js';
import { licences } from './licence-card.js';
import { tags } from './tag-card.js';
import { chip, fact, factList, section, shown, shownList, withheld } from './facts.js';

const by = (format) => (place) => shown(place, format);
const listOf = (toEntry) => (place) => shownList(place, toEntry);
const small = (text) => (text === '' ? null : element('small', {}, ` ${text}`));

/** The name of a person or an enterprise that a place leads to, or why it is not shown. */
const named = (place) => {
  if (place.problem !== undefined) return withheld(place.problem);
  return place.value === null ? chip(inLanguage(WORDS.none)) : shown(place.get('name'));
};

const statusChip = (status) => chip(code('EnterpriseStatus')(status), status === 'OPERATING' ? 'good' : 'warning');

const report = ({ value: { year, dueOn, filedAt, exempt } }) => {
  if (exempt) return [`${year} `, chip(inLanguage(WORDS.exempt))];
  if (filedAt !== null) return [`${year} `, chip(inLanguage(WORDS.filed), 'good')];
  return [`${year} `, chip(`${inLanguage(WORDS.notFiled)} ${day(dueOn)}`, 'warning')];
};

const listing = ({ value }) => [
  chip(code('Directory')(value.directory), value.until === null ? 'warning' : 'quiet'),
  small(interval(value)),
  element('div', {}, value.ground),
];

const mandate = (place) => [
  named(place.get('handler')),
  small([place.value.services.join(', '), interval({ until: place.value.until })].filter(Boolean).join(' · ')),
];

const share = (end) => (place) => [
  named(place.get(end)),
  ` ${number(place.value.share)} %`,
  small(interval({ since: place.value.since, until: place.value.until })),
];

const penalty = ({ value }) => [
  value.ground,
  value.amount === null ? null : ` ${money(value.amount)}`,
  small([nameOf(value.department), day(value.on), value.id].join(' · ')),
];

const registrationFacts = (file) => [
  fact(file, 'uscc', (place) => element('code', {}, place.value)),
  fact(file, 'status', by(statusChip)),
  fact(file, 'kind'),
  fact(file, 'establishedOn', by(day)),
  file.value.closedOn === null ? null : fact(file, 'closedOn', by(day)),
  fact(file, 'capital', by(money)),
  fact(file, 'district', by(nameOf)),
  fact(
    file,
    'address',
    by(({ text }) => text ?? inLanguage(WORDS.empty)),
  ),
  fact(file, 'employees', by(number)),
  fact(
    file,
    'formerNames',
    listOf(({ value }) => [value.name, small(interval({ until: value.until }))]),
  ),
  fact(file, 'scope'),
];

const peopleFacts = (file) => [
  fact(file, 'legalRepresentative', named),
  fact(file, 'handlers', listOf(mandate)),
  fact(file, 'shareholders', listOf(share('owner'))),
  fact(
    file,
    'beneficialOwners',
    listOf((place) => [named(place.get('citizen')), ` ${number(place.value.share)} %`]),
  ),
  fact(file, 'investments', listOf(share('enterprise'))),
];

const regulationFacts = (file) => [
  fact(file, 'annualReports', listOf(report)),
  fact(file, 'penalties', listOf(penalty)),
  fact(file, 'listings', listOf(listing)),
];

const timeline = (file) => {
  const events = file.get('timeline');
  if (events.value === undefined) return null;
  const entries = events
    .get('edges')
    .items()
    .map(({ value: { node } }) =>
      element('li', {}, element('time', { datetime: node.at }, day(node.at)), ` ${node.title}`),
    );
  return entries.length === 0
    ? element(
        'p',
        {},
        shown(events, () => inLanguage(WORDS.none)),
      )
    : element('ol', { class: 'entries' }, entries);
};

/** 一企一档: what the answer holds of one enterprise, section by section. */
export const enterpriseSections = (file) => [
  section('registration', factList(registrationFacts(file))),
  section('ownership', factList(peopleFacts(file))),
  section('regulation', factList(regulationFacts(file))),
  section('tags', tags(file.get('tags'), file.get('licences'))),
  section('licences', licences(file.get('licences'))),
  section('timeline', timeline(file)),
];

const role = ({ value }) => {
  const share = value.share === null ? '' : ` ${number(value.share)} %`;
  return element(
    'div',
    {},
    chip(`${code('Role')(value.role)}${share}`, value.until === null ? 'seal' : 'quiet'),
    small(interval(value)),
  );
};

/** What a citizen is to one enterprise, with a short file of it. `places` are holdings in the same enterprise. */
export const holding = (places) => {
  const [enterprise, ...same] = places.map((place) => place.get('enterprise'));
  for (const place of same) place.settle();
  return [
    element('h5', {}, named(enterprise)),
    places.map(role),
    enterprise.value === null
      ? null
      : factList([...registrationFacts(enterprise), ...peopleFacts(enterprise), ...regulationFacts(enterprise)]),
  ];
};
