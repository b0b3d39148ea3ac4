import { element } from '../element.js';
import { code } from '../formats.js';
import { inLanguage, nameOf } from '../language.js';
import { WORDS } from '../words.js';
import { chip } from './facts.js';

const sharing = ({ grants, withheld, withheldBecause }) => {
  if (withheld) return element('p', {}, chip(inLanguage(WORDS.withheld), 'warning'), ` ${withheldBecause}`);
  if (grants.length === 0) return element('p', { class: 'note' }, inLanguage(WORDS.sharedWithNone));
  return element(
    'details',
    {},
    element('summary', {}, `${inLanguage(WORDS.sharedWith)} (${grants.length})`),
    element(
      'ul',
      { class: 'plain' },
      grants.map(({ department, purpose, scope }) =>
        element('li', {}, `${nameOf(department)} · ${nameOf(purpose)} `, chip(code('GrantScope')(scope))),
      ),
    ),
  );
};

const item = ({ value }) =>
  element(
    'section',
    { class: 'file-section' },
    element(
      'h4',
      {},
      element('code', {}, value.coordinate),
      value.mask === null ? null : [' ', chip(code('Mask')(value.mask))],
      value.sensitive === null ? null : [' ', chip(code('Sensitivity')(value.sensitive), 'seal')],
    ),
    element('p', { class: 'described', lang: 'en' }, value.description),
    element(
      'p',
      { class: 'note' },
      nameOf(value.department),
      value.source === null ? null : [' · ', element('code', {}, value.source)],
    ),
    sharing(value),
  );

/** 三清单一目录, as far as one page of it goes. */
export const catalogueSections = (catalogue) =>
  catalogue
    .get('edges')
    .items()
    .map((edge) => item(edge.get('node')));
