import { readAnswer } from '../answer-place.js';
import { element } from '../element.js';
import { number } from '../formats.js';
import { inLanguage } from '../language.js';
import { WORDS } from '../words.js';
import { sourcesTable } from './board-card.js';
import { catalogueSections } from './catalogue-card.js';
import { citizenSections } from './citizen-card.js';
import { enterpriseSections } from './enterprise-facts.js';
import { note, shown, withheld } from './facts.js';
import { serviceSections } from './service-card.js';

const counted = (place, words) =>
  `${number(place.value.totalCount ?? place.get('edges').items().length)} ${inLanguage(words)}`;

const enterpriseChoices = (list, choose) => {
  const edges = list.get('edges').items();
  if (edges.length === 0) return [note(inLanguage(WORDS.nothingFound))];
  return [
    element(
      'ul',
      { class: 'choices' },
      edges.map((edge) => {
        const { value, problem } = edge.get('node');
        if (value === null) return element('li', {}, problem === undefined ? null : withheld(problem));
        return element(
          'li',
          {},
          element(
            'button',
            { type: 'button', 'data-uscc': value.uscc, onclick: () => choose(value.uscc) },
            value.name ?? value.uscc,
            ' ',
            element('code', {}, value.uscc),
          ),
        );
      }),
    ),
  ];
};

/** What stands under each root field: how it is titled, and its sections. */
const PARTS = {
  me: (file) => [inLanguage(WORDS.fileOf), shown(file.get('name')), citizenSections(file)],
  findCitizen: (file) => [inLanguage(WORDS.fileOf), shown(file.get('name')), citizenSections(file)],
  enterprise: (file) => [inLanguage(WORDS.fileOfEnterprise), shown(file.get('name')), enterpriseSections(file)],
  enterprises: (list, choose) => [
    inLanguage(WORDS.found),
    counted(list, WORDS.results),
    enterpriseChoices(list, choose),
  ],
  sources: (sources) => [inLanguage(WORDS.board), inLanguage(WORDS.sources), sourcesTable(sources)],
  services: (services) => [
    inLanguage(WORDS.serviceGuide),
    counted(services, WORDS.servicesFound),
    serviceSections(services),
  ],
  dataCatalogue: (catalogue) => [
    inLanguage(WORDS.catalogue),
    counted(catalogue, WORDS.catalogueCount),
    catalogueSections(catalogue),
  ],
};

const problems = (errors) =>
  errors.length === 0
    ? null
    : element(
        'ul',
        { class: 'problems' },
        errors.map(({ message, path, extensions }) =>
          element(
            'li',
            {},
            element('strong', {}, extensions?.code ?? 'ERROR'),
            path === undefined ? null : [' ', element('code', {}, path.join('.'))],
            ` ${message}`,
          ),
        ),
      );

/** An answer as a file to read. `choose` is called with the USCC of an enterprise that is picked from a list. */
export const fileCard = (answer, { choose }) => {
  const { root, unshown } = readAnswer(answer);
  const parts = Object.keys(root.value ?? {})
    .filter((field) => PARTS[field] !== undefined)
    .map((field) => {
      const place = root.get(field);
      if (place.value === null) return element('p', { class: 'note' }, shown(place));
      const [kind, title, sections] = PARTS[field](place, choose);
      return element(
        'article',
        { class: 'file', 'data-root': field },
        element('header', {}, element('p', { class: 'file-kind' }, kind), element('h3', {}, title)),
        sections,
      );
    });
  return element('div', {}, parts, problems(unshown()));
};
