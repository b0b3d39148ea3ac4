import { LANES, type ChangeEvent, type Lane } from './change.ts';

export const PARTITIONS = 64;

/** FNV-1a of the subject, so that all changes of one stay in one partition. */
export function partitionOf(subject: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < subject.length; index += 1) {
    hash = Math.imul(hash ^ subject.charCodeAt(index), 0x01000193) >>> 0;
  }
  return ((hash ^ (hash >>> 16)) >>> 0) % PARTITIONS;
}

/** A stream's name within its feed: lane and partition, e.g. `own:17`. */
export const streamOf = (lane: Lane, partition: number): string => `${lane}:${partition}`;

export const streamOfEvent = ({ lane, affects }: ChangeEvent): string => streamOf(lane, partitionOf(affects[0]));

export const STREAMS: readonly string[] = LANES.flatMap((lane) =>
  Array.from({ length: PARTITIONS }, (_, partition) => streamOf(lane, partition)),
);
