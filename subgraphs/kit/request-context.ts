import type { Catalogue } from '../../schema/catalogue/catalogue.ts';
import { AppError, unavailable } from '../../schema/errors.ts';
import type { Viewer } from '../../schema/viewer.ts';
import { createAccess, type Access, type AccessParts, type Relate } from './access/access.ts';
import type { AccessMatrix } from './access/matrix.ts';
import type { RequestContext } from './definition.ts';
import type { Directory } from './directory/directory.ts';
import type { Change } from './feed/change.ts';
import type { CursorCodec } from './cursor.ts';
import { createPaging } from './paging.ts';
import { callerOf, runOnce } from './request-key.ts';
import type { Executor, Store } from './store/store.ts';

export interface Operation {
  operationId: string;
  traceId: string | null;
}

export interface RequestContextParts<DB> {
  store: Store<DB>;
  directory: Directory;
  viewer: Viewer;
  matrix: AccessMatrix;
  catalogue: Catalogue;
  clock: () => Date;
  cursors: CursorCodec;
  operation: Operation;
  createAccess?: ((parts: AccessParts) => Access) | undefined;
  /**
   * Writes an act to the outbox and the registry's own directory, in the transaction of `executor`. Rejects with
   * NOT_FOUND when the actor's file is gone, or one that the act affects.
   */
  recordAct(executor: Executor<DB>, act: Change, actor: string | null): Promise<void>;
}

/** Makes what every request of a subgraph has: the viewer, the access rules, reads and idempotent transactions. */
export const createRequestContext = <DB>(
  parts: RequestContextParts<DB>,
  relate: (base: RequestContext<DB>) => Readonly<Record<string, Relate>>,
): RequestContext<DB> => {
  const { store, viewer, operation, matrix, directory, catalogue } = parts;
  const holder = `${store.schema} ${operation.operationId}`;
  const relations: Record<string, Relate> = {};
  const base: RequestContext<DB> = {
    viewer,
    today: viewer.today,
    access: (parts.createAccess ?? createAccess)({ viewer, matrix, directory, relate: relations }),
    directory,
    catalogue,
    now: parts.clock,
    page: createPaging(parts.cursors),
    ...operation,
    read: (work) => store.read({ holder }, work),
    mutate: ({ requestKey, input }, work) =>
      store.transaction({ holder }, (executor) =>
        runOnce(
          executor,
          store.schema,
          { caller: callerOf(viewer, operation.operationId), requestKey, input },
          async () => {
            const affects = new Set<string>();
            const outcome = await work({
              executor,
              record: async (change) => {
                for (const subject of change.affects) affects.add(subject);
                const actor = viewer.role === 'citizen' ? viewer.subject : null;
                await parts.recordAct(executor, { ...change, lane: 'own', ...operation }, actor);
              },
            });
            return { outcome, affects };
          },
        ),
      ),
  };
  Object.assign(relations, relate(base));
  return base;
};

const ACTING_RELATIONS: ReadonlySet<string> = new Set(['SELF', 'WARD', 'REPRESENTED', 'HANDLED']);

/**
 * Whoever says that they act for somebody must be their guardian, representative or handler today; else FORBIDDEN, or
 * UNAVAILABLE while the directory cannot tell.
 */
export const checkActingFor = async <DB>({ viewer, access }: RequestContext<DB>): Promise<void> => {
  if (viewer.actingFor === null) return;
  const relation = await access.relate('Subject', viewer.actingFor);
  if (relation === 'STALE') throw unavailable();
  if (!ACTING_RELATIONS.has(relation)) {
    throw new AppError('FORBIDDEN', 'You hold no mandate to act for this subject.', { missing: 'mandate' });
  }
};
