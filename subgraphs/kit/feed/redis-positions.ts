import { LANES, type Lane } from './change.ts';
import { toMark, type Mark } from './redis-reply.ts';
import { NOTHING } from './sequence.ts';

/** Where a group stands, over all its partitions: as far as the one that is furthest behind. */
export interface GroupState {
  /** Redis' clock when this was read. */
  now: number;
  marks: readonly Mark[];
}

/** The reply of POSITIONS: of each lane the positions, JSON of `registry:lane` → `sequence|fresh until`. */
export function toGroupState(reply: unknown): GroupState {
  const [now, ...positions] = reply as [string, ...string[][]];
  return { now: Number(now), marks: LANES.flatMap((lane, index) => furthestBehind(lane, positions[index] ?? [])) };
}

function furthestBehind(lane: Lane, positions: readonly string[]): Mark[] {
  const readings = positions.map(
    (text) =>
      new Map(
        Object.entries(JSON.parse(text) as Record<string, string>).map(([field, value]) => [
          field,
          toMark(field, value),
        ]),
      ),
  );
  const fields = new Set(readings.flatMap((reading) => [...reading.keys()]));
  return [...fields].map((field) => {
    const marks = readings.map((reading) => reading.get(field) ?? toMark(field, '|'));
    return {
      registry: toMark(field, '|').registry,
      lane,
      sequence: marks.map(({ sequence }) => sequence ?? NOTHING).sort()[0] ?? NOTHING,
      freshUntil: marks.reduce<number | null>(
        (least, { freshUntil }) => (least === null || freshUntil === null ? null : Math.min(least, freshUntil)),
        Infinity,
      ),
    };
  });
}
