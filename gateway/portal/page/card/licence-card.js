import { element } from '../element.js';
import { code, day, lastDay } from '../formats.js';
import { inLanguage, nameOf } from '../language.js';
import { WORDS } from '../words.js';
import { chip, note, shown, withheld } from './facts.js';

/** As licences print it: to the last valid day. */
const term = ({ validFrom, validUntil }) => {
  const end = validUntil === null ? inLanguage(WORDS.longTerm) : `${inLanguage(WORDS.until)} ${lastDay(validUntil)}`;
  return [validFrom && `${inLanguage(WORDS.since)} ${day(validFrom)}`, end]
    .filter(Boolean)
    .join(inLanguage({ zh: '，', en: ', ' }));
};

const endorsement = ({ name, nameEn, destination, validUntil, entriesLeft }) =>
  [
    code('Destination')(destination),
    nameOf({ name, nameEn }),
    `${inLanguage(WORDS.until)} ${lastDay(validUntil)}`,
    entriesLeft === null
      ? null
      : inLanguage({
          zh: `剩余 ${entriesLeft} 次`,
          en: entriesLeft === 1 ? '1 entry left' : `${entriesLeft} entries left`,
        }),
  ]
    .filter(Boolean)
    .join(' · ');

/** The lines of a list-valued place, or why there are none; nothing when there is nothing. */
const lines = (place, toText) => {
  if (place.problem !== undefined) return element('div', {}, withheld(place.problem));
  return (place.value ?? []).map((each) => element('div', {}, element('small', {}, toText(each))));
};

const licence = (place) => {
  if (place.value === null) return shown(place);
  const { status } = place.value;
  const number = place.get('number');
  return [
    element(
      'strong',
      {},
      shown(place.get('kind'), (kind) => nameOf(kind)),
    ),
    ' ',
    number.value === null && number.problem === undefined ? null : shown(number, (value) => element('code', {}, value)),
    ' ',
    status === null
      ? shown(place.get('status'))
      : chip(code('LicenceStatus')(status), status === 'VALID' ? 'good' : 'warning'),
    element('small', {}, ` ${term(place.value)} · `, shown(place.get('issuer'), nameOf)),
    lines(place.get('attributes'), (each) => `${nameOf(each)}: ${each.value}`),
    lines(place.get('endorsements'), endorsement),
  ];
};

/** Which licence it is, and until when it is valid: `居住证 3101… 至 2027年3月7日`; null where that is withheld. */
export const nameLicence = ({ kind, number, validUntil }) => {
  if (kind === null) return null;
  const end = validUntil === null ? '' : ` ${inLanguage(WORDS.until)} ${lastDay(validUntil)}`;
  return [nameOf(kind), number].filter(Boolean).join(' ') + end;
};

/** 证照: the licences of a page, one entry each; null when the query did not ask for them. */
export const licences = (place) => {
  if (place.value === undefined) return null;
  if (place.value === null) return element('p', {}, shown(place));
  const nodes = place
    .get('edges')
    .items()
    .map((edge) => edge.get('node'));
  return nodes.length === 0
    ? note(inLanguage(WORDS.none))
    : element(
        'ul',
        { class: 'entries' },
        nodes.map((node) => element('li', {}, licence(node))),
      );
};
