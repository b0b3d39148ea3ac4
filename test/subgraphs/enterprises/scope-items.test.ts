import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describeWithRegister, REAL_REGISTER } from '../../support/real-register.ts';
import { splitScope } from '../../../subgraphs/enterprises/scope-items.ts';

describe('the clauses of a scope', () => {
  it.each([
    ['日用百货，文体用品，电脑的销售', ['日用百货', '文体用品', '电脑的销售']],
    ['服装加工、热处理加工；五金交电。', ['服装加工、热处理加工', '五金交电']],
    [
      '塑料（饮料）吸管的销售及制造（生产、加工限分支机构，不含食品），服装加工',
      ['塑料（饮料）吸管的销售及制造（生产、加工限分支机构，不含食品）', '服装加工'],
    ],
    ['餐饮服务，会务服务。【依法须经批准的项目，经相关部门批准后方可开展经营活动】', ['餐饮服务', '会务服务']],
    ['餐饮服务（依法须经批准的项目，经相关部门批准后方可开展经营活动）', ['餐饮服务']],
    [
      '许可项目：食品销售（依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准）一般项目：农产品零售；厨具批发（除依法须经批准的项目外，凭营业执照依法自主开展经营活动）',
      ['食品销售', '农产品零售', '厨具批发'],
    ],
    ['化工产品（除危险品)，钢材', ['化工产品（除危险品)', '钢材']],
    ['化工产品（除危险品，钢材', ['化工产品（除危险品', '钢材']],
    ['注册资本1,000万元以上的工程，监理', ['注册资本1,000万元以上的工程', '监理']],
    ['附设分支机构...', ['附设分支机构']],
    ['', []],
    ['。，；', []],
  ])('of %j are %j', (scope, clauses) => {
    expect(splitScope(scope)).toEqual(clauses);
  });

  it('stand in the text in their order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('餐饮服务，；。（）()【】,1、.\n')) }), (scope) => {
        let from = 0;
        for (const clause of splitScope(scope)) {
          const at = scope.indexOf(clause, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + clause.length;
        }
      }),
    );
  });
});

describeWithRegister('the scopes of the real register', () => {
  let scopes: string[];
  beforeAll(() => {
    const { data } = Papa.parse<string[]>(gunzipSync(readFileSync(REAL_REGISTER)).toString('utf8'));
    scopes = data.slice(1).flatMap(([, , , , , scope = 'N/A']) => (scope === 'N/A' ? [] : [scope]));
  });

  it('leave at least one clause each, and no boilerplate', () => {
    const clauses = scopes.map(splitScope);
    expect(scopes.length).toBeGreaterThan(70_000);
    expect(clauses.filter((each) => each.length === 0).length).toBeLessThan(scopes.length / 1_000);
    expect(clauses.flat().filter((clause) => clause.includes('依法须经批准')).length).toBeLessThan(
      scopes.length / 1_000,
    );
  });
});
