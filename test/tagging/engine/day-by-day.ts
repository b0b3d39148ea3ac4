import { Environment, EvaluationError } from '@marcbachmann/cel-js';
import type { Facts } from '../../../subgraphs/kit/facts/fact-type.ts';
import type { Rule } from '../../../tagging/engine/rule.ts';
import { classifyIndustry, type Industry } from '../../../tagging/industry/classify-industry.ts';
import { loadModel } from '../../../tagging/industry/model-file.ts';

/**
 * The rules once more, by brute force: whether a tag holds on one day, asked of every part for that day alone, without
 * intervals. It shares no code with the engine but the shape of a rule: days are reckoned by `Date`, conditions by CEL's own
 * evaluator.
 */
export type Answer = 0 | 1 | 2;

const DAY_MS = 86_400_000;

/** Whether each rule's tag holds on a day: 0 no, 1 not known, 2 yes. */
export const holdsOnDay = (rules: readonly Rule[]): ((tag: string, facts: Facts, day: number) => Answer) => {
  const byTag = new Map(rules.map((rule) => [rule.tag, rule]));
  const children = new Map(rules.map(({ tag }) => [tag, rules.filter(({ parents }) => parents.includes(tag))]));

  const tagOn = (tag: string, facts: Facts, day: number): Answer => {
    const rule = byTag.get(tag);
    if (rule === undefined) throw new Error(`No rule of ${tag}.`);
    const end = facts[rule.subject === 'CITIZEN' ? 'deathDate' : 'closedOn'];
    if (!rule.outlives && typeof end === 'number' && day >= end) return 0;
    const own = rule.holds === undefined ? 0 : on(rule.holds, facts, day);
    return Math.max(own, ...(children.get(tag) ?? []).map((child) => tagOn(child.tag, facts, day))) as Answer;
  };

  const on = (expression: unknown, facts: Facts, day: number): Answer => {
    const it = expression as Record<string, unknown>;
    if ('all' in it) return Math.min(...(it.all as unknown[]).map((part) => on(part, facts, day))) as Answer;
    if ('any' in it) return Math.max(...(it.any as unknown[]).map((part) => on(part, facts, day))) as Answer;
    if ('not' in it) return (2 - on(it.not, facts, day)) as Answer;
    if ('if' in it) return condition(String(it.if), facts);
    if ('tag' in it) return tagOn(String(it.tag), facts, day);
    if ('of' in it) {
      const other = at(facts, String(it.of));
      return other === undefined ? 1 : on(it.holds, other as Facts, day);
    }
    if ('during' in it) return within(termOf(it.during as Term, facts), day);
    if ('age' in it) return ageOn(it.age as AgeTerm, facts, day);
    if ('gap' in it) return gapOn(it as unknown as Gap, facts, day);
    if ('count' in it) return countOn(it as unknown as Count, facts, day);
    if ('each' in it) return eachOn(it as unknown as Each, facts, day);
    if ('reach' in it) return 0;
    if ('industry' in it) return industryOn(it.industry as IndustryTerm, facts);
    throw new Error(`No such expression: ${JSON.stringify(expression)}`);
  };

  const eachOn = (each: Each, facts: Facts, day: number): Answer => {
    const records = listAt(facts, each.each);
    if (records === null) return 1;
    return Math.max(0, ...records.map((record) => recordOn(each, record, records, day))) as Answer;
  };

  const recordOn = (each: Each, record: Facts, records: readonly Facts[], day: number): Answer => {
    const counts = each.where === undefined ? 2 : condition(each.where, record);
    const term = termOf(each, record);
    const own = each.succeeded === undefined ? null : each.succeeded;
    const inTerm = within(own === null ? term : succeeded(term, own, record, records), day);
    const holds = each.holds === undefined ? 2 : on(each.holds, record, day);
    return Math.min(counts, inTerm, holds) as Answer;
  };

  const gapOn = (gap: Gap, facts: Facts, day: number): Answer => {
    const records = listAt(facts, gap.gap);
    if (records === null) return 1;
    const counts = (record: Facts) => (gap.where === undefined ? 2 : condition(gap.where, record));
    const over = records.map((record) => {
      const end = moment(gap.until, record);
      const after: Answer = end === null ? 1 : day >= plus(end, gap.longerThan, 1) ? 2 : 0;
      return Math.min(counts(record), after);
    });
    const within_ = records.map((record) => {
      const end = moment(gap.until, record);
      const term = { from: moment(gap.from, record), until: end === null ? null : plus(end, gap.longerThan, 1) };
      return Math.min(counts(record), within(term, day));
    });
    return Math.min(Math.max(0, ...over), 2 - Math.max(0, ...within_)) as Answer;
  };

  return tagOn;
};

