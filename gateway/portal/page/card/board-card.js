import { element } from '../element.js';
import { moment, number, percent } from '../formats.js';
import { inLanguage, nameOf } from '../language.js';
import { LABELS, WORDS } from '../words.js';
import { chip, fact, factList, shown } from './facts.js';

const by = (format) => (place) => shown(place, format);

const completeness = (columns) =>
  element(
    'details',
    {},
    element('summary', {}, `${inLanguage(LABELS.completeness)} (${columns.length})`),
    element(
      'ul',
      { class: 'columns' },
      columns.map(({ column, filled }) =>
        element(
          'li',
          {},
          element('span', {}, column),
          element('meter', { min: 0, max: 1, low: 0.8, high: 0.95, optimum: 1, value: filled, 'aria-label': column }),
          element('span', {}, percent(filled)),
        ),
      ),
    ),
  );

const sourceEntry = (place) => {
  const { code, late, lastArrival } = place.value;
  const arrival = lastArrival === null ? inLanguage(WORDS.never) : inLanguage(late ? WORDS.late : WORDS.inTime);
  return element(
    'section',
    { class: 'file-section board' },
    element(
      'h4',
      {},
      nameOf(place.value),
      ' ',
      chip(arrival, late ? 'warning' : lastArrival === null ? 'quiet' : 'good'),
    ),
    element('p', { class: 'note' }, element('code', {}, code)),
    factList([
      fact(place, 'department', by(nameOf)),
      fact(place, 'lastArrival', by(moment)),
      ...['rows', 'accepted', 'changed', 'quarantined'].map((field) => fact(place, field, by(number))),
      fact(place, 'accuracy', by(percent)),
      fact(
        place,
        'timelinessHours',
        by((hours) => `${number(hours)} ${inLanguage(WORDS.hours)}`),
      ),
    ]),
    place.value.completeness.length === 0 ? null : completeness(place.value.completeness),
  );
};

const urgency = ({ value: { late, quarantined } }) => (late ? 1e9 : 0) + quarantined;

/** The sources' board: who is late first, then who has most in quarantine. */
export const sourceSections = (sources) =>
  sources
    .items()
    .sort((one, other) => urgency(other) - urgency(one))
    .map(sourceEntry);
