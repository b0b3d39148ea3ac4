import { element } from '../element.js';
import { code, day, interval, moment, relation } from '../formats.js';
import { inLanguage, nameOf } from '../language.js';
import { WORDS } from '../words.js';
import { application, appointment } from './affairs-card.js';
import { archiveFacts } from './archive-facts.js';
import { holding } from './enterprise-facts.js';
import { licences } from './licence-card.js';
import { tags } from './tag-card.js';
import { chip, fact, factList, note, section, shown, shownList, withheld } from './facts.js';

const by = (format) => (place) => shown(place, format);

/** One line about a person, or why the person is not shown. */
const person = (place) => {
  if (place.problem !== undefined) return [inLanguage(WORDS.someone), ' ', withheld(place.problem)];
  if (place.value === null) return chip(inLanguage(WORDS.none));
  const details = [
    [place.get('sex'), code('Sex')],
    [place.get('birthDate'), (date) => `${inLanguage(WORDS.born)} ${day(date)}`],
  ].filter(([at]) => at.value);
  const [denied] = ['sex', 'birthDate', 'enrolments'].map((field) => place.get(field).problem).filter(Boolean);
  return [
    shown(place.get('name')),
    details.map(([at, format]) => element('small', {}, ` · ${format(at.value)}`)),
    denied === undefined ? null : [' ', withheld(denied)],
  ];
};

const school = (place) => {
  const { school: name, stage, grade, since, until } = place.value;
  const details = [
    code('Education')(stage),
    grade && inLanguage({ zh: `${grade} 年级`, en: `grade ${grade}` }),
    interval({ since, until }),
  ];
  return [name, element('small', {}, ` ${details.filter(Boolean).join(' · ')}`)];
};

const ward = (place) => {
  const schools = place.get('ward').get('enrolments').items();
  const present = schools.find(({ value }) => value.until === null);
  return [
    person(place.get('ward')),
    element('small', {}, ` · ${code('GuardianKind')(place.value.kind)} · ${interval({ until: place.value.until })}`),
    present === undefined ? null : element('div', {}, school(present)),
  ];
};

const guardian = (place) => [
  person(place.get('guardian')),
  element('small', {}, ` · ${code('GuardianKind')(place.value.kind)}`),
];

const marriage = ({ value }) => {
  const end = value.endedBy === null ? '' : ` · ${code('MarriageEnd')(value.endedBy)}`;
  return `${interval(value)}${end}`;
};

const personalFacts = (file) => [
  fact(file, 'name'),
  fact(file, 'idNumber', (place) => shown(place, (value) => element('code', {}, value))),
  fact(file, 'sex', by(code('Sex'))),
  fact(file, 'birthDate', by(day)),
  fact(file, 'ethnicity', by(code('ethnicity'))),
  fact(file, 'nationality', by(code('nationality'))),
  fact(file, 'maritalStatus', by(code('MaritalStatus'))),
  fact(file, 'education', by(code('Education'))),
  fact(file, 'occupation'),
  fact(file, 'employer'),
  fact(file, 'phone'),
  fact(file, 'email'),
  fact(
    file,
    'militaryService',
    by((service) => [service.branch, interval(service)].filter(Boolean).join(' · ')),
  ),
  fact(
    file,
    'disability',
    by(({ category, degree, since }) =>
      [
        code('disability')(category),
        inLanguage({ zh: `${degree} 级`, en: `degree ${degree}` }),
        interval({ since }),
      ].join(' · '),
    ),
  ),
];

const familyFacts = (file) => [
  fact(file, 'spouse', person),
  ...['children', 'parents'].map((field) => fact(file, field, (place) => shownList(place, person))),
  fact(file, 'wards', (place) => shownList(place, ward)),
  fact(file, 'guardians', (place) => shownList(place, guardian)),
  fact(file, 'marriages', (place) => shownList(place, marriage)),
];

/** Where a household or a home is. */
const whereFacts = (place) => [
  fact(place, 'kind', by(code('HouseholdKind'))),
  fact(place, 'district', (at) => (at.value === null ? shown(place.get('province'), nameOf) : shown(at, nameOf))),
  fact(
    place,
    'address',
    by(({ text }) => text ?? inLanguage(WORDS.empty)),
  ),
  fact(place, 'relationToHead', by(relation)),
  fact(place, 'basis', by(code('ResidenceBasis'))),
  fact(place, 'since', by(day)),
  fact(place, 'members', (at) => shownList(at, person)),
];

const sectionAt = (title, place, toContent) => {
  if (place.value === undefined) return null;
  return section(title, place.value === null ? element('p', {}, shown(place)) : toContent(place));
};

const itemCount = (count) => inLanguage({ zh: `${count} 项`, en: count === 1 ? '1 item' : `${count} items` });

const reading = (place) => {
  const { at, role, department, purpose, items } = place.value;
  const who = department === null ? code('viewer')(role) : nameOf(department);
  return [
    element('time', { datetime: at }, moment(at)),
    ' ',
    element('strong', {}, who),
    purpose === null ? null : ` · ${nameOf(purpose)}`,
    element(
      'details',
      {},
      element('summary', {}, itemCount(items.length)),
      element('p', {}, element('code', {}, items.join(' '))),
    ),
  ];
};

const objection = ({ value }) => [
  element('code', {}, value.item),
  ' ',
  value.claim,
  ' ',
  chip(code('ObjectionState')(value.state)),
  value.reason === null ? null : element('small', {}, ` ${value.reason}`),
];

const nodes = (connection) =>
  connection
    .get('edges')
    .items()
    .map((edge) => edge.get('node'));

const entries = (items, toEntry, words) =>
  items.length === 0
    ? note(inLanguage(words))
    : element(
        'ul',
        { class: 'entries' },
        items.map((item) => element('li', {}, toEntry(item))),
      );

/** Holdings by enterprise: who is its representative often owns it as well. */
const byEnterprise = (holdings) => {
  const groups = new Map();
  for (const place of holdings) {
    const key = place.value.enterprise?.uscc ?? place;
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  return [...groups.values()];
};

/** Whether tags are used to recommend. */
const personalisation = (place) =>
  place.value === undefined
    ? null
    : note(shown(place, (isOn) => inLanguage(isOn ? WORDS.recommended : WORDS.notRecommended)));

/** 一人一档: what the answer holds of one citizen, section by section. */
export const citizenSections = (file) => [
  section('person', factList(personalFacts(file))),
  section('family', factList(familyFacts(file))),
  sectionAt('household', file.get('household'), (place) => factList(whereFacts(place))),
  sectionAt('residence', file.get('residence'), (place) => factList(whereFacts(place))),
  sectionAt('schooling', file.get('enrolments'), (place) =>
    place.value.length === 0 ? note(inLanguage(WORDS.none)) : shownList(place, school),
  ),
  sectionAt('enterprises', file.get('enterprises'), (place) =>
    entries(byEnterprise(nodes(place)), holding, WORDS.none),
  ),
  section('tags', [tags(file.get('tags'), file.get('licences')), personalisation(file.get('personalisation'))].flat()),
  section('licences', licences(file.get('licences'))),
  sectionAt('archive', file.get('archive'), (place) => factList(archiveFacts(place))),
  sectionAt('applications', file.get('applications'), (place) => entries(nodes(place), application, WORDS.none)),
  sectionAt('appointments', file.get('appointments'), (place) => entries(place.items(), appointment, WORDS.none)),
  sectionAt('objections', file.get('objections'), (place) => entries(nodes(place), objection, WORDS.none)),
  sectionAt('accessLog', file.get('accessLog'), (place) => entries(nodes(place), reading, WORDS.nobodyRead)),
];
