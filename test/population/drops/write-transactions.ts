import type { LivedBlock } from '../live-block.ts';
import { applyAfter, type Application, type Desk } from '../affairs/application.ts';
import type { Records } from '../lives/records.ts';
import { citizenEvents } from '../affairs/citizen-events.ts';
import { enterpriseEvents } from '../affairs/enterprise-events.ts';
import { firstDayOf, textOf, type Month } from '../days.ts';
import type { Licence } from '../lives/licence.ts';
import type { Write } from '../writing/drop.ts';
import { fullNameOf, type Person } from '../world/model.ts';
import { toPhone } from '../numbers/phone.ts';
import * as drops from './transactions.ts';

/** Writes the drops of applications for a block; those opened before month `first` are not on file. */
export const writeTransactions = (lived: LivedBlock, first: Month, write: Write): void => {
  const { block, enterprises, recordsOf, permitsOf } = lived;
  let count = 0;
  const desk: Desk = {
    random: block.random('affairs'),
    today: block.today,
    from: firstDayOf(first),
    nextId: (district) => {
      count += 1;
      return `BJ${district}-${String(block.number).padStart(6, '0')}${String(count).padStart(5, '0')}`;
    },
  };
  const byNumber = new Map(block.people.map((person) => [person.number, person]));
  for (const person of block.people) {
    const records = recordsOf.get(person);
    if (records === undefined) continue;
    for (const event of citizenEvents(person, records))
      for (const application of applyAfter(desk, event))
        writeApplication(application, byNumber, recordsOf, block.today, write);
  }
  for (const each of enterprises)
    for (const event of enterpriseEvents(each, permitsOf.get(each) ?? []))
      for (const application of applyAfter(desk, event))
        writeApplication(application, byNumber, recordsOf, block.today, write);
};

const writeApplication = (
  application: Application,
  byNumber: ReadonlyMap<string, Person>,
  recordsOf: ReadonlyMap<Person, Records>,
  today: number,
  write: Write,
): void => {
  write(drops.applications, application);
  application.touchpoints.forEach((it, index) => write(drops.touchpoints, { application, it, index: index + 1 }));
  if (application.channel === '窗口' && application.minute % 3 > 0) write(drops.appointments, application);
  const person = application.handler ?? byNumber.get(application.applicant);
  if (person !== undefined) {
    const card = cardOf(recordsOf.get(person)?.licences ?? [], application.opened);
    if (card) write(drops.materials, { application, code: 'id-card', state: '免交', licence: card.record });
    if (application.channel === '窗口') {
      write(drops.formValues, { application, field: 'name', value: fullNameOf(person), from: 'Citizen.name' });
      write(drops.formValues, { application, field: 'phone', value: toPhone(person.serial), from: '' });
    }
  }
  const { rating } = application;
  if (rating === null) return;
  write(drops.ratings, { ...application, rating });
  if (!rating.level.endsWith('不满意')) return;
  const closed = rating.day + 12;
  write(drops.rectifications, { ...application, rating, closed: closed <= today ? textOf(closed) : '' });
};

const cardOf = (licences: readonly Licence[], day: number): Licence | null =>
  licences.findLast(
    ({ kind, issued, until }) => kind === '居民身份证' && issued <= day && (until === null || until >= day),
  ) ?? null;
