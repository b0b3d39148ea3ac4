import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { CitizenEntry, DirectoryEntry, EnterpriseEntry } from '../../../../subgraphs/kit/directory/directory.ts';
import { followDirectory } from '../../../../subgraphs/kit/directory/follow-directory.ts';
import { recordChanges } from '../../../../subgraphs/kit/directory/record-changes.ts';
import { createDirectory, type SqlDirectory } from '../../../../subgraphs/kit/directory/sql-directory.ts';
import type { ChangeEvent } from '../../../../subgraphs/kit/feed/change.ts';
import { createMemoryFeed } from '../../../../subgraphs/kit/feed/memory-feed.ts';
import { readOutbox } from '../../../../subgraphs/kit/feed/outbox-reader.ts';
import { createRelay } from '../../../../subgraphs/kit/feed/relay.ts';
import { NOTHING } from '../../../../subgraphs/kit/feed/sequence.ts';
import { eachEngine } from '../../../support/stores.ts';
import { anEvent, quiet, until } from '../feed/harness.ts';
import { aChange, createRegistry, type TestRegistry } from '../feed/registry.ts';
import { homeIn } from '../../../support/homes.ts';

const FIRM = '91310104MA1FPAA18P';
const citizen = (subject: string, part: Partial<CitizenEntry> = {}): CitizenEntry => ({
  kind: 'citizen',
  subject,
  districts: homeIn('310104'),
  alive: true,
  mergedInto: null,
  guardians: [],
  spouses: [],
  kin: [],
  ...part,
});
const firm: EnterpriseEntry = {
  kind: 'enterprise',
  subject: FIRM,
  district: '310104',
  alive: true,
  representatives: [{ id: 'c1_zhou', since: '2020-01-01', until: null }],
  handlers: [],
  holders: [],
};

