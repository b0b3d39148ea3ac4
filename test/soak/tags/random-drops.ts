import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

/** What a source delivers. */
export interface Drop {
  readonly source: string;
  readonly body: string;
}

type Row = Readonly<Record<string, string>>;
interface DemoDrop {
  readonly source: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const SUBGRAPHS = fileURLToPath(new URL('../../../subgraphs', import.meta.url));
const REGISTRIES = ['personal', 'archive', 'licences', 'transactions', 'enterprises'] as const;
/** Two numbers that become one person's stay one person: that is no change that can be taken back. */
const LEFT_OUT = new Set(['personal.number-corrections']);
/** Sources whose rows may be deleted declare this column. */
const OPERATION = '操作';
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;
const FARTHEST_DAYS = 1_200;
const MOST_ROWS = 40;

const readDemoDrops = async (): Promise<readonly DemoDrop[]> => {
  const drops: DemoDrop[] = [];
  for (const registry of REGISTRIES) {
    const folder = join(SUBGRAPHS, registry, 'demo');
    for (const file of (await readdir(folder)).sort()) {
      const source = `${registry}.${file.replace(/\.csv$/, '')}`;
      if (!file.endsWith('.csv') || LEFT_OUT.has(source)) continue;
      const text = await readFile(join(folder, file), 'utf8');
      const { data, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
      if (data.length > 0) drops.push({ source, columns: meta.fields ?? [], rows: data });
    }
  }
  return drops;
};

const declaresDeletion = async (source: string): Promise<boolean> => {
  const [registry = '', drop = ''] = source.split('.');
  const text = await readFile(join(SUBGRAPHS, registry, 'sources', `${drop}.yaml`), 'utf8');
  return text.includes(`operation: { column: ${OPERATION} }`);
};

/**
 * Drops like those of the demo people, with rows changed at random: days moved, values and people exchanged with another
 * row's, records deleted. Many a row makes no sense any more; the registries quarantine it.
 */
export const createRandomDrops = async (random: () => number): Promise<() => Drop> => {
  const drops = await readDemoDrops();
  const deletable = new Set<string>();
  for (const { source } of drops) if (await declaresDeletion(source)) deletable.add(source);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;

  const changed = (value: string, column: string, rows: readonly Row[]): string => {
    if (DATE.test(value) && random() < 0.4) {
      const moved = Date.parse(value) + Math.round((random() - 0.5) * 2 * FARTHEST_DAYS) * DAY_MS;
      return new Date(moved).toISOString().slice(0, 10);
    }
    return random() < 0.12 ? (pick(rows)[column] ?? '') : value;
  };

  return () => {
    const { source, columns, rows } = pick(drops);
    const mayDelete = deletable.has(source);
    const given = Array.from({ length: 1 + Math.floor(random() * Math.min(MOST_ROWS, rows.length)) }, () => {
      const row = pick(rows);
      const values = columns.map((column): [string, string] => [column, changed(row[column] ?? '', column, rows)]);
      const operation = mayDelete && random() < 0.1 ? '删除' : '';
      return Object.fromEntries(mayDelete ? [...values, [OPERATION, operation]] : values);
    });
    return { source, body: Papa.unparse(given, { newline: '\n' }) };
  };
};
