import { element } from '../element.js';
import { inLanguage } from '../language.js';
import { LABELS, PROBLEMS, TITLES, WORDS } from '../words.js';

/** Says in place of a value why there is none. */
export const withheld = ({ message, extensions }) => {
  const words = PROBLEMS[extensions?.code] ?? PROBLEMS.other;
  return element('span', { class: 'withheld', title: message }, inLanguage(words));
};

const missing = () => element('span', { class: 'missing' }, inLanguage(WORDS.empty));

/** The value of a place by a format, or why there is none. */
export const shown = (place, format = String) => {
  const { problem, value } = place;
  if (problem !== undefined) return withheld(problem);
  return value === null || value === '' ? missing() : format(value);
};

/** A list of places, one entry each. */
export const listed = (places, toEntry) =>
  places.length === 0
    ? element('span', { class: 'missing' }, inLanguage(WORDS.none))
    : element(
        'ul',
        { class: 'plain' },
        places.map((place) => element('li', {}, toEntry(place))),
      );

/** The entries of a list-valued place, or why there are none. */
export const shownList = (place, toEntry) => shown(place, () => listed(place.items(), toEntry));

/** A fact with its label; null when the query did not ask for it. */
export const fact = (place, field, show = (each) => shown(each)) => {
  const at = place.get(field);
  if (at.value === undefined) return null;
  return element('div', { class: 'fact' }, element('dt', {}, inLanguage(LABELS[field])), element('dd', {}, show(at)));
};

/** Facts under a title; null when there are none. */
export const section = (title, ...content) => {
  const parts = content.flat().filter((part) => part !== null);
  if (parts.length === 0) return null;
  const facts = parts.filter((part) => part.classList.contains('fact'));
  const others = parts.filter((part) => !part.classList.contains('fact'));
  return element(
    'section',
    { class: 'file-section' },
    element('h4', {}, inLanguage(TITLES[title])),
    facts.length === 0 ? null : element('dl', {}, facts),
    others,
  );
};

export const chip = (text, kind = 'quiet') => element('span', { class: `chip ${kind}` }, text);

export const note = (text) => element('p', { class: 'note' }, text);