eachEngine((database) => {
  let registry: TestRegistry;
  let directory: SqlDirectory;
  const closing: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    registry = await createRegistry(database());
    directory = createDirectory({ store: registry.store, schema: registry.schema });
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const apply = (...events: ChangeEvent[]) =>
    registry.store.transaction({ holder: 'test' }, (executor) => directory.apply(executor, events));
  const applyOwn = (...entries: DirectoryEntry[]) =>
    registry.store.transaction({ holder: 'test' }, (executor) => directory.applyOwn(executor, entries));
  const told = (id: number, entry: DirectoryEntry, part: Partial<ChangeEvent> = {}) =>
    anEvent(id, { affects: [entry.subject], directory: entry, ...part });

  describe('the directory', () => {
    it('gives entries in the order asked, null for whom it does not know', async () => {
      await apply(told(1, citizen('c1_lin')), told(2, firm, { registry: 'enterprises' }));
      expect(await directory.findMany([FIRM, 'c1_nobody', 'c1_lin', FIRM])).toEqual([
        firm,
        null,
        citizen('c1_lin'),
        firm,
      ]);
      expect(await directory.findMany([])).toEqual([]);
    });

    it('lists who is on file, in the order of their ids: nobody erased, nobody merged into another', async () => {
      await applyOwn(
        citizen('c1_b'),
        citizen('c1_a', { mergedInto: 'c1_a' }),
        citizen('c1_gone', { mergedInto: 'c1_a' }),
        { ...citizen('c1_erased'), erased: true },
        firm,
      );
      expect(await directory.findSubjects('citizen', '')).toEqual(['c1_a', 'c1_b']);
      expect(await directory.findSubjects('citizen', 'c1_a')).toEqual(['c1_b']);
      expect(await directory.findSubjects('enterprise', '')).toEqual([FIRM]);
      expect(await directory.findSubjects('enterprise', FIRM)).toEqual([]);
    });

    it('keeps the newest entry, in whatever order events come', async () => {
      const at = (district: string) => citizen('c1_lin', { districts: homeIn(district) });
      await apply(told(2, at('310105')), told(1, at('310104')));
      await apply(told(1, at('310104')));
      expect(await directory.findMany(['c1_lin'])).toEqual([at('310105')]);
      await apply(told(3, at('310106')), anEvent(4, { affects: ['c1_lin'] }));
      expect(await directory.findMany(['c1_lin'])).toEqual([at('310106')]);
    });

    it('hears of a subject from its own registry alone', async () => {
      await apply(told(1, citizen('c1_lin')));
      await apply(told(9, citizen('c1_lin', { districts: homeIn('310115') }), { registry: 'somebody else' }));
      expect(await directory.findMany(['c1_lin'])).toEqual([citizen('c1_lin')]);
    });

    it('never lets an event of its own registry overwrite what its own transaction wrote', async () => {
      await applyOwn(citizen('c1_lin', { districts: homeIn('310105') }));
      await apply(told(999, citizen('c1_lin'), { registry: registry.schema }));
      expect(await directory.findMany(['c1_lin'])).toEqual([citizen('c1_lin', { districts: homeIn('310105') })]);
      await applyOwn(citizen('c1_lin', { districts: homeIn('310106') }));
      expect(await directory.findMany(['c1_lin'])).toEqual([citizen('c1_lin', { districts: homeIn('310106') })]);
    });

    it('resolves merged ids to the survivor, through several merges', async () => {
      const survivor = citizen('c1_c', { mergedInto: 'c1_c' });
      await apply(
        told(1, citizen('c1_a', { mergedInto: 'c1_b' })),
        told(2, citizen('c1_b', { mergedInto: 'c1_c' })),
        told(3, survivor),
      );
      expect(await directory.findMany(['c1_a', 'c1_b', 'c1_c'])).toEqual([survivor, survivor, survivor]);
    });

    it('finds all ids of a person, whichever is asked for', async () => {
      await apply(
        told(1, citizen('c1_a', { mergedInto: 'c1_b' })),
        told(2, citizen('c1_b', { mergedInto: 'c1_c' })),
        told(3, citizen('c1_c')),
        told(4, citizen('c1_d')),
      );
      const findIds = (id: string) =>
        registry.store.read({ holder: 'test' }, (executor) => directory.findIds(executor, id));
      for (const id of ['c1_a', 'c1_b', 'c1_c']) expect(await findIds(id)).toEqual(['c1_a', 'c1_b', 'c1_c']);
      expect(await findIds('c1_d')).toEqual(['c1_d']);
      expect(await findIds('c1_unknown')).toEqual(['c1_unknown']);
    });

    it('ends when ids are merged in a circle', async () => {
      await apply(told(1, citizen('c1_a', { mergedInto: 'c1_b' })), told(2, citizen('c1_b', { mergedInto: 'c1_a' })));
      expect(await directory.findMany(['c1_a'])).toHaveLength(1);
    });

    it('keeps nothing of an erased subject but that it was there', async () => {
      await apply(told(1, citizen('c1_lin', { guardians: [{ id: 'c1_zhou', since: '2020-01-01', until: null }] })));
      await apply(anEvent(2, { affects: ['c1_lin'], kind: 'subject.erased' }));
      await apply(told(1, citizen('c1_lin')));
      expect(await directory.findMany(['c1_lin'])).toEqual([
        citizen('c1_lin', { districts: [], alive: false, erased: true }),
      ]);
    });

    it('is never behind its own registry, and knows nothing of others before it follows them', () => {
      expect([directory.lag(registry.schema), directory.lag('personal'), directory.lag()]).toEqual([
        0,
        Infinity,
        Infinity,
      ]);
    });

    it('follows another registry, and says how far behind it is', async () => {
      const owner = await createRegistry(database());
      const feed = createMemoryFeed({ log: quiet });
      const relay = createRelay({ store: owner.store, feed, log: quiet });
      relay.start();
      closing.push(
        () => feed.close(),
        () => relay.stop(),
      );
      followDirectory({ feed, store: registry.store, directory, registries: [owner.schema] });
      await owner.write(aChange({ affects: ['c1_lin'], directory: citizen('c1_lin') }));
      await until('it is known', async () => (await directory.findMany(['c1_lin']))[0] !== null);
      await until('fresh', () => directory.lag() < 500 && directory.lag(owner.schema) < 500);
    });
  });

  describe('recordChanges', () => {
    let entries: DirectoryEntry[] = [];
    const record = async (...changes: ReturnType<typeof aChange>[]) => {
      await registry.store.transaction({ holder: 'test' }, (executor) =>
        recordChanges(
          executor,
          {
            store: registry.store,
            directory,
            describe: async (subjects) => entries.filter(({ subject }) => subjects.includes(subject)),
          },
          changes,
        ),
      );
    };
    const written = async (count: number) => {
      const read = () =>
        registry.store.read({ holder: 'test' }, async (executor) => {
          const requests = { own: { after: NOTHING, limit: 99 }, bulk: { after: NOTHING, limit: 99 } };
          return (await readOutbox(executor, registry.schema, requests)).events.own;
        });
      await until(`${count} changes`, async () => (await read()).length >= count);
      return read();
    };

    it('sends a new entry once, with the last change of its subject', async () => {
      entries = [citizen('c1_lin')];
      await record(aChange(), aChange());
      await record(aChange());
      expect((await written(3)).map(({ directory }) => directory)).toEqual([undefined, entries[0], undefined]);
      expect(await directory.findMany(['c1_lin'])).toEqual(entries);
    });

    it('tells of many as of few: of the new and the altered ones alone', async () => {
      const page = (from: number) => Array.from({ length: 150 }, (_, at) => citizen(`c1_${from + at}`));
      const subjectsOf = async (from: number) => {
        entries = page(from);
        const held = await registry.count('outbox');
        await record(...entries.map(({ subject }) => aChange({ affects: [subject] })));
        const { rows } = await registry.store.read({ holder: 'test' }, (executor) =>
          sql<{ told: number; all: number }>`select count(directory)::int as told, count(*)::int as all
            from (select directory from ${sql.id(registry.schema, 'outbox')} order by id offset ${held}) as written`.execute(
            executor,
          ),
        );
        return rows[0];
      };
      expect(await subjectsOf(0)).toEqual({ told: 150, all: 150 });
      expect(await subjectsOf(150)).toEqual({ told: 150, all: 150 });
      expect(await subjectsOf(250)).toEqual({ told: 100, all: 150 });
      expect(await subjectsOf(0)).toEqual({ told: 0, all: 150 });
      expect(await directory.findMany(['c1_0', 'c1_399'])).toEqual([citizen('c1_0'), citizen('c1_399')]);
    });

    it('makes a change of its own for the others whose entry altered', async () => {
      entries = [
        citizen('c1_lin', { kin: [{ id: 'c1_child', since: '2021-03-08', until: null }] }),
        citizen('c1_child'),
      ];
      await record(aChange({ affects: ['c1_lin', 'c1_child', 'c1_stranger'] }));
      const events = await written(2);
      expect(events.map(({ kind, affects, directory }) => [kind, affects[0], directory?.subject])).toEqual([
        ['citizen.changed', 'c1_lin', 'c1_lin'],
        ['directory.changed', 'c1_child', 'c1_child'],
      ]);
    });

    it('empties the entry of an erased subject, whatever the tables say', async () => {
      entries = [citizen('c1_lin')];
      await record(aChange());
      await record(aChange({ kind: 'subject.erased' }));
      expect(await directory.findMany(['c1_lin'])).toEqual([
        citizen('c1_lin', { districts: [], alive: false, erased: true }),
      ]);
      expect((await written(2)).at(-1)?.directory?.alive).toBe(false);
    });
  });
});
