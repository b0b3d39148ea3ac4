import { element } from '../element.js';
import { moment, number, percent } from '../formats.js';
import { inLanguage, nameOf } from '../language.js';
import { WORDS } from '../words.js';
import { chip, fact, factList, shown } from './facts.js';

const by = (format) => (place) => shown(place, format);

const completeness = (columns) =>
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
  );

const sourceEntry = (place) => {
  const { code, late, lastArrival } = place.value;
  const arrival = lastArrival === null ? inLanguage(WORDS.never) : inLanguage(late ? WORDS.late : WORDS.inTime);
  return element(
    'section',
    { class: 'file-section' },
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
      fact(place, 'completeness', by(completeness)),
    ]),
  );
};

/** The sources' board. */
export const sourceSections = (sources) => sources.items().map(sourceEntry);
