import { sql } from 'kysely';
import type { ChangeEvent } from '../../kit/feed/change.ts';
import type { Store } from '../../kit/store/store.ts';
import type { GovernanceDB } from '../repository/database.ts';

/** Takes in what the registries' feeds say was read; the same event twice is one reading. */
export const createReadingCollector =
  (store: Store<GovernanceDB>) =>
  async (events: readonly ChangeEvent[]): Promise<void> => {
    const readings = events
      .filter(({ kind }) => kind === 'file.read')
      .map(({ operationId, affects, registry, sequence, items, payload, at }) => ({
        operation_id: operationId ?? '',
        subject: affects[0],
        registry,
        sequence,
        items,
        reader: payload ?? {},
        read_at: at,
      }));
    if (readings.length === 0) return;
    await store.transaction({ holder: 'governance.access-readings' }, (executor) =>
      sql`insert into governance.access_reading (operation_id, subject, registry, sequence, items, reader, read_at)
        select operation_id, subject, registry, sequence, items, reader, read_at from jsonb_to_recordset(${JSON.stringify(readings)}::jsonb)
          as given (operation_id text, subject text, registry text, sequence text, items text[], reader jsonb, read_at timestamptz)
        on conflict do nothing`.execute(executor),
    );
  };
