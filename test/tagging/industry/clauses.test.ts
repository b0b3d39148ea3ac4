import { describe, expect, it } from '@jest/globals';
import { splitScope } from '../../../tagging/industry/clauses.ts';

const show = (scope: string) => splitScope(scope).map(({ text, verbs }) => `${text}: ${verbs.join(' ')}`);

describe('the clauses of a scope', () => {
  it.each([
    ['服装、鞋帽的生产、销售', ['服装: MAKE SELL', '鞋帽的生产: MAKE SELL']],
    ['销售五金、建材', ['销售五金: SELL', '建材: SELL']],
    ['餐饮服务；食品销售', ['餐饮服务: SERVE', '食品销售: SELL']],
    ['五金交电，日用百货', ['五金交电: NONE', '日用百货: NONE']],
    ['从事环保领域内的技术开发、技术转让', ['从事环保领域内的技术开发: TECHNOLOGY', '技术转让: TECHNOLOGY']],
    ['食品销售（不含熟食（卤味））。【依法须经批准的项目，经相关部门批准后方可开展经营活动】', ['食品销售: SELL']],
    ['', []],
  ])('of %s', (scope, expected) => {
    expect(show(scope)).toEqual(expected);
  });

  it('end with a note that is cut off', () => {
    expect(show('塑料制品加工（限分支')).toEqual(['塑料制品加工: MAKE']);
  });
});
