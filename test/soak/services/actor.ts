import { randomUUID } from 'node:crypto';
import { ask, faultsOf, valueAt, type Answer, type Signed } from '../../services/client.ts';

export const SERVICE = 'dog-licence-annual';

/** What an application must be afterwards, by what was acknowledged of it. */
export interface Entry {
  id: string;
  isSubmitted: boolean;
  appointment: { id: string; isCancelled: boolean } | null;
}

export interface Actor {
  /** Saves an application, hands it in or not, books a slot for it, gives it back or not. */
  act(): Promise<void>;
  readonly entries: readonly Entry[];
  /** So many acts were acknowledged only when they were repeated. */
  repeated(): number;
  readonly faults: readonly string[];
}

const SAVE = 'mutation ($input: ApplicationInput!) { saveApplication(input: $input) { id } }';
const SUBMIT = 'mutation ($id: ID!, $key: String!) { submitApplication(id: $id, requestKey: $key) { id } }';
const BOOK = 'mutation ($input: BookingInput!) { book(input: $input) { id } }';
const CANCEL = 'mutation ($id: ID!, $key: String!) { cancelAppointment(id: $id, requestKey: $key) { id } }';

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const reasonOf = ({ errors = [] }: Answer): string => String(errors[0]?.extensions?.['reason']);

export interface ActorOptions {
  url: string;
  person: Signed;
  idNumber: string;
  slots: readonly string[];
  random: () => number;
}

/** Somebody who asks again with the same request key until they have an answer, and now and then once more after it. */
export const createActor = ({ url, person, idNumber, slots, random }: ActorOptions): Actor => {
  const entries: Entry[] = [];
  const faults: string[] = [];
  let repeats = 0;

  const insist = async (query: string, variables: object): Promise<Answer> => {
    for (let tries = 0; ; tries += 1) {
      const answer = await ask(url, person.token, query, { variables }).catch(() => null);
      if (answer !== null && !faultsOf(answer).some((fault) => /^(UNAVAILABLE|TIMEOUT) /.test(fault))) {
        if (tries > 0) repeats += 1;
        return answer;
      }
      await later(100);
    }
  };
  /** The id of what was made; null when it was refused for the `reason`. */
  const make = async (query: string, variables: object, root: string, reason?: string): Promise<string | null> => {
    const answer = await insist(query, variables);
    const id = valueAt(answer, `${root}.id`);
    if (typeof id !== 'string') {
      if (reasonOf(answer) !== reason) faults.push(`${person.id}: ${root}: ${JSON.stringify(answer)}`);
      return null;
    }
    if (random() < 0.2) {
      const again = valueAt(await insist(query, variables), `${root}.id`);
      if (again !== id) faults.push(`${person.id}: ${root} with the same key: ${String(again)} instead of ${id}`);
    }
    return id;
  };

  const form = [
    { field: 'name', value: person.name },
    { field: 'id-number', value: idNumber },
    { field: 'phone', value: '13900000000' },
    { field: 'tag-number', value: 'A1' },
  ];
  return {
    entries,
    faults,
    repeated: () => repeats,
    async act() {
      const input = { service: SERVICE, form, requestKey: randomUUID() };
      const id = await make(SAVE, { input }, 'saveApplication');
      if (id === null) return;
      const entry: Entry = { id, isSubmitted: false, appointment: null };
      entries.push(entry);
      if (random() < 0.5)
        entry.isSubmitted = (await make(SUBMIT, { id, key: randomUUID() }, 'submitApplication')) !== null;
      const slot = slots[Math.floor(random() * slots.length)];
      const booking = { application: id, slot, requestKey: randomUUID() };
      const appointment = await make(BOOK, { input: booking }, 'book', 'TAKEN');
      if (appointment === null) return;
      entry.appointment = { id: appointment, isCancelled: false };
      if (random() < 0.7)
        entry.appointment.isCancelled =
          (await make(CANCEL, { id: appointment, key: randomUUID() }, 'cancelAppointment')) !== null;
    },
  };
};
