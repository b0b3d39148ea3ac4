import { describe, expect, it } from '@jest/globals';
import { maritalStatusOn } from '../../../../subgraphs/personal/resolvers/marital-status.ts';

const day = '2026-11-22';
const marriage = (
  spouse: string,
  since: string,
  until: string | null = null,
  endedBy: 'DIVORCE' | 'DEATH' | 'ANNULMENT' | null = null,
) => ({
  spouse: { id: spouse },
  since,
  until,
  endedBy,
});

describe('marital status', () => {
  it.each([
    ['what the population register says without any marriage', [], 'SINGLE'],
    ['married', [marriage('a', '2013-10-01')], 'MARRIED'],
    ['divorced', [marriage('a', '2012-05-20', '2020-06-30', 'DIVORCE')], 'DIVORCED'],
    ['widowed', [marriage('a', '1979-05-01', '2022-11-03', 'DEATH')], 'WIDOWED'],
    ['remarried', [marriage('b', '2021-01-01'), marriage('a', '2012-05-20', '2020-06-30', 'DIVORCE')], 'REMARRIED'],
    [
      'reunited with the same person',
      [marriage('a', '2021-01-01'), marriage('a', '2012-05-20', '2020-06-30', 'DIVORCE')],
      'REUNITED',
    ],
    ['as if it had never been, when annulled', [marriage('a', '2024-01-01', '2024-03-01', 'ANNULMENT')], 'SINGLE'],
    ['still married on the last day before the end', [marriage('a', '2012-05-20', '2026-11-23', 'DIVORCE')], 'MARRIED'],
    ['no longer married on the day of the end', [marriage('a', '2012-05-20', day, 'DIVORCE')], 'DIVORCED'],
    ['not yet married before the day', [marriage('a', '2027-01-01')], 'SINGLE'],
  ] as const)('is %s', (_words, marriages, status) => {
    expect(maritalStatusOn(day, marriages, 'SINGLE')).toBe(status);
  });

  it('stays unknown when nobody knows', () => {
    expect(maritalStatusOn(day, [], null)).toBeNull();
  });
});
