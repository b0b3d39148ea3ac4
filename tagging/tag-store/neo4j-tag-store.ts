import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import { toCivilOrNull, toDay } from '../../subgraphs/kit/civil/day.ts';
import { bySubject } from './by-subject.ts';
import * as cypher from './cypher.ts';
import {
  LINK_KINDS,
  type Evidence,
  type HeldTag,
  type Link,
  type LinkKind,
  type TagSet,
  type TagStore,
} from './tag-store.ts';

export interface Neo4jTagStoreOptions {
  /** `bolt://…` or `neo4j://…`. */
  url: string;
  /** Null: the server asks for none. */
  login: { user: string; password: string } | null;
}

const PAGE = 2_000;

/** Opens the tag store on Neo4j 5: its constraints and indexes are made, and its driver is closed with it. */
export const openNeo4jTagStore = async ({ url, login }: Neo4jTagStoreOptions): Promise<TagStore> => {
  const auth = login === null ? undefined : neo4j.auth.basic(login.user, login.password);
  const driver = neo4j.driver(url, auth);
  const run = createRunner(driver);
  try {
    for (const statement of cypher.MIGRATIONS) await run.write((tx) => tx.run(statement));
  } catch (error) {
    await driver.close();
    throw error;
  }
  return {
    publish: (tags) =>
      run.write(async (tx) => {
        await tx.run(cypher.DROP_TAGS, { codes: tags.map(({ tag }) => tag) });
        await tx.run(cypher.MERGE_TAGS, { tags: tags.map(({ tag, kind, subject }) => ({ code: tag, kind, subject })) });
        const tree = tags.flatMap(({ tag, parents }) => parents.map((parent) => ({ child: tag, parent })));
        await tx.run(cypher.LINK_TAGS, { tree });
      }),
    replace: async (sets) => (sets.length === 0 ? new Set() : run.write((tx) => replaceSets(tx, sets))),
    find: (subjects) => run.read((tx) => findSets(tx, subjects)),
    readAll: async function* (fence = -1) {
      let after = '';
      for (;;) {
        const ids = await run.read((tx) => findIds(tx, after, fence));
        const last = ids.at(-1);
        if (last === undefined) return;
        after = last;
        yield [...(await run.read((tx) => findSets(tx, ids))).values()];
      }
    },
    findErased: () =>
      run.read(async (tx) => {
        const { records } = await tx.run<{ id: string }>(cypher.FIND_ERASED);
        return records.map((record) => record.get('id'));
      }),
    highestFence: () =>
      run.read(async (tx) => {
        const { records } = await tx.run<{ fence: number }>(cypher.HIGHEST_FENCE);
        return Math.max(0, records[0]?.get('fence') ?? 0);
      }),
    count: () =>
      run.read(async (tx) => {
        const { records } = await tx.run<{ count: number }>(cypher.COUNT_SUBJECTS);
        return records[0]?.get('count') ?? 0;
      }),
    erase: (subject, fence) =>
      run.write(async (tx) => {
        await tx.run(cypher.ERASE, { id: subject, fence: neo4j.int(fence) });
      }),
    close: () => driver.close(),
  };
};

type Work<Result> = (tx: ManagedTransaction) => Promise<Result>;

/** Sessions of one transaction each; the driver tries again what fails in passing. */
const createRunner = (driver: Driver) => ({
  read: async <Result>(work: Work<Result>): Promise<Result> => {
    const session = driver.session();
    return session.executeRead(work).finally(() => session.close());
  },
  write: async <Result>(work: Work<Result>): Promise<Result> => {
    const session = driver.session();
    return session.executeWrite(work).finally(() => session.close());
  },
});

