import { sql } from 'kysely';
import { toDay } from '../../../subgraphs/kit/civil/day.ts';
import { migrate } from '../../../subgraphs/kit/migrate.ts';
import { createEmbeddedDatabase } from '../../../subgraphs/kit/store/embedded-database.ts';
import type { Store } from '../../../subgraphs/kit/store/store.ts';
import { derive } from '../../../tagging/engine/derive.ts';
import { seeded } from '../../../tagging/industry/training/seeded.ts';
import { migrations } from '../../../tagging/migrations/index.ts';
import { createTagIndex, type IndexedSet, type TagIndex } from '../../../tagging/tag-index/tag-index.ts';
import { loadTagging } from '../../support/rules.ts';
import { holdsOnDay } from '../../tagging/engine/day-by-day.ts';
import { median, round, type Bench, type Measure } from '../measure.ts';
import { readDemoFacts } from './demo-facts.ts';

const TODAY = toDay('2026-11-22');
const SUBJECTS = 100_000;
const TAGS = Array.from({ length: 40 }, (_, at) => `tag_${String(at)}`);
const TAGS_EACH = 10;
const ROUNDS = 7;

/** Milliseconds of one call, by so many calls together. */
const timeOf = (work: () => unknown, times: number): number => {
  const began = performance.now();
  for (let at = 0; at < times; at += 1) work();
  return (performance.now() - began) / times;
};

/** Rounds of both in turn, so that what else the machine does falls on both. */
const compare = async (
  own: () => number | Promise<number>,
  baseline: () => number | Promise<number>,
  rounds = ROUNDS,
): Promise<readonly [own: number, baseline: number]> => {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round_ = 0; round_ < rounds; round_ += 1) {
    ours.push(await own());
    theirs.push(await baseline());
  }
  return [median(ours), median(theirs)];
};

/** All days of a subject's tags at once, against brute force for one day. */
const measureCore = async (): Promise<Measure> => {
  const rules = loadTagging().rules.CITIZEN;
  const facts = await readDemoFacts();
  const bruteForce = holdsOnDay(rules.map(({ rule }) => rule));
  const pass = () => facts.forEach((each) => derive(rules, each));
  timeOf(pass, 50);
  const [own, oneDay] = await compare(
    () => timeOf(pass, 50) / facts.length,
    () =>
      timeOf(() => facts.forEach((each) => rules.forEach(({ rule }) => bruteForce(rule.tag, each, TODAY))), 1) /
      facts.length,
  );
  return {
    name: 'subjects_per_s_core',
    value: round(1_000 / own),
    unit: 'subjects/s',
    baseline: 'brute force for one day',
    ratio: round(oneDay / own),
  };
};

const createSets = (): readonly IndexedSet[] => {
  const random = seeded(1);
  return Array.from({ length: SUBJECTS }, (_, at): IndexedSet => ({
    subject: `c1_${String(at)}`,
    kind: 'CITIZEN',
    district: `3101${String(1 + (at % 16)).padStart(2, '0')}`,
    fence: 1,
    tags: Array.from({ length: TAGS_EACH }, (_unused, tag) => {
      const since = TODAY - Math.floor(random() * 8_000);
      return {
        tag: TAGS[(at + tag * 4 + Math.floor(random() * 4)) % TAGS.length] ?? '',
        since,
        until: since + Math.floor(random() * 16_000),
        state: 'IN',
      };
    }),
    links:
      at % 5 === 0
        ? [{ kind: 'HOLDS', to: `c1_${String((at * 7 + 5) % SUBJECTS)}`, since: -Infinity, until: Infinity, share: 10 }]
        : [],
  }));
};

const fillSql = async (store: Store<object>, sets: readonly IndexedSet[]): Promise<void> => {
  await store.transaction({ holder: 'bench' }, async (executor) => {
    const held = sets.flatMap(({ subject, tags }) =>
      tags.map(({ tag, since, until }) => `${subject}\t${tag}\t${String(since)}\t${String(until)}\tIN\t1\t[]\n`),
    );
    const columns = ['subject', 'tag', 'since', 'until', 'state', 'version', 'evidence'];
    await store.copyFrom(executor, { table: 'held', columns }, held.join(''));
    const links = sets.flatMap(({ subject, links: own }) => own.map(({ to }) => `${subject}\tHOLDS\t${to}\n`));
    await store.copyFrom(executor, { table: 'link', columns: ['subject', 'kind', 'target'] }, links.join(''));
  });
  await store.read({ holder: 'bench' }, (executor) => sql`analyze`.execute(executor));
};

