/** What a registered name says of the trade. */
export interface NameParts {
  /** Without place, form and branch, e.g. 明梅餐饮管理. */
  readonly core: string;
  /** The form that says by itself what is done: a works 厂, a shop 店; empty for a company. */
  readonly form: string;
  /** Of a company, its legal form, e.g. 股份有限公司; empty where there is none. */
  readonly company: string;
}

const PLACE = /^(?:中国|上海市?|北京市?|[一-龥]{2,3}(?:省|市|县|区))+/;
const BRANCH = /(?:第?[一二三四五六七八九十\d]+)?(?:分公司|分店|分厂|门市部|经营部|营业部|办事处|代表处)$/;
const COMPANY = /(?:股份|集团|控股|有限责任|有限|总)*(?:公司|企业|合伙)(?:[（(].*[)）])?$/;
const FORM =
  /(?:厂|店|支行|分行|银行|医院|学校|旅社|宾馆|饭店|药房|商店|合作社|事务所|研究院|研究所|设计院|中心|站|部|行|社|馆|吧|场)$/;

/** Takes a registered name apart: place, words of the trade, form. */
export const readName = (name: string): NameParts => {
  const plain = name.replaceAll(/[（(][^（()）]*[)）]/g, '').trim();
  const whole = plain.replace(BRANCH, '');
  const headquarters = whole.replace(COMPANY, '').replace(PLACE, '');
  const form = FORM.exec(headquarters)?.[0] ?? '';
  return { core: headquarters, form, company: COMPANY.exec(whole)?.[0] ?? '' };
};
