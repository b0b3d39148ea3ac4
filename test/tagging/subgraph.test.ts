import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tmpdir } from 'node:os';
import { sql } from 'kysely';
import { pino } from 'pino';
import type { Viewer } from '../../schema/viewer.ts';
import type { CitizenEntry, DirectoryEntry } from '../../subgraphs/kit/directory/directory.ts';
import type { AskFacts, FactAnswer } from '../../subgraphs/kit/facts/read-facts.ts';
import { createMemoryFeed } from '../../subgraphs/kit/feed/memory-feed.ts';
import { enqueue, measureQueue } from '../../tagging/derivation/queue.ts';
import { findKind } from '../../tagging/derivation/subject.ts';
import { defineTagging } from '../../tagging/registry.ts';
import { eraseSayings, type TaggingDB } from '../../tagging/repository.ts';
import { createSqlTagStore } from '../../tagging/tag-store/sql-tag-store.ts';
import { createTagger, type Tagger } from '../../tagging/tagger.ts';
import { anEvent } from '../subgraphs/kit/feed/harness.ts';
import { loadTagging } from '../support/rules.ts';
import { eachEngine } from '../support/stores.ts';
import { openSubgraph, type OpenSubgraph } from '../support/subgraphs.ts';
import { asAnalyst, asCitizen, asPublic, asStaff } from '../support/viewers.ts';

type Answer = Readonly<Record<string, unknown>>;

const MOTHER = 'c1_mother';
const CHILD = 'c1_child';
const YOUTH = 'c1_youth';
const HOME = { district: '310104', since: '2000-01-01', until: null };
const guardedBy = (id: string) => [{ id, since: '2010-01-01', until: null }];

/** What the registries hold. */
const PEOPLE: Readonly<Record<string, Answer>> = {
  [MOTHER]: { birthDate: '1988-09-21', sex: 'FEMALE', disability: { since: '2020-01-01', until: null }, wards: [] },
  [CHILD]: { birthDate: '2021-03-08', sex: 'FEMALE', wards: [] },
  [YOUTH]: {
    birthDate: '2010-05-05',
    sex: 'MALE',
    disability: { since: '2020-01-01', until: null },
    wards: [],
  },
};

const LIST_TAGS =
  'query ($id: ID!) { _entities(representations: [{ __typename: "Citizen", id: $id }]) { ... on Citizen { TAGS } } }';
const FIELDS = 'id tag { code } since until state reason contested decision stale evidence { item summary }';

