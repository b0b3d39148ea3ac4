import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toDay } from '../../../subgraphs/kit/civil/day.ts';
import { migrate } from '../../../subgraphs/kit/migrate.ts';
import { migrations } from '../../../tagging/migrations/index.ts';
import { openNeo4jTagStore } from '../../../tagging/tag-store/neo4j-tag-store.ts';
import { createSqlTagStore } from '../../../tagging/tag-store/sql-tag-store.ts';
import type { HeldTag, Link, PublishedTag, TagSet, TagStore } from '../../../tagging/tag-store/tag-store.ts';
import { describeWithNeo4j, emptyNeo4j } from '../../support/neo4j.ts';
import { eachEngine } from '../../support/stores.ts';

const tag = (code: string, parents: readonly string[] = []): PublishedTag => ({
  tag: code,
  kind: 'CROWD',
  subject: 'CITIZEN',
  parents,
});
const TAGS = [tag('minor'), tag('child', ['minor']), tag('elderly')];

const held = (code: string, since: string | null, until: string | null, part: Partial<HeldTag> = {}): HeldTag => ({
  tag: code,
  since: since === null ? -Infinity : toDay(since),
  until: until === null ? Infinity : toDay(until),
  state: 'IN',
  version: 1,
  evidence: [],
  ...part,
});
const set = (subject: string, fence: number, part: Partial<TagSet> = {}): TagSet => ({
  subject,
  kind: 'CITIZEN',
  district: '310104',
  fence,
  tags: [],
  links: [],
  ...part,
});
const link = (kind: Link['kind'], to: string, part: Partial<Link> = {}): Link => ({
  kind,
  to,
  since: toDay('2015-06-01'),
  until: Infinity,
  share: null,
  ...part,
});