const countOn = (count: Count, facts: Facts, day: number): Answer => {
  const records = listAt(facts, count.count);
  if (records === null) return 1;
  const answers = records.map((record) => {
    const from = moment(count.on, record);
    const until = count.within === undefined ? Infinity : from === null ? null : plus(from, count.within, 1);
    return Math.min(count.where === undefined ? 2 : condition(count.where, record), within({ from, until }, day));
  });
  if (answers.filter((answer) => answer === 2).length >= count.atLeast) return 2;
  return answers.filter((answer) => answer > 0).length >= count.atLeast ? 1 : 0;
};

interface Term {
  readonly from?: string;
  readonly until?: string;
}
interface Each extends Term {
  readonly each: string;
  readonly where?: string;
  readonly succeeded?: { readonly by: string; readonly on: string };
  readonly holds?: unknown;
}
interface Gap {
  readonly gap: string;
  readonly where?: string;
  readonly from: string;
  readonly until: string;
  readonly longerThan: string;
}
interface Count {
  readonly count: string;
  readonly where?: string;
  readonly on: string;
  readonly within?: string;
  readonly atLeast: number;
}
interface AgeTerm {
  readonly from?: string;
  readonly until?: string;
  readonly of?: string;
  readonly reached?: string;
}
interface Days {
  readonly from: number | null;
  readonly until: number | null;
}

const termOf = ({ from, until }: Term, record: Facts): Days => ({
  from: from === undefined ? -Infinity : moment(from, record),
  until: until === undefined ? Infinity : moment(until, record),
});

const within = ({ from, until }: Days, day: number): Answer => {
  if (from !== null && until !== null && from > until) return day >= until && day < from ? 1 : 0;
  const begun = from === null ? 1 : day >= from ? 2 : 0;
  const lasts = until === null ? 1 : day < until ? 2 : 0;
  return Math.min(begun, lasts) as Answer;
};

const succeeded = (
  { from, until }: Days,
  { by, on }: { readonly by: string; readonly on: string },
  record: Facts,
  records: readonly Facts[],
): Days => {
  const own = moment(on, record);
  const value = at(record, by);
  if (own === null || value === undefined) return { from, until };
  const later = records
    .filter((other) => at(other, by) === value)
    .map((other) => moment(on, other))
    .filter((day): day is number => day !== null && day > own);
  const end = Math.min(...later);
  if (end === Infinity || (until !== null && until <= end)) return { from, until };
  return from !== null && from > end ? { from: end, until: end } : { from, until: end };
};

const ageOn = ({ from, until, of = 'birthDate', reached }: AgeTerm, facts: Facts, day: number): Answer => {
  const born = at(facts, of);
  if (typeof born !== 'number') return 1;
  const later = reached === 'DAY_AFTER' ? 1 : 0;
  const begins = from === undefined ? born : laterBy(from, facts, of) + later;
  const ends = until === undefined ? Infinity : laterBy(until, facts, of) + later;
  return day >= begins && day < ends ? 2 : 0;
};

const laterBy = (duration: string, facts: Facts, of: string): number => moment(`${of} + ${duration}`, facts) ?? NaN;

const at = (facts: Facts, path: string): unknown =>
  path.split('.').reduce<unknown>((found, name) => (found as Facts | undefined)?.[name], facts);

