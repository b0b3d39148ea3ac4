import { describe, expect, it } from '@jest/globals';
import { buildSchema, isEnumType } from 'graphql';
import { createCatalogue, loadCatalogue } from '../../../schema/catalogue/catalogue.ts';
import { MASKS, SENSITIVITIES } from '../../../schema/catalogue/contract-items.ts';
import { composeSubgraphs, loadServices } from '../../../schema/compose/composition.ts';
import { contractOf, lists } from './small-lists.ts';

const catalogue = loadCatalogue();
const sees = (relation: string) => catalogue.relations.get(relation) ?? new Set<string>();

describe('the catalogue of the contract', () => {
  it('knows all of an item', () => {
    expect(catalogue.items.get('Citizen.disability')).toEqual({
      coordinate: 'Citizen.disability',
      description: expect.stringContaining('certificate of disability'),
      index: expect.any(Number),
      department: 'disabled-federation',
      source: 'personal.disabilities',
      updateCycle: 'P1M',
      mask: null,
      sensitive: 'HEALTH',
      withheldBecause: null,
    });
    expect(catalogue.items.get('Citizen.phone')).toMatchObject({ mask: 'PHONE', source: null, updateCycle: null });
  });

  it('numbers the items without a gap', () => {
    const indexes = [...catalogue.items.values()].map(({ index }) => index);
    expect(indexes).toEqual([...indexes.keys()]);
  });

  it('withholds what may not be shared, with the ground in law', () => {
    expect(catalogue.items.get('Citizen.politicalStatus')?.withheldBecause).toContain('第二十八条');
  });

  it('shows oneself and one’s ward everything of a citizen, family no more than the name', () => {
    const ofCitizen = [...catalogue.items.keys()].filter((coordinate) => coordinate.startsWith('Citizen.'));
    expect(ofCitizen.filter((coordinate) => !sees('SELF').has(coordinate) || !sees('WARD').has(coordinate))).toEqual(
      [],
    );
    for (const relation of ['SPOUSE', 'KIN', 'MANDATED']) expect([...sees(relation)]).toEqual(['Citizen.name']);
  });

  it('shows a handler the enterprise but not its owners, a holder what is published', () => {
    const ofEnterprise = [...catalogue.items.keys()].filter((coordinate) => coordinate.startsWith('Enterprise.'));
    expect(ofEnterprise.filter((coordinate) => !sees('REPRESENTED').has(coordinate))).toEqual([]);
    expect(sees('HANDLED').has('Enterprise.beneficialOwners')).toBe(false);
    expect(sees('HELD').has('Enterprise.penalties')).toBe(true);
    expect(sees('HELD').has('Enterprise.handlers')).toBe(false);
  });

  it('derives tags without names, numbers, addresses or contacts of persons', () => {
    const ofPersons = [...sees('SYSTEM')].filter((coordinate) => !coordinate.startsWith('Enterprise.'));
    const masked = ofPersons.filter((coordinate) => catalogue.items.get(coordinate)?.mask !== null);
    expect(masked).toEqual([]);
  });

  it('knows the masks and sensitivities that the contract has', () => {
    const schema = buildSchema(composeSubgraphs(loadServices()).apiSdl);
    const values = (name: string) => {
      const type = schema.getType(name);
      return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    };
    expect(values('Mask')).toEqual([...MASKS]);
    expect(values('Sensitivity')).toEqual([...SENSITIVITIES]);
  });
});

describe('grants', () => {
  it('are one per item, with the term of their entry', () => {
    expect(createCatalogue(contractOf(), lists()).grants).toEqual([
      { department: 'tax', purpose: 'audit', item: 'Citizen.name', scope: 'ALL', since: '2024-01-01', until: null },
    ]);
  });

  it('never reach beyond the district of district offices for files of citizens in the supervision of enterprises', () => {
    const wide = catalogue.grants.filter(
      ({ purpose, item, scope }) =>
        purpose === 'enterprise-supervision' && item.startsWith('Citizen.') && scope !== 'OWN_DISTRICT',
    );
    expect(wide).toEqual([]);
  });
});

it('does not load when contract and lists disagree', () => {
  expect(() => createCatalogue(contractOf('name: String @item'), { ...lists(), responsibility: [] })).toThrow(
    'Citizen.name is in no responsibility list.',
  );
});
