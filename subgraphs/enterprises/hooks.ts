import type { IngestHooks } from '../kit/ingest/hooks.ts';
import { recordObservedChanges, type EnterprisesDB } from './repository.ts';

/** What the sources of this registry name beside their columns. */
export const hooks: IngestHooks<EnterprisesDB> = {
  beforeWrite: { observedChanges: recordObservedChanges },
};
