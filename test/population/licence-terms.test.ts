import { expect, it } from '@jest/globals';
import { addDuration } from '../../subgraphs/kit/duration.ts';
import { KINDS } from '../../subgraphs/licences/kinds.ts';
import { parseDay } from './days.ts';
import { rowsOfCity, type Row } from './rows.ts';
import { loadSources } from './writing/declarations.ts';

interface Issued {
  kind: string;
  holder: string;
  from: string;
  until: string;
}

const declared = loadSources();
const kindOf = (source: string, cells: Row['cells']): string => {
  const fixed = declared.get(source)?.set['kind'];
  const column = declared.get(source)?.columns['证照类型'];
  const codes = column?.type === 'code' ? (column.values ?? {}) : {};
  return typeof fixed === 'string' ? fixed : (codes[cells['证照类型'] ?? ''] ?? '');
};

const rows = rowsOfCity({ seed: 5, citizens: 1_500, enterprises: 110, today: parseDay('2026-11-22'), months: 1 });
const born = new Map(
  (rows.get('personal.citizens') ?? []).map((cells) => [cells['公民身份号码'] ?? '', cells['出生日期'] ?? '']),
);
const issued = [...rows].flatMap(([source, list]) =>
  source.startsWith('licences.') && declared.get(source)?.columns['有效期截止日期'] !== undefined
    ? list.map((cells): Issued => ({
        kind: kindOf(source, cells),
        holder: cells['持证主体代码'] ?? '',
        from: cells['有效期起始日期'] ?? '',
        until: cells['有效期截止日期'] ?? '',
      }))
    : [],
);

/** Whole years on a day, as the law counts them. */
const ageOn = (day: string, birth: string): number =>
  Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);

/** The last day of a term that begins on a day; 长期 has none. */
const lastDay = (from: string, term: string | null): string => {
  if (term === null) return '长期';
  const end = addDuration(new Date(`${from}T00:00:00Z`), term);
  return new Date(end.getTime() - 86_400_000).toISOString().slice(0, 10);
};

/** Ends that the kind's terms allow to what is issued on that day to somebody of that age. */
const endsOf = ({ kind, holder, from }: Issued): string[] => {
  const birth = born.get(holder);
  return (KINDS.get(kind)?.terms ?? []).flatMap(({ term, fromAge, belowAge }) => {
    const age = birth === undefined ? null : ageOn(from, birth);
    const isOfAge = age === null || ((fromAge ?? 0) <= age && age < (belowAge ?? 999));
    return isOfAge ? [lastDay(from, term)] : [];
  });
};

const kinds = [...KINDS.values()].filter(({ terms }) => terms.length > 0).map(({ code }) => code);

it.each(kinds)('%s is valid for as long as the registry says of its kind', (kind) => {
  const wrong = issued.filter((one) => one.kind === kind && !endsOf(one).includes(one.until));
  expect(wrong.slice(0, 5)).toEqual([]);
});

it('finds licences of every kind that has a term', () => {
  const missing = kinds.filter((kind) => !issued.some((one) => one.kind === kind));
  expect(missing).toEqual([]);
});
