import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { Registry } from 'prom-client';
import { civilDay } from '../../schema/civil-day.ts';
import { notFound } from '../../schema/errors.ts';
import { SUBGRAPHS, type SubgraphName } from '../../schema/sdl.ts';
import type { SealOpener } from '../../schema/seal.ts';
import { createAccessMatrices } from './access/matrix.ts';
import { toReadingChanges } from './access/access-log.ts';
import { loadCursorCodec, type CursorCodec } from './cursor.ts';
import type { RequestContext, SubgraphDefinition, SubgraphHost, Touched } from './definition.ts';
import { directoryGroup, followDirectory } from './directory/follow-directory.ts';
import { isGone } from './directory/empty-entry.ts';
import { recordChanges } from './directory/record-changes.ts';
import { createDirectory, type SqlDirectory } from './directory/sql-directory.ts';
import { createExecutor, type RequestHeaders, type SubgraphAnswer, type SubgraphRequest } from './execute.ts';
import { SUBJECT_ERASED, type Change } from './feed/change.ts';
import type { Subscription } from './feed/feed.ts';
import type { FeedLag } from './feed/lag-metric.ts';
import { appendChanges, hasTold, lockSubjects } from './feed/outbox.ts';
import { followSubjects, subjectsGroup, toTouchedChanges } from './follow-subjects.ts';
import { createRelay } from './feed/relay.ts';
import { checkTargets } from './ingest/check-targets.ts';
import { createIngest, type Ingest } from './ingest/ingest.ts';
import { loadDeclarations } from './ingest/load-declaration.ts';
import { createPushHandler, type PushHandler } from './ingest/push.ts';
import { kitMigrations } from './kit-migrations.ts';
import { migrate } from './migrate.ts';
import { checkActingFor, createRequestContext } from './request-context.ts';
import { eraseRequests } from './request-key.ts';
import { startSweeps } from './retention.ts';
import { createGatedSchema } from './schema.ts';
import type { Executor, Store } from './store/store.ts';

