import { element } from '../element.js';
import { code, day, moment } from '../formats.js';
import { inLanguage, nameOf } from '../language.js';
import { WORDS } from '../words.js';
import { chip, shown } from './facts.js';

const ENDED_WELL = ['APPROVED', 'ISSUED', 'DELIVERED'];
const WAITS_FOR_APPLICANT = ['DRAFT', 'SUPPLEMENT', 'REFUSED', 'EXPIRED'];

const toneOf = (state) =>
  ENDED_WELL.includes(state) ? 'good' : WAITS_FOR_APPLICANT.includes(state) ? 'warning' : 'quiet';

/** 办件: what was applied for, how far it is, and until when an answer is due. */
export const application = (place) => {
  if (place.value === null) return shown(place);
  const { state, stateSince, dueOn } = place.value;
  const details = [
    stateSince && `${inLanguage(WORDS.since)} ${day(stateSince.slice(0, 10))}`,
    dueOn && `${inLanguage(WORDS.dueOn)} ${day(dueOn)}`,
  ];
  return [
    element(
      'strong',
      {},
      shown(place.get('service'), (service) => nameOf(service)),
    ),
    ' ',
    state === null ? shown(place.get('state')) : chip(code('ApplicationState')(state), toneOf(state)),
    element('small', {}, ` ${details.filter(Boolean).join(' · ')}`),
  ];
};

/** 预约: when and where somebody is expected. */
export const appointment = (place) => {
  const { slot, office, number } = place.value;
  return [
    element('strong', {}, moment(slot.from)),
    ` ${nameOf(office)} `,
    element('small', {}, [office.address?.text, number].filter(Boolean).join(' · ')),
  ];
};
