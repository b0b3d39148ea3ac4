/** What somebody does with what a clause names. */
export type Verb = 'MAKE' | 'SELL' | 'TECHNOLOGY' | 'BUILD' | 'RENT' | 'REPAIR' | 'SERVE' | 'NONE';

/** One activity of a business scope 经营范围. */
export interface Clause {
  /** As it is registered, without the notes in brackets. */
  readonly text: string;
  /** In the order of `VERBS`; a clause that only names goods has NONE. */
  readonly verbs: readonly Verb[];
}

const VERBS: readonly (readonly [Verb, RegExp])[] = [
  [
    'TECHNOLOGY',
    /技术(?:的)?(?:开发|转让|咨询|服务|研究|推广)|[四八]技|研发|研究|软件(?:的)?开发|系统集成|数据处理|信息技术/,
  ],
  ['MAKE', /生产|制造|加工|制作|组装|自产|冶炼|轧[钢制]|铸造|锻造|印刷|酿造|注塑|冷轧|冲压|纺织(?!品|原料)/],
  ['SELL', /销售|批发|零售|经销|批兼零|批售|批零|贸易|进出口|代购代销|流通|专卖|商品$/],
  ['BUILD', /施工|工程|安装|装潢|装修|装饰|土建|打桩|绿化|承包/],
  ['RENT', /租赁|出租|房地产|物业/],
  ['REPAIR', /修理|维修|保养|检修|翻新/],
  ['SERVE', /服务|咨询|代理|管理|策划|中介|设计|经纪|广告|展览|会务|培训|运输|仓储|餐饮|住宿|旅|投资|保险|存款|贷款/],
];

/** In brackets stand conditions and exceptions; the sentence at the end is the register's own. */
const NOTES = /【[^】]*】|[（(〔[][^（()）〕\]]*[)）〕\]]|[（(【][^）)】]*$/g;
const SENTENCES = /[；;。，,\n|]/;
const WORDS = /[、/]/;
/** What the head of a list says of all that follows, e.g. 销售五金、建材. */
const HEAD =
  /^(?:从事|经营|承接|承办|兼营|主营|本企业|提供|各类|各种)*((?:研发|设计|生产|制造|加工|制作|组装|销售|批发|零售|经销|维修|安装|出租|租赁)[、及和与]?)+/;
/** What the tail of a list says of all before it, e.g. 五金、建材的批发、零售. */
const TAIL =
  /(?:的)?((?:研发|设计|生产|制造|加工|制作|组装|自产|自销|销售|批发|零售|经销|批兼零|批售|维修|修理|安装|出租|租赁|施工|咨询|服务|代理)[、及和与]?)+(?:服务|业务)?$/;

const verbsOf = (text: string): Verb[] => {
  const found = VERBS.filter(([, pattern]) => pattern.test(text)).map(([verb]) => verb);
  return found.length > 0 ? found : ['NONE'];
};

/**
 * The activities of a scope, in its order. In 服装、鞋帽的生产、销售 each of the goods is made and sold: the verbs of a list are
 * spread over what it lists.
 */
export const splitScope = (scope: string): readonly Clause[] =>
  withoutNotes(scope).split(SENTENCES).flatMap(splitSentence);

const withoutNotes = (scope: string): string => {
  const without = scope.replaceAll(NOTES, '');
  return without === scope ? scope : withoutNotes(without);
};

const splitSentence = (sentence: string): readonly Clause[] => {
  const text = sentence.trim();
  if (text === '') return [];
  const words = text.split(WORDS).map((word) => word.trim());
  const listed = words.filter((word) => word !== '');
  if (listed.length === 1) return [{ text, verbs: verbsOf(text) }];
  const around = `${HEAD.exec(text)?.[0] ?? ''} ${TAIL.exec(text)?.[0] ?? ''}`;
  const shared = around.trim() === '' ? [] : verbsOf(around).filter((verb) => verb !== 'NONE');
  return listed
    .filter((word) => !isVerbAlone(word))
    .map((word) => {
      const own = verbsOf(word);
      const verbs = shared.length === 0 ? own : [...new Set([...own.filter((verb) => verb !== 'NONE'), ...shared])];
      return { text: word, verbs };
    });
};

const isVerbAlone = (word: string): boolean => TAIL.exec(word)?.[0] === word;
