import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { loadCatalogue } from '../../schema/catalogue/catalogue.ts';
import { loadFolders } from '../../gateway/standalone/load-folder.ts';
import { archive, type ArchiveDB } from '../../subgraphs/archive/index.ts';
import { enterprises, type EnterprisesDB } from '../../subgraphs/enterprises/index.ts';
import type { IngestReport } from '../../subgraphs/kit/ingest/report.ts';
import { licences, type LicencesDB } from '../../subgraphs/licences/index.ts';
import { createIdentityKeys } from '../../subgraphs/personal/identity-keys.ts';
import { createIdentityResolver, definePersonal, type PersonalDB } from '../../subgraphs/personal/index.ts';
import { createServiceSearch } from '../../subgraphs/transactions/catalogue/search/service-search.ts';
import { loadServiceCatalogue } from '../../subgraphs/transactions/catalogue/service-catalogue.ts';
import { defineTransactions, type TransactionsDB } from '../../subgraphs/transactions/index.ts';
import { openTestDatabase } from '../support/stores.ts';
import { openSubgraph } from '../support/subgraphs.ts';
import { parseDay } from './days.ts';
import { SPOILED, writeCity } from './write-city.ts';

const keys = createIdentityKeys({ current: 1, keys: { '1': Buffer.alloc(32, 7).toString('base64') } });
const personal = definePersonal({ keys, departments: loadCatalogue().departments });

interface Quarantined {
  source: string;
  line: number;
  raw: string;
  codes: readonly string[];
}
interface Loaded {
  folder: string;
  reports: readonly IngestReport[];
  quarantine: readonly Quarantined[];
  close(): Promise<void>;
}

const services = loadServiceCatalogue();
const transactions = defineTransactions({ services, search: createServiceSearch(services) });

/** Writes a city and takes its drops in, by the registries that ship. */
const load = async (messy: number): Promise<Loaded> => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-city-'));
  writeCity({
    citizens: 200,
    enterprises: 24,
    seed: 21,
    today: parseDay('2026-11-22'),
    months: 1,
    messy,
    gzip: false,
    folder,
  });
  const database = await openTestDatabase(
    Object.fromEntries(
      [personal, enterprises, archive, licences, transactions].map(({ name, migrations }) => [name, migrations]),
    ),
  );
  const persons = database.store<PersonalDB>('personal');
  const identities = () => createIdentityResolver(persons, keys);
  const opened = [
    await openSubgraph(personal, persons, { identities }),
    await openSubgraph(enterprises, database.store<EnterprisesDB>('enterprises'), { identities }),
    await openSubgraph(archive, database.store<ArchiveDB>('archive'), { identities }),
    await openSubgraph(licences, database.store<LicencesDB>('licences'), { identities }),
    await openSubgraph(transactions, database.store<TransactionsDB>('transactions'), { identities }),
  ];
  const reports: IngestReport[] = [];
  await loadFolders(
    opened.map(({ subgraph }) => subgraph),
    [{ folder, registry: null }],
    (report) => reports.push(report),
  );
  const quarantine: Quarantined[] = [];
  for (const { store } of opened)
    await store.read({ holder: 'test' }, async (executor) => {
      const { rows } = await sql<Quarantined>`
        select source, line, raw_text as raw, array(select r ->> 'code' from jsonb_array_elements(reasons) as r) as codes
        from ${sql.id(store.schema, 'ingest_quarantine')} where state = 'OPEN'`.execute(executor);
      quarantine.push(...rows);
    });
  return {
    folder,
    reports,
    quarantine,
    close: async () => {
      for (const each of opened) await each.close();
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
};

describe('the drops of a clean city', () => {
  let city: Loaded;
  beforeAll(async () => {
    city = await load(0);
  }, 120_000);
  afterAll(() => city.close());

  it('are taken in to the last row', () => {
    expect(city.quarantine).toEqual([]);
    expect(
      city.reports.filter(
        ({ refused, quarantined, accepted, rows }) => refused !== null || quarantined > 0 || accepted !== rows,
      ),
    ).toEqual([]);
    expect(city.reports.length).toBeGreaterThan(60);
  });

  it('need no word or form to be put right', () => {
    expect(
      city.reports.flatMap(({ normalised }) => Object.keys(normalised)).filter((how) => how !== 'DATE_FORM'),
    ).toEqual([]);
  });
});

describe('the drops of a messy city', () => {
  let city: Loaded;
  let spoiled: { source: string; line: number; outcome: string; reason: string }[];
  beforeAll(async () => {
    city = await load(0.02);
    const [, ...lines] = (await readFile(join(city.folder, SPOILED), 'utf8')).trimEnd().split('\n');
    spoiled = lines
      .map((each) => each.split(','))
      .map(([source = '', line = '', , , outcome = '', reason = '']) => ({
        source,
        line: Number(line),
        outcome,
        reason,
      }))
      .filter(({ source }) => source !== '');
  }, 120_000);
  afterAll(() => city.close());

  it('has two rows in a hundred spoiled', () => {
    const rows = city.reports.reduce((sum, report) => sum + report.rows, 0);
    expect(spoiled.length / rows).toBeGreaterThan(0.012);
    expect(spoiled.length / rows).toBeLessThan(0.03);
  });

  it('has every row set aside that must be, for the reason that was said', () => {
    const found = new Map(city.quarantine.map((row) => [`${row.source}:${row.line}`, row.codes]));
    const due = spoiled.filter(({ outcome }) => outcome === 'QUARANTINED');
    expect(due.length).toBeGreaterThan(20);
    expect(due.filter(({ source, line, reason }) => !(found.get(`${source}:${line}`) ?? []).includes(reason))).toEqual(
      [],
    );
  });

  it('has nothing else set aside but the rows of people and applications whose own row was', async () => {
    const due = new Set(
      spoiled.filter(({ outcome }) => outcome === 'QUARANTINED').map(({ source, line }) => `${source}:${line}`),
    );
    const others = city.quarantine.filter(({ source, line }) => !due.has(`${source}:${line}`));
    const lostLines = new Set(
      city.quarantine.filter(({ source }) => source === 'transactions.applications').map(({ line }) => line),
    );
    const drop = await readFile(join(city.folder, 'transactions.applications.csv'), 'utf8');
    const held = new Set(
      drop.split('\n').flatMap((row, index) => (lostLines.has(index + 1) ? [] : (row.split(',', 1)[0]?.trim() ?? []))),
    );
    const ofLostApplication = ({ source, raw }: Quarantined) =>
      source.startsWith('transactions.') && raw.split(',').some((cell) => cell.startsWith('BJ') && !held.has(cell));
    expect(
      others.filter((row) => !ofLostApplication(row) && row.codes.some((code) => code !== 'UNKNOWN_PERSON')),
    ).toEqual([]);
    const lost = city.quarantine.filter(({ source }) =>
      ['personal.citizens', 'personal.number-corrections'].includes(source),
    );
    expect(lost.length > 0 || others.length === 0).toBe(true);
  });
});
