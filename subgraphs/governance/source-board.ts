import { z } from 'zod';
import type { ChangeEvent } from '../kit/feed/change.ts';
import type { Store } from '../kit/store/store.ts';
import { upsertSources } from './repository.ts';
import type { GovernanceDB, SourceRow } from './repository/database.ts';

const declared = z.object({
  source: z.string(),
  department: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  cycle: z.string().nullable(),
});
const arrived = declared.extend({
  batch: z.union([z.string(), z.number()]).transform(String),
  date: z.string(),
  arrivedAt: z.string(),
  counts: z.object({ rows: z.number(), accepted: z.number(), changed: z.number() }),
  quality: z.object({
    completeness: z.record(z.string(), z.number()),
    accuracy: z.number(),
    timelinessDays: z.number(),
  }),
  openQuarantine: z.number(),
});

const toDeclared = ({ registry, sequence }: ChangeEvent, payload: z.infer<typeof declared>): Partial<SourceRow> => ({
  code: payload.source,
  registry,
  name: payload.name.zh,
  name_en: payload.name.en,
  department: payload.department,
  cycle: payload.cycle,
  event_sequence: sequence,
});

const toArrived = (event: ChangeEvent, payload: z.infer<typeof arrived>): Partial<SourceRow> => ({
  ...toDeclared(event, payload),
  last_arrival: payload.arrivedAt,
  last_sequence: payload.date,
  rows: payload.counts.rows,
  accepted: payload.counts.accepted,
  changed: payload.counts.changed,
  quarantined: payload.openQuarantine,
  completeness: JSON.stringify(
    Object.entries(payload.quality.completeness).map(([column, filled]) => ({ column, filled })),
  ),
  accuracy: payload.quality.accuracy,
  timeliness_hours: payload.quality.timelinessDays * 24,
});

const toRow = (event: ChangeEvent): Partial<SourceRow>[] => {
  if (event.kind === 'source.arrived') return [toArrived(event, arrived.parse(event.payload))];
  if (event.kind === 'source.declared') return [toDeclared(event, declared.parse(event.payload))];
  return [];
};

/** Keeps the sources' board from what the registries tell of declarations and arrivals. */
export const createSourceBoard =
  (store: Store<GovernanceDB>) =>
  async (events: readonly ChangeEvent[]): Promise<void> => {
    const rows = events.flatMap(toRow);
    if (rows.length === 0) return;
    await store.transaction({ holder: 'governance.source-board' }, (executor) => upsertSources(executor, rows));
  };
