import { describe, expect, it } from '@jest/globals';
import { parseDeclaration } from '../../../../subgraphs/kit/ingest/load-declaration.ts';
import { SHOPS } from './registry.ts';

const lineOf = (text: string): number => SHOPS.split('\n').findIndex((line) => line.includes(text)) + 1;

describe('parseDeclaration', () => {
  it('reads a declaration', () =>
    expect(parseDeclaration(SHOPS, 'shops.yaml').columns['名称']).toMatchObject({
      type: 'text',
      required: true,
      max: 20,
    }));

  it.each([
    ['cycle: P1D', 'cycle: daily', 'ISO 8601 duration'],
    ['format: csv', 'format: xlsx', 'csv'],
    ['type: uscc', 'type: usc', ''],
    ['field: name, type', 'field: 名字, type', 'snake_case'],
    ['subjects: [uscc]', 'subjects: [owner]', 'no column feeds owner'],
    ['key: [uscc] }', 'key: [id] }', 'no column feeds shop.id'],
    ['field: keeper.citizen_id', 'field: keepers.citizen_id', 'expected one of the declared tables'],
    ['whenDeleted:', 'whenClosed:', 'whenClosed'],
    ['type: district', 'type: code, code: districts', 'expected one of codes'],
  ])('refuses %s → %s with file, line and what was expected', (right, wrong, expected) => {
    let message = '';
    try {
      parseDeclaration(SHOPS.replace(right, wrong), 'shops.yaml');
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(/shops\.yaml:\d+:\d+: /);
    expect(message).toContain(expected);
    if (!wrong.startsWith('when')) expect(Number(/:(\d+):/.exec(message)?.[1])).toBe(lineOf(right));
  });

  it('refuses an item that the catalogue does not list, with the nearest that it does', () => {
    const items = new Map(
      ['Enterprise.uscc', 'Enterprise.name', 'Enterprise.establishedOn', 'Enterprise.capital'].map((item) => [item, 1]),
    );
    expect(parseDeclaration(SHOPS, 'shops.yaml', items).source).toBe('enterprises.shops');
    const wrong = SHOPS.replace('Enterprise.establishedOn', 'Enterprise.establishdOn');
    expect(() => parseDeclaration(wrong, 'shops.yaml', items)).toThrow(
      new RegExp(
        `^shops\\.yaml:${lineOf('成立日期')}:\\d+: columns\\.成立日期\\.item: expected an item of the catalogue, ` +
          'got Enterprise\\.establishdOn; the nearest is Enterprise\\.establishedOn$',
      ),
    );
  });

  it('says where the YAML itself is broken', () =>
    expect(() => parseDeclaration('source: [', 'x.yaml')).toThrow(/^x\.yaml:1:\d+: /));
});