const replaceSets = async (tx: ManagedTransaction, sets: readonly TagSet[]): Promise<ReadonlySet<string>> => {
  const ordered = sets.toSorted((one, other) => (one.subject < other.subject ? -1 : 1));
  const accepted = new Set<string>();
  for (const kind of ['CITIZEN', 'ENTERPRISE'] as const) {
    const given = ordered.filter((set) => set.kind === kind);
    if (given.length === 0) continue;
    const { records } = await tx.run<{ id: string }>(cypher.ACCEPT[kind], {
      sets: given.map(({ subject, district, fence }) => ({ id: subject, district, fence: neo4j.int(fence) })),
    });
    for (const record of records) accepted.add(record.get('id'));
  }
  const taken = ordered.filter(({ subject }) => accepted.has(subject));
  // They are run in this order, and none waits for the answer to the one before.
  const statements = [
    tx.run(cypher.DELETE_OWN, { ids: [...accepted] }),
    tx.run(cypher.CREATE_HELD, { held: taken.flatMap(toHeldParameters) }),
    ...LINK_KINDS.flatMap((kind) => {
      const links = taken.flatMap((set) => toLinkParameters(set, kind));
      return links.length > 0 ? [tx.run(cypher.CREATE_LINKS[kind], { links })] : [];
    }),
  ];
  await Promise.all(statements);
  return accepted;
};

const toHeldParameters = ({ subject, tags }: TagSet) =>
  tags.map(({ tag, since, until, state, version, evidence }) => ({
    id: subject,
    tag,
    since: toCivilOrNull(since),
    until: toCivilOrNull(until),
    state,
    version: neo4j.int(version),
    evidence: JSON.stringify(evidence),
  }));

const toLinkParameters = ({ subject, links }: TagSet, wanted: LinkKind) =>
  links
    .filter(({ kind }) => kind === wanted)
    .map(({ to, since, until, share }) => ({
      id: subject,
      to,
      since: toCivilOrNull(since),
      until: toCivilOrNull(until),
      share,
    }));

const findIds = async (tx: ManagedTransaction, after: string, fence: number): Promise<string[]> => {
  const { records } = await tx.run<{ id: string }>(cypher.FIND_IDS, { after, fence, limit: neo4j.int(PAGE) });
  return records.map((record) => record.get('id'));
};

interface SubjectRecord {
  readonly id: string;
  readonly isCitizen: boolean;
  readonly district: string | null;
  readonly fence: number;
}
interface HeldRecord extends Dated {
  readonly id: string;
  readonly tag: string;
  readonly state: HeldTag['state'];
  readonly version: number;
  readonly evidence: string;
}
interface LinkRecord extends Dated {
  readonly id: string;
  readonly kind: LinkKind;
  readonly to: string;
  readonly share: number | null;
}
interface Dated {
  readonly since: string | null;
  readonly until: string | null;
}

const findSets = async (tx: ManagedTransaction, asked: readonly string[]): Promise<ReadonlyMap<string, TagSet>> => {
  const ids = [...asked];
  const subjects = await findRecords<SubjectRecord>(tx, cypher.FIND_SUBJECTS, ids);
  const held = bySubject(await findRecords<HeldRecord>(tx, cypher.FIND_HELD, ids), ({ id }) => id);
  const links = bySubject(await findRecords<LinkRecord>(tx, cypher.FIND_LINKS, ids), ({ id }) => id);
  return new Map(
    subjects.map(({ id, isCitizen, district, fence }) => [
      id,
      {
        subject: id,
        kind: isCitizen ? 'CITIZEN' : 'ENTERPRISE',
        district,
        fence,
        tags: (held.get(id) ?? []).map(toHeldTag),
        links: (links.get(id) ?? []).map(toLink),
      },
    ]),
  );
};

const findRecords = async <Shape extends object>(
  tx: ManagedTransaction,
  statement: string,
  ids: readonly string[],
): Promise<Shape[]> => {
  const { records } = await tx.run(statement, { ids });
  return records.map((record) => record.toObject() as Shape);
};

const toDays = ({ since, until }: Dated) => ({
  since: since === null ? -Infinity : toDay(since),
  until: until === null ? Infinity : toDay(until),
});

const toHeldTag = ({ tag, state, version, evidence, ...dated }: HeldRecord): HeldTag => ({
  tag,
  ...toDays(dated),
  state,
  version,
  evidence: JSON.parse(evidence) as readonly Evidence[],
});

const toLink = ({ kind, to, share, ...dated }: LinkRecord): Link => ({ kind, to, ...toDays(dated), share });
