import { createCity, type CityPlan } from './city.ts';
import { liveBlock } from './live-block.ts';
import { BLOCK_SIZE } from './world/block.ts';
import { rowsOfBlock, type Row } from './rows.ts';

/** Drops that repeat themselves every month: of these the first row and a count. */
const MONTHLY = new Set([
  'archive.contributions',
  'archive.utility-bills',
  'archive.housing-entries',
  'archive.pension-entries',
  'archive.medical-entries',
]);
const OF_APPLICATIONS = /^transactions\.(?!applications)/;

/** The life of one person, a line for each row that names them, by date. */
export const tellStory = (plan: CityPlan, serial: number): string[] => {
  const city = createCity(plan);
  const number = Math.floor(serial / BLOCK_SIZE);
  const person = liveBlock(city, number).block.people[serial % BLOCK_SIZE];
  if (person === undefined)
    throw new Error(`There is no citizen ${serial}: serials run from 0 to ${plan.citizens - 1}.`);
  const own = rowsOfBlock(city, number).filter(
    ({ source, cells }) => !OF_APPLICATIONS.test(source) && Object.values(cells).includes(person.number),
  );
  const counts = new Map<string, number>();
  const told = own.filter(({ source }) => {
    const count = (counts.get(source) ?? 0) + 1;
    counts.set(source, count);
    return count === 1 || !MONTHLY.has(source);
  });
  const lines = told.map((row) => ({ day: dayOfRow(row), text: textOfRow(row, person.number, counts) }));
  return lines
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map(({ day, text }) => `${day.padEnd(11)}${text}`);
};

const dayOfRow = ({ cells }: Row): string => {
  for (const [header, value] of Object.entries(cells))
    if (/日期|时间|年月|账期/.test(header) && !/至|出生|余额|截止/.test(header) && /^\d{4}-\d{2}/.test(value))
      return value.slice(0, 10);
  return '';
};

const textOfRow = ({ source, cells }: Row, number: string, counts: ReadonlyMap<string, number>): string => {
  const values = Object.entries(cells).flatMap(([header, value]) =>
    value === '' ? [] : [`${header}=${value === number ? '*' : value}`],
  );
  const more = MONTHLY.has(source) ? ` (× ${counts.get(source) ?? 1})` : '';
  return `${source}${more}  ${values.join(' ')}`;
};
