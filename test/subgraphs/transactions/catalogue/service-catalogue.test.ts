import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadServiceCatalogue } from '../../../../subgraphs/transactions/catalogue/service-catalogue.ts';

const OURS = path.resolve(import.meta.dirname, '../../../../subgraphs/transactions/catalogue');
/** As much of the catalogue as stands on its own. */
const PARTS = [
  'closed-days.yaml',
  'offices/310101.yaml',
  'services/tax/deed-tax.yaml',
  'professional/bookkeeping.yaml',
  'providers/tongsuan-accounting.yaml',
];

describe('the catalogue', () => {
  let folder = '';
  const at = (file: string) => path.join(folder, file);
  const edit = (file: string, from: string | RegExp, to: string) => {
    const text = readFileSync(at(file), 'utf8');
    expect(text).toMatch(from);
    writeFileSync(at(file), text.replace(from, to));
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'catalogue-'));
    for (const part of PARTS) cpSync(path.join(OURS, part), at(part));
    edit('providers/tongsuan-accounting.yaml', /services: .*/u, 'services: [bookkeeping]');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is what the files of its folders say', () => {
    const { services, offices, providers } = loadServiceCatalogue(folder);
    expect([...services.keys()]).toEqual(['deed-tax', 'bookkeeping']);
    expect([...providers.keys()]).toEqual(['tongsuan-accounting']);
    expect(offices.get('310101-tax')).toMatchObject({ kind: 'TAX', district: '310101', cityWide: false });
  });

  it('lists offices by their code, whatever file they stand in', () => {
    const codes = [...loadServiceCatalogue().offices.keys()];
    expect(codes).toEqual([...codes].sort());
  });

  it('shuts an office on public holidays and on days of its own', () => {
    edit('offices/310101.yaml', 'kind: TAX', 'kind: TAX\n    closed: [2026-12-31, 2026-01-01]');
    const closed = loadServiceCatalogue(folder).offices.get('310101-tax')?.closed ?? [];
    expect(closed).toEqual([...closed].sort());
    expect(closed.filter((day) => day === '2026-01-01')).toHaveLength(1);
    expect(closed).toEqual(expect.arrayContaining(['2026-12-31', '2027-02-06']));
  });

  it.each<[what: string, spoil: () => void, message: RegExp]>([
    [
      'a service in the folder of another department',
      () => edit('services/tax/deed-tax.yaml', 'department: tax', 'department: housing'),
      /deed-tax\.yaml:\d+: department: expected tax, got housing/,
    ],
    [
      'a file that is not named after its service',
      () => renameSync(at('services/tax/deed-tax.yaml'), at('services/tax/deed.yaml')),
      /deed\.yaml:1: code: expected deed, got deed-tax/,
    ],
    [
      'a code that stands twice',
      () => cpSync(at('services/tax/deed-tax.yaml'), at('services/tax/again/deed-tax.yaml')),
      /expected (again|a code of its own)/,
    ],
    [
      'a provider of a service that is not there',
      () => edit('providers/tongsuan-accounting.yaml', '[bookkeeping]', '[bookkeeping, magic]'),
      /tongsuan-accounting\.yaml:\d+: services\.1: expected the code of a professional service, got magic/,
    ],
    [
      'a provider of what an authority does',
      () => edit('providers/tongsuan-accounting.yaml', '[bookkeeping]', '[deed-tax]'),
      /expected the code of a professional service, got deed-tax/,
    ],
    [
      'offices in the file of another district',
      () => edit('offices/310101.yaml', "'310101'", "'310104'"),
      /310101\.yaml:1: district: expected 310101, got 310104/,
    ],
    [
      'a public service among the professional ones',
      () => edit('professional/bookkeeping.yaml', 'kind: PROFESSIONAL', 'kind: GOVERNMENT'),
      /bookkeeping\.yaml:\d+: department: expected tax, got professional|expected professional, got tax/,
    ],
  ])('refuses %s', (_what, spoil, message) => {
    spoil();
    expect(() => loadServiceCatalogue(folder)).toThrow(message);
  });

  it('refuses a code that two departments use', () => {
    cpSync(at('services/tax/deed-tax.yaml'), at('services/water/deed-tax.yaml'));
    edit('services/water/deed-tax.yaml', 'department: tax', 'department: water');
    expect(() => loadServiceCatalogue(folder)).toThrow(
      /deed-tax\.yaml:1: code: expected a code of its own, got deed-tax/,
    );
  });
});