eachEngine((database) => {
  let tagging: OpenSubgraph<TaggingDB>;
  let tagger: Tagger;
  let people: Map<string, Answer>;

  const ask: AskFacts = (query, { subjects = [] }) => {
    const asked = subjects as string[];
    const root = query.includes('enterprisesByUscc') ? 'enterprisesByUscc' : 'citizens';
    const answer: FactAnswer = {
      data: {
        [root]: asked.map((id) => {
          const known = people.get(id);
          return known === undefined ? null : { [root === 'citizens' ? 'id' : 'uscc']: id, ...known };
        }),
      },
      errors: [],
    };
    return Promise.resolve(answer);
  };

  const tell = (...entries: (Pick<DirectoryEntry, 'subject'> & Partial<CitizenEntry>)[]) =>
    tagging.store.transaction({ holder: 'test' }, (executor) =>
      tagging.subgraph.directory.apply(
        executor,
        entries.map((entry, index) =>
          anEvent(index + 1, {
            kind: 'directory.changed',
            affects: [entry.subject],
            directory: {
              ...{ kind: 'citizen', districts: [HOME], alive: true, mergedInto: null },
              ...{ guardians: [], spouses: [], kin: [] },
              ...entry,
            } as DirectoryEntry,
          }),
        ),
      ),
    );

  const derived = async (...subjects: string[]) => {
    await tagging.store.transaction({ holder: 'test' }, (executor) =>
      enqueue(
        executor,
        subjects.map((subject) => ({ subject, kind: findKind(subject) ?? 'CITIZEN' })),
        'own',
      ),
    );
    for (;;) {
      const { waiting } = await tagging.store.read({ holder: 'test' }, measureQueue);
      // The index takes over what was written right after that.
      if (waiting === 0) return tagger.refresh(subjects);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  const tagsOf = async (viewer: Viewer, id: string, args = '') => {
    const query = LIST_TAGS.replace('TAGS', `tags${args} { ${FIELDS} }`);
    const { data, errors } = await tagging.as(viewer, query, { id });
    const [entity] = (data?.['_entities'] ?? []) as (null | { tags: Answer[] | null })[];
    return { tags: entity?.tags ?? null, errors };
  };
  const codesOf = async (viewer: Viewer, id: string, args = '') =>
    ((await tagsOf(viewer, id, args)).tags ?? []).map(({ tag }) => (tag as { code: string }).code);
  const idOfTag = async (viewer: Viewer, id: string, code: string): Promise<string> => {
    const { tags } = await tagsOf(viewer, id, '(includeFuture: true)');
    return String(tags?.find(({ tag }) => (tag as { code: string }).code === code)?.['id']);
  };

  beforeAll(async () => {
    people = new Map(Object.entries(PEOPLE));
    const feed = createMemoryFeed({ log: pino({ level: 'silent' }) });
    tagger = createTagger({
      tagging: loadTagging(),
      feed,
      ask,
      openTags: (store) => Promise.resolve(createSqlTagStore(store)),
      timing: { idleMs: 10 },
    });
    tagging = await openSubgraph(
      defineTagging({ tagging: loadTagging(), tagger }),
      database().store<TaggingDB>('tagging'),
    );
    tagging.subgraph.directory.follow({ lag: () => 0, stop: () => Promise.resolve() });
    await tell(
      { subject: MOTHER },
      { subject: CHILD, guardians: guardedBy(MOTHER) },
      { subject: YOUTH, guardians: guardedBy(MOTHER) },
    );
    await derived(MOTHER, CHILD, YOUTH);
  }, 60_000);
  afterAll(() => tagging.close());
  beforeEach(async () => {
    await tagging.store.transaction({ holder: 'test' }, (executor) =>
      sql`truncate tagging.contest, tagging.preference, tagging.request_key`.execute(executor),
    );
    await tagger.refresh([MOTHER, CHILD, YOUTH]);
  });

  const widget = { client: 'widget' } as const;
  const officer = asStaff('civil-affairs', '310104', 'minimum-living');
  const decider = asStaff('big-data-centre', '310104', 'objection-decision');

  describe('who sees a sensitive tag', () => {
    it.each<[string, Viewer, string, boolean]>([
      ['the person', asCitizen(MOTHER), MOTHER, true],
      ['a widget, not even of the person', asCitizen(MOTHER, widget), MOTHER, false],
      ['staff whose purpose the rule names', officer, MOTHER, true],
      ['staff for another purpose', asStaff('education', '310104', 'school-enrolment'), MOTHER, false],
      ['the guardian of one who is fourteen or older', asCitizen(MOTHER), YOUTH, false],
    ])('%s', async (_, viewer, subject, sees) => {
      const codes = await codesOf(viewer, subject);
      expect(codes).toContain('criminally_responsible');
      expect(codes.includes('disabled')).toBe(sees);
    });

    it('the guardian of a child', async () => {
      expect(await codesOf(asCitizen(MOTHER), CHILD)).toEqual(expect.arrayContaining(['child', 'minor']));
      expect(await codesOf(asCitizen(MOTHER, widget), CHILD)).not.toContain('child');
    });

    it('nobody else learns of any tag', async () => {
      for (const viewer of [asPublic, asAnalyst, asCitizen('c1_stranger'), asStaff('tax', '310104', 'income-tax')])
        expect((await tagsOf(viewer, MOTHER)).tags).toBeNull();
    });
  });

  it('tells staff of what decides only what is granted to them besides', async () => {
    const shown = async (viewer: Viewer) => {
      const { tags } = await tagsOf(viewer, MOTHER, '(kinds: [CROWD])');
      return tags?.find(({ tag }) => (tag as { code: string }).code === 'criminally_responsible');
    };
    expect(await shown(decider)).toMatchObject({ evidence: [], reason: '依据您无权查看的资料。' });
    expect(await shown(asCitizen(MOTHER))).toMatchObject({ reason: '依据出生日期（自2004-09-22起）。' });
  });

  it('answers as of any day, with what begins later, and as it was known at an instant', async () => {
    expect(await codesOf(asCitizen(MOTHER), CHILD, '(at: "2034-03-07")')).toContain('child');
    expect(await codesOf(asCitizen(MOTHER), MOTHER, '(at: "2048-09-20")')).not.toContain('elderly');
    expect(await codesOf(asCitizen(MOTHER), MOTHER, '(at: "2048-09-21")')).toContain('elderly');
    expect(await codesOf(asCitizen(MOTHER), MOTHER, '(includeFuture: true)')).toContain('elderly');
    expect(await codesOf(asCitizen(MOTHER), MOTHER, '(knownAt: "2020-01-01T00:00:00Z")')).toEqual([]);
  });

  it("shows staff no record of the ward behind a guardian's tag, and the guardian what decides", async () => {
    const ward = { id: CHILD, birthDate: '2021-03-08', enrolments: [], archive: {} };
    people.set(MOTHER, { ...PEOPLE[MOTHER], wards: [{ kind: 'PARENT', since: '2021-03-08', until: null, ward }] });
    await derived(MOTHER);
    const entrant = async (viewer: Viewer) =>
      (await tagsOf(viewer, MOTHER, '(at: "2027-07-01")')).tags?.find(
        ({ tag }) => (tag as { code: string }).code === 'guardian_of_school_entrant',
      );
    expect((await entrant(asCitizen(MOTHER)))?.['evidence']).not.toEqual([]);
    const toStaff = await entrant(asStaff('education', '310104', 'school-enrolment'));
    expect(toStaff).toMatchObject({ state: 'IN', evidence: [] });
    expect(JSON.stringify(toStaff)).not.toContain('2021-03-08');
    people.set(MOTHER, PEOPLE[MOTHER] ?? {});
    await derived(MOTHER);
  });

  it('shows a guardian nothing sensitive for a birth date that was believed once and is withdrawn', async () => {
    const asKnown = async (birthDate: string): Promise<string> => {
      people.set(YOUTH, { ...PEOPLE[YOUTH], birthDate });
      await derived(YOUTH);
      return new Date().toISOString();
    };
    const instant = await asKnown('2021-05-05');
    expect(await codesOf(asCitizen(MOTHER), YOUTH)).toContain('disabled');
    await asKnown(String(PEOPLE[YOUTH]?.['birthDate']));
    const then = `(knownAt: "${instant}")`;
    expect(await codesOf(asCitizen(MOTHER), YOUTH, then)).not.toContain('disabled');
    expect(await codesOf(asCitizen(YOUTH), YOUTH, then)).toContain('disabled');
  });

  describe('a contested tag', () => {
    const CONTEST = `mutation ($id: ID!, $key: String!) {
      contestTag(heldTag: $id, claim: "早已注销", requestKey: $key) { id contested } }`;
    const DECIDE = `mutation ($id: ID!, $keep: Boolean!, $key: String!) {
      decideContest(heldTag: $id, keepTag: $keep, reason: "以证件为准", requestKey: $key) { heldTag state reason claim } }`;
    const OPEN = '{ contestedTags { totalCount edges { node { heldTag claim tag { code } } } } }';
    const indexed = () => tagger.index.find(MOTHER)?.tags.some(({ tag }) => tag === 'disabled');

    it('is used for nothing at once, and shown to who acts for the subject', async () => {
      const id = await idOfTag(asCitizen(MOTHER), MOTHER, 'disabled');
      expect(indexed()).toBe(true);
      const { data } = await tagging.as(asCitizen(MOTHER), CONTEST, { id, key: 'k1' });
      expect(data?.['contestTag']).toEqual({ id, contested: 'OPEN' });
      expect(indexed()).toBe(false);
      expect(await codesOf(officer, MOTHER)).not.toContain('disabled');
      const own = (await tagsOf(asCitizen(MOTHER), MOTHER)).tags?.find((each) => each['id'] === id);
      expect(own).toMatchObject({ contested: 'OPEN', decision: null });
      // The same key repeats the first answer, another one finds it contested.
      expect((await tagging.as(asCitizen(MOTHER), CONTEST, { id, key: 'k1' })).data?.['contestTag']).toEqual({
        id,
        contested: 'OPEN',
      });
      expect((await tagging.as(asCitizen(MOTHER), CONTEST, { id, key: 'k2' })).errors?.[0]?.extensions).toMatchObject({
        code: 'CONFLICT',
      });
    });

    it.each([
      [true, 'KEPT', true],
      [false, 'REMOVED', false],
    ])('is decided by an officer of its district: keepTag %p', async (keep, state, isUsed) => {
      const id = await idOfTag(asCitizen(MOTHER), MOTHER, 'disabled');
      await tagging.as(asCitizen(MOTHER), CONTEST, { id, key: 'k1' });
      const other = asStaff('big-data-centre', '310107', 'objection-decision');
      expect((await tagging.as(other, OPEN)).data?.['contestedTags']).toMatchObject({ totalCount: 0 });
      expect((await tagging.as(other, DECIDE, { id, keep, key: 'd0' })).errors?.[0]?.extensions).toMatchObject({
        code: 'NOT_FOUND',
      });
      expect((await tagging.as(decider, OPEN)).data?.['contestedTags']).toMatchObject({
        totalCount: 1,
        edges: [{ node: { heldTag: id, claim: '早已注销', tag: { code: 'disabled' } } }],
      });
      const { data } = await tagging.as(decider, DECIDE, { id, keep, key: 'd1' });
      expect(data?.['decideContest']).toMatchObject({ heldTag: id, state, reason: '以证件为准' });
      expect(indexed()).toBe(isUsed);
      expect((await codesOf(officer, MOTHER)).includes('disabled')).toBe(isUsed);
      const own = (await tagsOf(asCitizen(MOTHER), MOTHER)).tags?.find((each) => each['id'] === id);
      expect(own).toMatchObject({ contested: state, decision: '以证件为准' });
      const toOfficer = (await tagsOf(officer, MOTHER)).tags?.find((each) => each['id'] === id);
      expect(toOfficer?.['decision'] ?? null).toBeNull();
      expect((await tagging.as(decider, DECIDE, { id, keep, key: 'd2' })).errors?.[0]?.extensions).toMatchObject({
        code: 'CONFLICT',
      });
    });

    it('stays out of use when the subject is derived again with the same facts', async () => {
      const id = await idOfTag(asCitizen(MOTHER), MOTHER, 'disabled');
      await tagging.as(asCitizen(MOTHER), CONTEST, { id, key: 'k1' });
      await derived(MOTHER);
      expect(indexed()).toBe(false);
    });

    it('keeps what else a guardian sees of a child whose age is contested', async () => {
      people.set(YOUTH, { ...PEOPLE[YOUTH], birthDate: '2021-05-05' });
      await derived(YOUTH);
      const id = await idOfTag(asCitizen(MOTHER), YOUTH, 'child');
      for (const key of ['k1', 'k1']) {
        const { data } = await tagging.as(asCitizen(MOTHER), CONTEST, { id, key });
        expect(data?.['contestTag']).toEqual({ id, contested: 'OPEN' });
      }
      expect(await codesOf(asCitizen(MOTHER), YOUTH)).toEqual(expect.arrayContaining(['child', 'disabled']));
      people.set(YOUTH, PEOPLE[YOUTH] ?? {});
      await derived(YOUTH);
    });

    it('no longer names whoever contested it and was erased', async () => {
      const id = await idOfTag(asCitizen(MOTHER), MOTHER, 'disabled');
      await tagging.as(asCitizen(MOTHER), CONTEST, { id, key: 'k1' });
      await tagging.store.transaction({ holder: 'test' }, async (executor) => {
        await executor.updateTable('contest').set({ subject: YOUTH }).execute();
        await eraseSayings(executor, MOTHER);
        const { rows } = await sql<{ raised_by: string }>`select raised_by from tagging.contest`.execute(executor);
        expect(rows.map(({ raised_by: by }) => by)).toEqual([expect.stringMatching(/^erased:/)]);
      });
    });

    it('can be contested by nobody who does not act for the subject, nor by whom it is not shown to', async () => {
      const id = await idOfTag(asCitizen(MOTHER), MOTHER, 'disabled');
      const ofYouth = await idOfTag(asCitizen(YOUTH), YOUTH, 'disabled');
      for (const [viewer, held] of [
        [asCitizen(YOUTH), id],
        [asCitizen(MOTHER), ofYouth],
        [asCitizen(MOTHER), `${MOTHER}.elderly.1970-01-01`],
        [asCitizen(MOTHER), 'nonsense'],
      ] as const) {
        expect((await tagging.as(viewer, CONTEST, { id: held, key: 'x' })).errors?.[0]?.extensions).toMatchObject({
          code: 'NOT_FOUND',
        });
      }
    });
  });

  it('switches personalised recommendation off and on', async () => {
    const set = (enabled: boolean) =>
      tagging.as(
        asCitizen(MOTHER),
        'mutation ($on: Boolean!, $key: String!) { setPersonalisation(enabled: $on, requestKey: $key) }',
        { on: enabled, key: String(enabled) },
      );
    const read = async () => (await tagging.as(asCitizen(MOTHER), '{ me { personalisation } }')).data?.['me'];
    expect(await read()).toEqual({ personalisation: true });
    expect((await set(false)).data).toEqual({ setPersonalisation: false });
    expect(await read()).toEqual({ personalisation: false });
    await set(true);
    expect(await read()).toEqual({ personalisation: true });
  });

  describe('figures', () => {
    const HOLDERS = 'query ($district: String) { tag(code: "elderly") { holders(district: $district) } }';
    const count = async (viewer: Viewer, district: string | null = null) =>
      (await tagging.as(viewer, HOLDERS, { district })).data?.['tag'];

    it('are told to analysts from ten on, perturbed, rounded, and always the same', async () => {
      const old = Array.from({ length: 60 }, (_, index) => `c1_old_${String(index)}`);
      for (const id of old)
        people.set(id, { birthDate: '1950-01-01', wards: [], residence: { district: { code: '310104' } } });
      await derived(...old.slice(0, 9));
      expect(await count(asAnalyst)).toEqual({ holders: null });
      await derived(...old);
      const told = (await count(asAnalyst)) as { holders: number };
      expect(told.holders % 5).toBe(0);
      expect(Math.abs(told.holders - 60)).toBeLessThanOrEqual(10);
      expect(await count(asAnalyst)).toEqual(told);
      expect(await count(asAnalyst, '310104')).toEqual(told);
      expect(await count(asAnalyst, '310107')).toEqual({ holders: null });
      expect(await count(asCitizen(MOTHER))).toEqual({ holders: null });
    });
  });

  it('derives again whoever the store has lost, and takes nobody for late after that', async () => {
    await tagging.store.transaction({ holder: 'test' }, (executor) =>
      sql`truncate tagging.subject, tagging.held, tagging.link`.execute(executor),
    );
    // Of another life: nobody here has heard of it, and its fence is far ahead.
    await createSqlTagStore(tagging.store).replace([
      { subject: 'c1_foreign', kind: 'CITIZEN', district: null, fence: 900_000, tags: [], links: [] },
      { subject: CHILD, kind: 'CITIZEN', district: null, fence: 900_000, tags: [], links: [] },
    ]);
    const log = pino({ level: 'silent' });
    const feed = createMemoryFeed({ log });
    const second = createTagger({
      tagging: loadTagging(),
      feed,
      ask,
      openTags: (store) => Promise.resolve(createSqlTagStore(store)),
      timing: { idleMs: 10 },
    });
    const stop = second.start({ store: tagging.store, clock: () => new Date(), log, dataFolder: tmpdir() });
    // Whichever of both takes them.
    const store = createSqlTagStore(tagging.store);
    const held = async () => (await store.find([MOTHER])).get(MOTHER)?.tags.length ?? 0;
    while ((await held()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await stop();
    await derived(CHILD, MOTHER);
    expect(tagger.index.find(CHILD)?.tags.length).toBeGreaterThan(0);
    const { waiting } = await tagging.store.read({ holder: 'test' }, measureQueue);
    expect(waiting).toBe(0);
  });

  it('tells by one change of a batch that tags are other than before, in the lane of their cause', async () => {
    people.set(MOTHER, { ...PEOPLE[MOTHER], birthDate: '1989-09-21' });
    await derived(MOTHER);
    people.set(MOTHER, PEOPLE[MOTHER] ?? {});
    await derived(MOTHER);
    const told = (await tagging.changes()).filter(({ kind }) => kind === 'tags.changed').at(-1);
    expect(told).toMatchObject({ affects: [MOTHER], items: ['Citizen.tags'] });
  });
});
