import { element } from '../element.js';
import { moment, number, percent } from '../formats.js';
import { inLanguage, nameOf } from '../language.js';
import { LABELS, WORDS } from '../words.js';
import { chip, shown } from './facts.js';

const mean = (columns) => columns.reduce((sum, { filled }) => sum + filled, 0) / columns.length;

const completeness = (place) =>
  shown(place, (columns) =>
    columns.length === 0
      ? inLanguage(WORDS.empty)
      : element(
          'details',
          {},
          element('summary', {}, percent(mean(columns))),
          element(
            'ul',
            { class: 'columns' },
            columns.map(({ column, filled }) =>
              element('li', {}, element('span', {}, column), element('span', {}, percent(filled))),
            ),
          ),
        ),
  );

const state = (place) =>
  shown(place.get('late'), (late) => {
    if (place.value.lastArrival === null) return chip(inLanguage(WORDS.never), late ? 'warning' : 'quiet');
    return chip(inLanguage(late ? WORDS.late : WORDS.inTime), late ? 'warning' : 'good');
  });

/** The columns of the board: what they are called, and what they show of a source. */
const COLUMNS = [
  { label: LABELS.department, cell: (place) => shown(place.get('department'), nameOf) },
  { label: LABELS.lastArrival, cell: (place) => shown(place.get('lastArrival'), moment) },
  { label: WORDS.state, cell: state },
  { label: LABELS.rows, kind: 'number', cell: (place) => shown(place.get('rows'), number) },
  { label: LABELS.quarantined, kind: 'number', cell: (place) => shown(place.get('quarantined'), number) },
  { label: LABELS.completeness, kind: 'number', cell: (place) => completeness(place.get('completeness')) },
  { label: LABELS.accuracy, kind: 'number', cell: (place) => shown(place.get('accuracy'), percent) },
  {
    label: LABELS.timelinessHours,
    kind: 'number',
    cell: (place) => shown(place.get('timelinessHours'), (hours) => `${number(hours)} ${inLanguage(WORDS.hours)}`),
  },
];

/** A line may end behind the registry. */
const codeParts = (code) => [code.slice(0, code.indexOf('.') + 1), element('wbr'), code.slice(code.indexOf('.') + 1)];

const sourceRow = (place) =>
  element(
    'tr',
    {},
    element('th', { scope: 'row' }, nameOf(place.value), element('code', {}, codeParts(place.value.code))),
    COLUMNS.map(({ label, kind, cell }) =>
      // On a phone a row is a card, and its heads stand before its cells.
      element('td', { class: kind, 'data-label': inLanguage(label) }, cell(place)),
    ),
  );

const urgency = ({ value: { late, quarantined } }) => (late ? 1e9 : 0) + quarantined;

/** The sources' board: who is late first, then who has most in quarantine. */
export const sourcesTable = (sources) =>
  element(
    'table',
    { class: 'board' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, inLanguage(WORDS.source)),
        COLUMNS.map(({ label, kind }) => element('th', { scope: 'col', class: kind }, inLanguage(label))),
      ),
    ),
    element(
      'tbody',
      {},
      sources
        .items()
        .sort((one, other) => urgency(other) - urgency(one))
        .map(sourceRow),
    ),
  );
