import { toCivilOrNull, type Day } from '../subgraphs/kit/civil/day.ts';

/** What a held tag is known by. */
export interface HeldTagKey {
  readonly subject: string;
  readonly tag: string;
  readonly since: Day;
}

/** The id by which a held tag is contested: subject, tag and first day; the same as long as these are. */
export const toHeldTagId = ({ subject, tag, since }: HeldTagKey): string =>
  [subject, tag, toCivilOrNull(since) ?? 'ever'].join('.');

/** The subject of such an id; null where it is none. */
export const subjectOfHeldTag = (id: string): string | null =>
  /^([\w-]+)\.[a-z][a-z0-9_]*\.(?:ever|\d{4}-\d{2}-\d{2})$/.exec(id)?.[1] ?? null;
