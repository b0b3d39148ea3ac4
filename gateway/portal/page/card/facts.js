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

/** Columns of text that want the whole width; a Chinese character takes two. */
const LONG = 28;

const widthOf = (text) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);

const isNothing = ({ value, problem }) =>
  problem === undefined && (value === null || value === '' || (Array.isArray(value) && value.length === 0));

/** A fact with its label; the label alone when nothing is on record; null when the query did not ask for it. */
export const fact = (place, field, show = (each) => shown(each)) => {
  const at = place.get(field);
  if (at.value === undefined) return null;
  if (isNothing(at)) return inLanguage(LABELS[field]);
  const value = element('dd', {}, show(at));
  const isLong = widthOf(value.textContent) > LONG;
  return element('div', { class: isLong ? 'fact wide' : 'fact' }, element('dt', {}, inLanguage(LABELS[field])), value);
};

export const chip = (text, kind = 'quiet') => element('span', { class: `chip ${kind}` }, text);

export const note = (text) => element('p', { class: 'note' }, text);

/** Facts as a list, then in one line those of which nothing is on record. */
export const factList = (facts) => {
  const asked = facts.filter((each) => each !== null);
  const nothing = asked.filter((each) => typeof each === 'string');
  const held = asked.filter((each) => typeof each !== 'string');
  return [
    held.length === 0 ? null : element('dl', {}, held),
    nothing.length === 0
      ? null
      : note(`${inLanguage(WORDS.nothingOn)}${nothing.join(inLanguage({ zh: '、', en: ', ' }))}`),
  ].filter((part) => part !== null);
};

/** Content under a title; null when there is none. */
export const section = (title, content) => {
  const parts = [content].flat().filter((part) => part !== null);
  if (parts.length === 0) return null;
  return element('section', { class: 'file-section' }, element('h4', {}, inLanguage(TITLES[title])), parts);
};
