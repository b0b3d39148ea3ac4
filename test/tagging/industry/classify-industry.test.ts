import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { classifyIndustry } from '../../../tagging/industry/classify-industry.ts';
import { loadModel } from '../../../tagging/industry/model-file.ts';

const model = loadModel();
const classify = (name: string, scope: string) => classifyIndustry(model, { name, scope });

describe('the industry of an enterprise', () => {
  it.each([
    ['上海示例餐饮管理有限公司', '餐饮服务，食品销售，会务服务', 'H', '62', []],
    ['上海示例五金厂', '金属制品、紧固件的生产、加工、销售', 'C', '33', ['制造']],
    ['上海示例贸易有限公司', '五金交电、日用百货、建筑材料、金属材料的销售，从事货物及技术的进出口业务', 'F', '51', []],
    ['上海示例大药房有限公司', '中成药、化学药制剂、抗生素、医疗器械零售，食品销售', 'F', '52', ['医疗']],
    ['上海示例软件有限公司', '软件开发，信息系统集成服务，信息技术咨询服务', 'I', '65', ['科技']],
    ['上海示例建筑装饰工程有限公司', '建筑装饰工程，室内外装潢，建筑工程施工', 'E', '50', []],
    ['上海示例国际货运代理有限公司', '国际货物运输代理，道路普通货物运输，仓储服务', 'G', null, []],
    ['示例银行股份有限公司上海支行', '吸收公众存款；发放贷款；办理结算；代理保险业务', 'J', '66', ['金融']],
    ['上海示例房地产开发有限公司', '房地产开发经营，物业管理', 'K', '70', []],
  ])('%s: %s', (name, scope, section, division, broad) => {
    const found = classify(name, scope);
    expect(found).toMatchObject({ section, broad });
    if (division !== null) expect(found.division).toBe(division);
    expect(found.confidence).toBeGreaterThan(0.3);
  });

  it('is told with the clauses that decided', () => {
    const { evidence } = classify('上海示例有限公司', '塑料制品的生产、加工，日用百货的销售');
    expect(evidence[0]).toContain('塑料制品');
  });

  it('is not known of an empty scope, nor made up from a name alone', () => {
    expect(classify('上海示例有限公司', '')).toMatchObject({ section: null, division: null, evidence: [] });
  });

  it('is the same for the same words', () => {
    const ask = () => classify('上海示例科技有限公司', '从事计算机技术领域内的技术开发、技术服务，电子产品销售');
    expect(ask()).toEqual(ask());
    expect(ask().broad).toContain('科技');
  });
});

describe('the table of the standard', () => {
  const table = readFileSync(new URL('../../../tagging/industry/gbt4754.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));

  it('has 20 sections and 97 divisions, each with both names', () => {
    expect(table.filter(([code]) => /^[A-T]$/.test(code ?? ''))).toHaveLength(20);
    expect(table.filter(([code]) => /^\d{2}$/.test(code ?? ''))).toHaveLength(97);
    expect(table.every((cells) => cells.length === 4 && cells.every((cell) => cell !== ''))).toBe(true);
  });
});