const [A = '', B = '', C = ''] = TAGS;

/** The questions of the read model, each against the same in SQL on PGlite. */
const measureIndex = async (): Promise<readonly Measure[]> => {
  const sets = createSets();
  const database = await createEmbeddedDatabase({ folder: 'memory' });
  try {
    const store = database.store<object>('tagging');
    await migrate(store, migrations);
    await fillSql(store, sets);
    const began = performance.now();
    const index = createTagIndex(TAGS);
    for (const set of sets) index.replace(set);
    const fillMs = performance.now() - began;
    const inSql = (statement: ReturnType<typeof sql>) => async (): Promise<number> => {
      const start = performance.now();
      await store.read({ holder: 'bench' }, (executor) => statement.execute(executor));
      return performance.now() - start;
    };
    const on = sql`state = 'IN' and since <= ${TODAY} and ${TODAY} < until`;
    let fence = 1;
    let at = 0;
    let day = TODAY;
    // Another day each time, so that no set is kept from before.
    const nextDay = () => (day += 1);
    const next = () => `c1_${String((at += 7_919) % SUBJECTS)}`;
    const questions: readonly [string, (index: TagIndex) => unknown, number, ReturnType<typeof sql>, number][] = [
      [
        'tags_of_one_ms',
        () => index.find(next()),
        1_000,
        sql`select tag, since, until from tagging.held where subject = ${next()}`,
        ROUNDS,
      ],
      [
        'a_and_b_not_c_ms',
        () => index.countHolding([A, B], [C], nextDay()),
        20,
        sql`select count(*) from (
          select subject from tagging.held where tag = ${A} and ${on} intersect
          select subject from tagging.held where tag = ${B} and ${on} except
          select subject from tagging.held where tag = ${C} and ${on}
        ) as found`,
        ROUNDS,
      ],
      [
        'co_occurrences_ms',
        () => index.coOccurrences(nextDay()),
        1,
        sql`select one.tag, other.tag, count(*) from tagging.held as one join tagging.held as other using (subject)
          where one.state = 'IN' and one.since <= ${TODAY} and ${TODAY} < one.until
            and other.state = 'IN' and other.since <= ${TODAY} and ${TODAY} < other.until
          group by 1, 2`,
        3,
      ],
      [
        'three_hops_ms',
        () => index.reach(next(), ['HOLDS'], 3, TODAY),
        500,
        sql`with recursive reached (subject, hops) as (
            select ${next()}::text, 0
            union
            select case when link.subject = reached.subject then link.target else link.subject end, hops + 1
            from reached join tagging.link as link on link.subject = reached.subject or link.target = reached.subject
            where hops < 3
          ) select distinct subject from reached`,
        ROUNDS,
      ],
      [
        'replace_one_ms',
        () => {
          const given = sets[(at += 7_919) % SUBJECTS];
          return given !== undefined && index.replace({ ...given, fence: (fence += 1) });
        },
        1_000,
        sql`update tagging.held set version = version + 1 where subject = ${next()}`,
        ROUNDS,
      ],
    ];
    const measures: Measure[] = [];
    for (const [name, ask, times, statement, rounds] of questions) {
      const [own, baseline] = await compare(() => timeOf(() => ask(index), times), inSql(statement), rounds);
      measures.push({ name, value: round(own), unit: 'ms', baseline: 'SQL on PGlite', ratio: round(baseline / own) });
    }
    const { edges, bytes } = index.size;
    return [
      ...measures,
      {
        name: 'fill_edges_per_s',
        value: round((edges * 1_000) / fillMs),
        unit: 'edges/s',
        baseline: 'one edge a second',
        ratio: round((edges * 1_000) / fillMs),
      },
      {
        name: 'bytes_per_edge',
        value: round(bytes / edges),
        unit: 'bytes',
        baseline: 'an object of five fields, 56 bytes',
        ratio: round(56 / (bytes / edges)),
      },
    ];
  } finally {
    await database.close();
  }
};

export const deriveBench: Bench = {
  name: 'derive',
  description: 'Tags from facts in hand, a core; the questions of the index on 100,000 citizens with a million tags',
  run: async () => [await measureCore(), ...(await measureIndex())],
};
