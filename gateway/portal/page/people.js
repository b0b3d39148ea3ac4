import { element } from './element.js';
import { inLanguage, locale, nameOf } from './language.js';
import { WORDS } from './words.js';

const GROUPS = [
  { title: WORDS.groupCitizen, holds: ({ role }) => role === 'citizen' },
  { title: WORDS.groupStaff, holds: ({ role }) => role === 'staff' },
  { title: WORDS.groupOther, holds: ({ role }) => !['citizen', 'staff', 'public'].includes(role) },
  { title: WORDS.groupPublic, holds: ({ role }) => role === 'public' },
];

/** Asks as whoever has not signed in. */
const nobody = () => ({
  id: 'nobody',
  name: inLanguage(WORDS.nobody),
  story: inLanguage(WORDS.nobodyStory),
  role: 'public',
  token: null,
});

/** The demo people with their tokens, and one who is not signed in; in production (404) that one alone. */
export const fetchPeople = async () => {
  const response = await fetch('/dev/people', { headers: { 'accept-language': locale() } });
  if (response.status === 404) return { isProduction: true, people: [nobody()] };
  if (!response.ok) throw new Error(`/dev/people answered ${response.status}.`);
  return { isProduction: false, people: [...(await response.json()), nobody()] };
};

const personButton = (person, chosen, choose) =>
  element(
    'button',
    {
      type: 'button',
      class: 'person',
      'data-person': person.id,
      'aria-current': person.id === chosen?.id ? 'true' : undefined,
      onclick: () => choose(person),
    },
    element('strong', {}, nameOf(person)),
    element('span', { class: 'story' }, person.story),
  );

/** The people by group, as buttons. */
export const peopleList = (people, chosen, choose) =>
  GROUPS.map(({ title, holds }) => ({ title, members: people.filter(holds) }))
    .filter(({ members }) => members.length > 0)
    .map(({ title, members }) =>
      element(
        'section',
        {},
        element('h3', {}, inLanguage(title)),
        element(
          'ul',
          { class: 'people' },
          members.map((person) => element('li', {}, personButton(person, chosen, choose))),
        ),
      ),
    );