/** A registry behind its GraphQL schema: the same object serves in the gateway's process and as a process of its own. */
export interface Subgraph {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  readonly directory: SqlDirectory;
  /** The registry's declared sources, and the way in for their drops. */
  readonly ingest: Ingest;
  readonly push: PushHandler;
  /** Opens a seal as this subgraph's requests do; rejects with UNAUTHENTICATED. */
  readonly openSeal: SealOpener;
  /** Brings the registry's tables up to date; `start` does it as well. */
  migrate(): Promise<void>;
  /** Answers a request; what goes wrong is in `errors`, it never rejects. */
  execute(request: SubgraphRequest): Promise<SubgraphAnswer>;
  /** Migrates, then starts relay, consumers and sweeps. */
  start(): Promise<void>;
  /**
   * Erases a subject, with every id that was merged into it, here in the owner's registry, and tells all others to do the same. What the law keeps stays:
   * see each registry's `erase`.
   */
  erase(subject: string): Promise<void>;
  /** How far each consumer group is behind the other registries' changes. */
  findLags(): readonly FeedLag[];
  /** Measures of its own, for whoever runs it. */
  addMetrics?(metrics: Registry): void;
  /** Resolves when the store answers; rejects when it does not. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

/** Whoever must have handled a change before its outbox row may go, also before they first start. */
const CONSUMER_GROUPS = [
  ...SUBGRAPHS.flatMap((registry) => [directoryGroup(registry), subjectsGroup(registry)]),
  'governance.access-log',
  'governance.source-board',
  'tagging.derive',
];

/** Makes a subgraph of a registry's definition and what the process hands in. */
export const createSubgraph = <DB, C extends RequestContext<DB>>(
  definition: SubgraphDefinition<DB, C>,
  host: SubgraphHost<DB>,
): Subgraph => {
  const { name, entities, permissions, resolvers, sdl } = definition;
  const { feed, log, clock, catalogue, dataFolder } = host;
  const relay = createRelay({ store: host.store, feed, log, groups: CONSUMER_GROUPS });
  /** What was committed goes to the feed at once. */
  const store: Store<DB> = {
    ...host.store,
    transaction: async (options, work) => {
      const { result, told } = await host.store.transaction(options, async (executor) => {
        return { result: await work(executor), told: hasTold(executor) };
      });
      if (told) relay.nudge();
      return result;
    },
  };
  const directory = createDirectory({ store, schema: name });
  const matrixOf = createAccessMatrices(catalogue, () => []);
  const schema = createGatedSchema<C>({ sdl, resolvers, permissions, entities, catalogue });
  const others = SUBGRAPHS.filter((registry) => registry !== name);
  const stops: (() => Promise<void>)[] = [];
  const subscriptions = new Map<string, Subscription>();
  let cursors: CursorCodec | undefined;

  /** Writes changes to the outbox and the own directory, in the caller's transaction. */
  const record = async (executor: Executor<DB>, changes: readonly Change[]) => {
    // The embedded store has one connection: its transactions follow one another as it is.
    if (store.engine !== 'pglite')
      await lockSubjects(executor, name, [...new Set(changes.flatMap(({ affects }) => affects))]);
    const describe = (subjects: readonly string[]) => definition.describeSubjects(executor, subjects);
    await recordChanges(executor, { store, directory, describe }, changes);
  };

  /** As `record`; an erasure before it, which the lock waits for, leaves nobody to act and nothing to write. */
  const recordAct = async (executor: Executor<DB>, act: Change, actor: string | null) => {
    const subjects = [...new Set([...act.affects, ...(actor === null ? [] : [actor])])];
    await lockSubjects(executor, name, subjects);
    const held = await directory.findHeld(executor, subjects);
    if (subjects.some((subject) => isGone(held.get(subject)))) throw notFound();
    await record(executor, [act]);
  };

  const folder = definition.sources?.folder ?? null;
  const declarations = folder === null ? [] : loadDeclarations(folder, catalogue.items);

  const migrateTables = async () => {
    await migrate(store, { ...kitMigrations(name), ...definition.migrations });
    if (folder !== null) await checkTargets(store, folder, declarations);
  };

  const createContext = async (headers: RequestHeaders): Promise<C> => {
    const viewer = await host.openSeal(headers.seal);
    cursors ??= await store.read({ holder: `${name}.cursors` }, (executor) => loadCursorCodec(executor, name));
    const base = createRequestContext<DB>(
      {
        store,
        directory,
        viewer,
        matrix: matrixOf(viewer),
        catalogue,
        clock,
        cursors,
        operation: { operationId: headers.operationId ?? randomUUID(), traceId: headers.traceId ?? null },
        createAccess: host.createAccess,
        recordAct,
      },
      definition.relate ?? (() => ({})),
    );
    await checkActingFor(base);
    return definition.createContext(base);
  };

  const findLiving = async (executor: Executor<DB>, ids: readonly string[]) => {
    await lockSubjects(executor, name, ids);
    const entries = await directory.findManyWith(executor, ids);
    return new Map(
      ids.map((id, index) => {
        const entry = entries[index] ?? null;
        return [id, entry === null ? id : isGone(entry) ? null : entry.subject] as const;
      }),
    );
  };

  const ingest = createIngest(
    {
      store,
      identities: host.identities,
      findLiving,
      clock,
      dataFolder,
      record,
      hooks: definition.sources?.hooks ?? {},
    },
    declarations,
  );

  /** Tells the sources' board what there is, before anything has come. */
  const declareSources = () =>
    store.transaction({ holder: `${name}.sources` }, (executor) =>
      appendChanges(
        executor,
        name,
        ingest.declarations.map(({ source, department, name: title, cycle }): Change => ({
          kind: 'source.declared',
          lane: 'bulk',
          affects: [`source:${source}`],
          items: [],
          operationId: null,
          traceId: null,
          payload: { source, department, name: title, cycle },
        })),
      ),
    );

  /** The line in the access log commits before the answer leaves. */
  const settle = async ({ viewer, access, operationId, traceId }: C) => {
    const readings = access.readings();
    if (readings.size === 0) return;
    const changes = toReadingChanges(viewer, readings, { operationId, traceId });
    await store.transaction({ holder: `${name}.access-log` }, (executor) => appendChanges(executor, name, changes));
  };

  const execute = createExecutor<C>({
    schema,
    createContext,
    settle,
    reportCause: (errorId, cause) => log.error({ err: cause, errorId, subgraph: name }, 'request failed'),
  });

  return {
    name,
    schema,
    directory,
    execute,
    ingest,
    push: createPushHandler(ingest),
    openSeal: host.openSeal,
    migrate: migrateTables,
    start: async () => {
      await migrateTables();
      await declareSources();
      const parts = { store, clock, log, dataFolder };
      const consumers = definition.consumers?.(parts) ?? {};
      subscriptions.set(directoryGroup(name), followDirectory({ feed, store, directory, registries: others }));
      subscriptions.set(subjectsGroup(name), followSubjects({ definition, store, directory, feed, clock, record }));
      for (const [group, handler] of Object.entries(consumers)) {
        subscriptions.set(`${name}.${group}`, feed.subscribe(`${name}.${group}`, handler));
      }
      relay.start();
      stops.push(
        ...[...subscriptions.values()].map((subscription) => () => subscription.stop()),
        () => relay.stop(),
        startSweeps({ store, terms: definition.retention, clock, log }),
      );
      if (definition.startBackground) stops.push(definition.startBackground(parts));
    },
    erase: (subject) =>
      store.transaction({ holder: `${name}.erasure` }, async (executor) => {
        const ids = await directory.findIds(executor, subject);
        await lockSubjects(executor, name, ids);
        const touched: Touched[] = [];
        for (const id of ids) touched.push(...(await definition.erase(executor, id, civilDay(clock()))));
        await eraseRequests(executor, name, ids);
        const erased = ids.map((id): Change => ({
          kind: SUBJECT_ERASED,
          lane: 'own',
          affects: [id],
          items: [],
          operationId: null,
          traceId: null,
        }));
        await record(executor, [...erased, ...toTouchedChanges(touched, 'own')]);
      }),
    findLags: () =>
      [...subscriptions].flatMap(([group, subscription]) =>
        others.map((registry) => ({ group, registry, ms: subscription.lag(registry) })),
      ),
    ready: async () => {
      await store.read({ holder: `${name}.ready` }, (executor) => executor.introspection.getSchemas());
    },
    stop: async () => {
      await Promise.all(stops.splice(0).map((stop) => stop()));
    },
  };
};
