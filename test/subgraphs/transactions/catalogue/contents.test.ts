import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isObjectType } from 'graphql';
import { toDivision } from '../../../../subgraphs/kit/divisions/division.ts';
import { OFFICE_KINDS } from '../../../../subgraphs/transactions/catalogue/entries/office.ts';
import {
  loadServiceCatalogue,
  type ServiceEntry,
} from '../../../../subgraphs/transactions/catalogue/service-catalogue.ts';
import { hanGrams } from '../../../../subgraphs/transactions/catalogue/search/texts.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const { services, offices, providers } = loadServiceCatalogue();
const all = [...services.values()];
const repeated = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, place) => texts.indexOf(text) !== place);

describe('the services', () => {
  it('are more than two hundred public ones and more than fifty professional ones', () => {
    const professional = all.filter(({ kind }) => kind === 'PROFESSIONAL');
    expect(professional.length).toBeGreaterThanOrEqual(50);
    expect(all.length - professional.length).toBeGreaterThanOrEqual(210);
  });

  it.each(['name', 'nameEn', 'summary', 'summaryEn'] as const)('have each a %s of its own', (field) => {
    expect(repeated(all.map((service) => service[field]))).toEqual([]);
  });

  it('have aliases that belong to one service alone', () => {
    const named = all.flatMap(({ aliases }) => aliases);
    expect(repeated(named)).toEqual([]);
    expect(repeated(all.flatMap(({ aliasesEn }) => aliasesEn.map((alias) => alias.toLowerCase())))).toEqual([]);
    expect(named.length).toBeGreaterThan(all.length);
  });

  it.each([
    ['summary', 0.5],
    ['conditions', 0.75],
  ] as const)('say their %s in other words than every other service', (field, likeness) => {
    const texts = all
      .filter((service) => service[field].length > 0)
      .map((service) => ({ code: service.code, grams: hanGrams([service[field]].flat().join(' ')) }));
    const alike = texts.flatMap((one, place) =>
      texts.slice(place + 1).flatMap((other) => {
        const shared = [...one.grams].filter((gram) => other.grams.has(gram)).length;
        return shared / (one.grams.size + other.grams.size - shared) > likeness ? [`${one.code} ${other.code}`] : [];
      }),
    );
    expect(alike).toEqual([]);
  });

  it('fill their forms from coordinates of the contract', () => {
    const contract = buildSchema(readFileSync(path.join(root, 'schema/api.graphql'), 'utf8'));
    const stands = (item: string) => {
      const [type = '', field = ''] = item.split('.');
      const named = contract.getType(type);
      return isObjectType(named) && field in named.getFields();
    };
    const items = new Set(all.flatMap(({ form }) => form.flatMap(({ item }) => item ?? [])));
    expect([...items].filter((item) => !stands(item))).toEqual([]);
    expect(items.size).toBeGreaterThan(15);
  });

  it('ask for nothing of an enterprise where only citizens apply, and for something of it where only enterprises do', () => {
    const asksOfEnterprise = ({ form }: ServiceEntry) => form.some(({ item }) => item?.startsWith('Enterprise.'));
    const wrong = all.filter((service) => {
      if (service.kind !== 'GOVERNMENT' || service.audience === 'BOTH') return false;
      return asksOfEnterprise(service) !== (service.audience === 'ENTERPRISE');
    });
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });
});

describe('the offices', () => {
  const list = [...offices.values()];
  const districts = [...new Set(list.map(({ district }) => district))];

  it('stand in all sixteen districts', () => {
    expect(districts).toHaveLength(16);
    expect(districts.filter((district) => !toDivision(district).name.endsWith('区'))).toEqual([]);
  });

  it('have each a name, an address and a place of its own', () => {
    expect(repeated(list.map(({ name }) => name))).toEqual([]);
    expect(repeated(list.map(({ address }) => address))).toEqual([]);
    expect(repeated(list.map(({ longitude, latitude }) => `${longitude} ${latitude}`))).toEqual([]);
  });

  it('are, in each district or for the whole city, of every kind that a service names', () => {
    const named = new Set(all.flatMap((service) => service.offices));
    const lacking = districts.flatMap((district) =>
      [...named]
        .filter(
          (kind) => !list.some((office) => office.kind === kind && (office.cityWide || office.district === district)),
        )
        .map((kind) => `${kind} in ${district}`),
    );
    expect(lacking).toEqual([]);
    expect([...named].sort()).toEqual([...OFFICE_KINDS].sort());
  });

  it('lie nearer to the centre of their district than 35 km', () => {
    const far = list.filter((office) => {
      const centre = offices.get(`${office.district}-service-centre`);
      if (centre === undefined) return true;
      const km = Math.hypot((office.longitude - centre.longitude) * 95.3, (office.latitude - centre.latitude) * 111.2);
      return km > 35;
    });
    expect(far.map(({ code }) => code)).toEqual([]);
  });

  it('open on four days of the week at least', () => {
    expect(list.filter(({ hours }) => Object.keys(hours).length < 4).map(({ code }) => code)).toEqual([]);
  });
});

describe('the public holidays', () => {
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const text = readFileSync(path.join(root, 'subgraphs/transactions/catalogue/closed-days.yaml'), 'utf8');
  const listed = [...text.matchAll(/date: (\S+), name: ([^,]+)/gu)].map(([, date = '', name = '']) => ({ date, name }));

  it.each([
    ['春节', ['1/1', '1/2', '1/3']],
    ['端午节', ['5/5']],
    ['中秋节', ['8/15']],
  ])('have %s on %j of the lunar calendar', (name, moonDays) => {
    // The new moon of 6 February 2027 comes four minutes before midnight in Beijing; ICU has it after.
    const found = listed.filter((each) => each.name === name && !/^2027-02/u.test(each.date));
    expect(new Set(found.map(({ date }) => lunar.format(new Date(date))))).toEqual(new Set(moonDays));
  });

  it.each(['2026', '2027', '2028'])('are the thirteen days of the law in %s, less what falls together', (year) => {
    const days = listed.filter(({ date }) => date.startsWith(year)).map(({ date }) => date);
    expect(repeated(days)).toEqual([]);
    expect(days).toHaveLength(year === '2028' ? 12 : 13);
  });
});

describe('the providers', () => {
  it('are two to four for each professional service', () => {
    const offers = all
      .filter(({ kind }) => kind === 'PROFESSIONAL')
      .map(({ code }) => ({
        code,
        count: [...providers.values()].filter((each) => each.services.includes(code)).length,
      }));
    expect(offers.filter(({ count }) => count < 2 || count > 4)).toEqual([]);
  });

  it('have each a name of its own', () => {
    expect(repeated([...providers.values()].flatMap(({ name, nameEn }) => [name, nameEn]))).toEqual([]);
  });
});
