import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { officesFile } from '../../../../subgraphs/transactions/catalogue/entries/office.ts';
import { provider } from '../../../../subgraphs/transactions/catalogue/entries/provider.ts';
import { service } from '../../../../subgraphs/transactions/catalogue/entries/service.ts';
import { parseEntry } from '../../../../subgraphs/transactions/catalogue/read-entry.ts';

const DOG_LICENCE = `code: dog-licence
name: 养犬登记
nameEn: Registering a dog
aliases: [狗证]
summary: 登记犬只。
summaryEn: Registers a dog.
kind: GOVERNMENT
audience: CITIZEN
department: public-security
form:
  - { code: name, label: 姓名, labelEn: Name, type: TEXT, required: true, item: Citizen.name }
materials:
  - { code: id-card, name: 身份证, licenceKind: ID_CARD, required: true }
steps: [申请, 发证]
fee: null
workingDays: null
visits: 1
channels: [COUNTER]
offices: [POLICE]
provinces: ['31']
`;

describe('a file of the catalogue', () => {
  it('is read with what it leaves out', () => {
    const entry = parseEntry(DOG_LICENCE, 'dog-licence.yaml', service);
    expect(entry).toMatchObject({ code: 'dog-licence', fee: null, conditions: [], basis: [], aliasesEn: [] });
  });

  it.each<[what: string, from: string, to: string, message: RegExp]>([
    ['no name', 'name: 养犬登记\n', '', /dog\.yaml:1: name: .*expected string, received undefined/],
    ['a department in capitals', 'public-security', 'PSB', /dog\.yaml:9: department: expected lower-case words/],
    ['a licence of no known kind', 'ID_CARD', 'DOG_CARD', /dog\.yaml:13: materials\.0\.licenceKind: .*"ID_CARD"/],
    ['an item that is no coordinate', 'Citizen.name', 'name', /dog\.yaml:11: form\.0\.item: expected a schema coord/],
    ['a choice without options', 'type: TEXT', 'type: CHOICE', /dog\.yaml:11: form\.0: expected options beside/],
    ['a counter without offices', '[POLICE]', '[]', /dog\.yaml:19: offices: expected kinds of offices when COUNTER/],
    ['the same alias twice', '[狗证]', '[狗证, 狗证]', /dog\.yaml:4: aliases\.1: aliases has 狗证 twice/],
    [
      'a fee that is no amount',
      'fee: null',
      'fee: { amount: free, currency: CNY }',
      /dog\.yaml:15: fee\.amount: expected/,
    ],
    ['a word that the schema does not know', 'visits: 1', 'visits: 1\nvisit: 1', /dog\.yaml:1: document: .*"visit"/],
    ['a key twice', 'visits: 1', 'visits: 1\nvisits: 2', /dog\.yaml:18: duplicated mapping key/],
    ['what is not YAML', 'steps: [申请, 发证]', 'steps: [申请', /dog\.yaml:1[45]: /],
  ])('is refused with its line: %s', (_what, from, to, message) => {
    expect(DOG_LICENCE).toContain(from);
    expect(() => parseEntry(DOG_LICENCE.replace(from, to), 'dog.yaml', service)).toThrow(message);
  });

  it('takes the error that comes first', () => {
    expect(() => parseEntry('a: 1\nb: 2\n', 'x.yaml', z.strictObject({ a: z.string(), b: z.string() }))).toThrow(
      /x\.yaml:1: a: /,
    );
  });
});

describe('the hours of an office', () => {
  const officeOf = (hours: string) => `district: '310101'
offices:
  - { code: a, kind: TAX, name: 厅, nameEn: Hall, address: 路, longitude: 121.4, latitude: 31.2, hours: ${hours}, counters: 1, slotMinutes: 15 }
`;

  it('are spans from an instant until another', () => {
    const { offices } = parseEntry(officeOf('{ MON: [09:00-11:30, 13:00-17:00] }'), 'o.yaml', officesFile);
    expect(offices[0]?.hours).toEqual({
      MON: [
        { from: '09:00', until: '11:30' },
        { from: '13:00', until: '17:00' },
      ],
    });
  });

  it.each([
    ['{ MON: [17:00-09:00] }', /ends after it begins/],
    ['{ MON: [9-17] }', /expected opening hours such as/],
    ['{ MON: [09:00-12:00, 11:00-17:00] }', /one after the other/],
    ['{ MON: [09:00-24:00] }', /expected opening hours such as/],
    ['{ HOLIDAY: [09:00-12:00] }', /HOLIDAY/],
  ])('are refused as %s', (hours, message) => {
    expect(() => parseEntry(officeOf(hours), 'o.yaml', officesFile)).toThrow(message);
  });
});

describe('a provider', () => {
  const providerOf = (uscc: string) =>
    `{ code: a, name: 甲, nameEn: A, uscc: ${uscc}, summary: 甲。, summaryEn: A., services: [bookkeeping] }`;

  it.each(['null', '91310112MA1GBE474L'])('has the USCC %s', (uscc) => {
    expect(() => parseEntry(providerOf(uscc), 'p.yaml', provider)).not.toThrow();
  });

  it('is refused with a USCC that fails its check digit', () => {
    expect(() => parseEntry(providerOf('91310112MA1GBE474M'), 'p.yaml', provider)).toThrow(
      /p\.yaml:1: uscc: expected a USCC that passes/,
    );
  });
});