const listAt = (facts: Facts, path: string): readonly Facts[] | null => {
  const found = at(facts, path);
  if (found !== undefined) return found as readonly Facts[];
  const dot = path.lastIndexOf('.');
  return dot > 0 && at(facts, path.slice(0, dot)) === undefined ? [] : null;
};

/** What is asked of a record again on every day, and does not depend on the day. */
const once = <Value>(reckon: (source: string, record: Facts) => Value) => {
  const known = new WeakMap<Facts, Map<string, Value>>();
  return (source: string, record: Facts): Value => {
    const values = known.get(record) ?? new Map<string, Value>();
    known.set(record, values);
    const found = values.get(source);
    if (found !== undefined) return found;
    const value = reckon(source, record);
    values.set(source, value);
    return value;
  };
};

/** `a - P90D ?? b next 09-01 ?? never`. */
const moment = once((source: string, record: Facts): number | null => {
  for (const term of source.split('??').map((each) => each.trim())) {
    if (term === 'never') return Infinity;
    if (term === 'always') return -Infinity;
    const [name = '', ...words] = term.split(/\s+/);
    const value = at(record, name);
    if (typeof value !== 'number') continue;
    // Years are numbers below every day that a record may have.
    let day = /year$/i.test(name) ? Date.UTC(value, 0, 1) / DAY_MS : value;
    for (let index = 0; index < words.length; index += 2) {
      const argument = words[index + 1] ?? '';
      day = words[index] === 'next' ? next(day, argument) : plus(day, argument, words[index] === '-' ? -1 : 1);
    }
    return day;
  }
  return null;
});

const next = (day: number, monthDay: string): number => {
  const [month, dayOfMonth] = monthDay.split('-').map(Number);
  for (let each = day; ; each += 1) {
    const date = new Date(each * DAY_MS);
    if (date.getUTCMonth() + 1 === month && date.getUTCDate() === dayOfMonth) return each;
  }
};

const plus = (day: number, duration: string, sign: 1 | -1): number => {
  if (!Number.isFinite(day)) return day;
  const number = (unit: string) => Number(new RegExp(`(\\d+)${unit}`).exec(duration)?.[1] ?? 0) * sign;
  const date = new Date(day * DAY_MS);
  const months = number('Y') * 12 + number('M');
  const wanted = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(wanted.getUTCFullYear(), wanted.getUTCMonth() + 1, 0)).getUTCDate();
  // Where the month has no such day: the first of the next one.
  const dayOfMonth = Math.min(date.getUTCDate(), last + 1);
  return wanted.getTime() / DAY_MS + dayOfMonth - 1 + number('W') * 7 + number('D');
};

const environment = new Environment({ unlistedVariablesAreDyn: true });
environment.registerFunction('date(string): double', (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const parsed = new Map<string, (record: Facts) => unknown>();

const condition = once((source: string, record: Facts): Answer => {
  const compiled = parsed.get(source) ?? environment.parse(source);
  parsed.set(source, compiled);
  try {
    return compiled(record) === true ? 2 : 0;
  } catch (error) {
    if (error instanceof EvaluationError && ['unknown_variable', 'no_such_key'].includes(error.code)) return 1;
    throw error;
  }
});

interface IndustryTerm {
  readonly section?: string;
  readonly broad?: string;
}

const model = loadModel();
const industries = new Map<string, Industry>();

/** The classifier is asked as it is: what is checked here is what rules make of its answer. */
const industryOn = ({ section, broad }: IndustryTerm, { name, scope }: Facts): Answer => {
  if (typeof name !== 'string' || typeof scope !== 'string') return 1;
  const key = `${name}\n${scope}`;
  const told = industries.get(key) ?? classifyIndustry(model, { name, scope });
  industries.set(key, told);
  const named: readonly (string | null)[] = section === undefined ? told.broad : [told.section, ...told.others];
  if (named.includes(section ?? broad ?? '')) return 2;
  return told.section === null ? 1 : 0;
};