/** What every tag store does. */
const contract = (open: () => Promise<TagStore>): void => {
  let store: TagStore;
  beforeAll(async () => {
    store = await open();
  }, 120_000);
  beforeEach(async () => {
    await store.publish(TAGS);
  });
  afterAll(() => store.close());

  it('gives back what it was given, days before and after all days among it', async () => {
    const evidence = [
      {
        item: 'Citizen.birthDate',
        record: null,
        label: { zh: '出生日期', en: 'date of birth' },
        value: null,
        from: '2020-02-29',
        until: '2034-03-01',
      },
    ];
    const given = set('c1_whole', 1, {
      tags: [
        held('child', '2020-02-29', '2034-03-01', { evidence, version: 3 }),
        held('elderly', null, null, { state: 'UNKNOWN' }),
      ],
      links: [
        link('HOLDS', '91310104MA1FPAA18P', { share: 12.5 }),
        link('PARENT_OF', 'c1_kid', { since: -Infinity }),
        link('USED', 'food-permit-new'),
      ],
    });
    expect(await store.replace([given])).toEqual(new Set(['c1_whole']));
    expect(await store.find(['c1_whole', 'c1_nobody'])).toEqual(new Map([['c1_whole', given]]));
  });

  it('replaces all that is held of a subject, and only of that', async () => {
    await store.replace([
      set('c1_one', 1, { tags: [held('child', '2020-01-01', null)], links: [link('SPOUSE_OF', 'c1_two')] }),
      set('c1_two', 1, { tags: [held('elderly', '2020-01-01', null)], links: [link('SPOUSE_OF', 'c1_one')] }),
    ]);
    const after = set('c1_one', 2, {
      district: null,
      tags: [held('child', '2020-01-01', '2021-01-01'), held('child', '2022-01-01', null)],
    });
    await store.replace([after]);
    const found = await store.find(['c1_one', 'c1_two']);
    expect(found.get('c1_one')).toEqual(after);
    expect(found.get('c1_two')?.links).toEqual([link('SPOUSE_OF', 'c1_one')]);
  });

  it('passes over a set whose fence is below that of what is held', async () => {
    await store.replace([set('c1_fenced', 7, { tags: [held('child', '2020-01-01', null)] })]);
    expect(await store.replace([set('c1_fenced', 6), set('c1_with', 6)])).toEqual(new Set(['c1_with']));
    expect((await store.find(['c1_fenced'])).get('c1_fenced')?.tags).toHaveLength(1);
  });

  it('takes the same once more, of whoever did not hear that it was taken', async () => {
    const given = set('c1_again', 7, { tags: [held('child', '2020-01-01', null)] });
    for (let time = 0; time < 2; time += 1) expect(await store.replace([given])).toEqual(new Set(['c1_again']));
    expect((await store.find(['c1_again'])).get('c1_again')).toEqual(given);
  });

  it('takes over a subject that another’s link led to before it was derived', async () => {
    await store.replace([set('c1_leading', 1, { links: [link('PARENT_OF', 'c1_led_to')] })]);
    expect(await store.find(['c1_led_to'])).toEqual(new Map());
    const derived = set('c1_led_to', 1, { tags: [held('child', '2020-01-01', '2034-01-01')] });
    expect(await store.replace([derived])).toEqual(new Set(['c1_led_to']));
    expect((await store.find(['c1_led_to'])).get('c1_led_to')).toEqual(derived);
  });

  it('tells the highest fence that anything was written under', async () => {
    await store.replace([set('c1_high', 987_654)]);
    expect(await store.highestFence()).toBe(987_654);
    await store.erase('c1_high', 987_655);
    expect(await store.highestFence()).toBe(987_655);
  });

  it('reads what was written since a fence, and says who was erased', async () => {
    await store.replace([set('c1_before', 2_000_000), set('c1_since', 2_000_001)]);
    await store.erase('c1_gone', 2_000_002);
    const subjects: string[] = [];
    for await (const sets of store.readAll(2_000_000)) subjects.push(...sets.map(({ subject }) => subject));
    expect(subjects).toEqual(['c1_since']);
    expect(await store.findErased()).toContain('c1_gone');
  });

  it('takes many writers of the same subjects at once, and keeps the newest of each', async () => {
    const subjects = Array.from({ length: 40 }, (_, index) => `c1_storm_${index}`);
    const fences = Array.from({ length: 8 }, (_, index) => 100 + index);
    await Promise.all(
      fences.map((fence) => {
        const sets = subjects.map((subject) =>
          set(subject, fence, { tags: [held('child', '2020-01-01', null, { version: fence })] }),
        );
        return store.replace(fence % 2 === 0 ? sets : sets.reverse());
      }),
    );
    const found = await store.find(subjects);
    expect([...found.values()].map(({ fence, tags }) => [fence, tags.map(({ version }) => version)])).toEqual(
      subjects.map(() => [107, [107]]),
    );
  });

  it('erases a subject with what leads to it, and nobody late brings it back', async () => {
    await store.replace([
      set('c1_gone', 10, { tags: [held('child', '2020-01-01', null)] }),
      set('c1_left', 10, { links: [link('PARENT_OF', 'c1_gone'), link('PARENT_OF', 'c1_other')] }),
    ]);
    await store.erase('c1_gone', 11);
    expect(await store.replace([set('c1_gone', 12, { tags: [held('child', '2020-01-01', null)] })])).toEqual(new Set());
    const found = await store.find(['c1_gone', 'c1_left']);
    expect(found.has('c1_gone')).toBe(false);
    expect(found.get('c1_left')?.links).toEqual([link('PARENT_OF', 'c1_other')]);
  });

  it('reads everything in pages, and counts it', async () => {
    const many = Array.from({ length: 4_500 }, (_, index) =>
      set(`c1_page_${String(index).padStart(5, '0')}`, 1, { tags: [held('elderly', '2000-01-01', null)] }),
    );
    for (let from = 0; from < many.length; from += 500) await store.replace(many.slice(from, from + 500));
    const seen: string[] = [];
    let pages = 0;
    for await (const page of store.readAll()) {
      pages += 1;
      seen.push(...page.map(({ subject }) => subject));
    }
    expect(pages).toBeGreaterThan(1);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((subject) => subject.startsWith('c1_page_'))).toHaveLength(many.length);
    expect(await store.count()).toBe(seen.length);
  }, 60_000);

  it('drops what is held of a tag that is published no longer', async () => {
    await store.replace([
      set('c1_tagged', 20, { tags: [held('child', '2020-01-01', null), held('elderly', '2020-01-01', null)] }),
    ]);
    await store.publish(TAGS.filter(({ tag: code }) => code !== 'elderly'));
    expect((await store.find(['c1_tagged'])).get('c1_tagged')?.tags.map(({ tag: code }) => code)).toEqual(['child']);
  });
};

describe('the tag store in SQL', () => {
  eachEngine((database) => {
    contract(async () => {
      const store = database().store('tagging');
      await migrate(store, migrations);
      return createSqlTagStore(store);
    });
  });
});

describe('the tag store in Neo4j', () => {
  describeWithNeo4j('on a server', (url) => {
    contract(async () => {
      await emptyNeo4j(url);
      return openNeo4jTagStore({ url, login: null });
    });
  });
});
