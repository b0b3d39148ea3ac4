import type { ChangeEvent, Lane } from './change.ts';

/** What a script returns: nested arrays of strings. */
type Reply = readonly unknown[];

export interface Entry {
  id: string;
  /** Null when the entry was removed meanwhile. */
  event: ChangeEvent | null;
}

export interface Mark {
  registry: string;
  lane: Lane;
  /** Null after a rewind. */
  sequence: string | null;
  /** Milliseconds of Redis' clock; null when the relay has not yet reached the end. */
  freshUntil: number | null;
}

/** [key, value, key, value, …] as pairs. */
export function toPairs(reply: unknown): [string, unknown][] {
  const flat = reply as Reply;
  return Array.from({ length: flat.length / 2 }, (_, index) => [String(flat[index * 2]), flat[index * 2 + 1]]);
}

export const toEntries = (reply: unknown): Entry[] =>
  toPairs(reply).map(([id, event]) => ({
    id,
    event: event === '' ? null : (JSON.parse(String(event)) as ChangeEvent),
  }));

/** `registry:lane` and `sequence|fresh until` as a mark. */
export function toMark(field: string, value: string): Mark {
  const [registry = '', lane] = field.split(':');
  const [sequence = '', freshUntil = ''] = value.split('|');
  return {
    registry,
    lane: lane === 'own' ? 'own' : 'bulk',
    sequence: sequence === '' ? null : sequence,
    freshUntil: freshUntil === '' ? null : Number(freshUntil),
  };
}
