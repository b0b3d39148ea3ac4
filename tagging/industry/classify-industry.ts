import { featuresOf, weightOf, type Feature, type ReadRegistration, type Registration } from './features.ts';
import type { Clause } from './clauses.ts';
import { readName } from './name-parts.ts';
import { scoresOf, toProbabilities, type LinearModel } from './softmax.ts';
import { loadDivisions } from './standard.ts';

/** The four broad industry tags: 科技 technology, 金融 finance, 制造 making, 医疗 health care. */
export type BroadIndustry = '科技' | '金融' | '制造' | '医疗';

/** In which industry of GB/T 4754-2017 an enterprise is, and why. */
export interface Industry {
  /** A to T; null: its words do not suffice. */
  readonly section: string | null;
  /** 01 to 97; null: not known more closely. */
  readonly division: string | null;
  /** Sections in which it is besides. */
  readonly others: readonly string[];
  readonly broad: readonly BroadIndustry[];
  /** 0 to 1: of the most likely section. */
  readonly confidence: number;
  /** The clauses that decided, the weightiest first. */
  readonly evidence: readonly string[];
}

/** Below it the honest answer is that the words do not suffice. */
const ANSWERED_FROM = 0.3;
const OTHERS_FROM = 0.15;
const EVIDENCE_AT_MOST = 3;

const DIVISIONS = loadDivisions();

/** Classifies by the words of scope and name. Pure: the same registration, the same answer. */
export const classifyIndustry = (model: LinearModel, registration: Registration): Industry => {
  const read = featuresOf(registration);
  const { features, clauses } = read;
  const probabilities = toProbabilities(scoresOf(model, features));
  const shares = new Map(model.classes.map((section, at) => [section, probabilities[at] ?? 0]));
  const ranked = [...shares].sort(([, one], [, other]) => other - one);
  const [likeliest = '', confidence = 0] = ranked[0] ?? [];
  const section = clauses.length > 0 && confidence >= ANSWERED_FROM ? likeliest : null;
  const division = section === null ? null : findDivision(section, registration, read);
  return {
    section,
    division,
    others: ranked.filter(([each, share]) => each !== section && share >= OTHERS_FROM).map(([each]) => each),
    broad: broadOf(registration, clauses, division, shares),
    confidence: Math.round(confidence * 1_000) / 1_000,
    evidence: section === null ? [] : evidenceOf(model, features, clauses, [section, ranked[1]?.[0] ?? '']),
  };
};

/** Clauses by what they add to the section's score beyond what they add to that of the next likeliest. */
const evidenceOf = (
  { classes, weights }: LinearModel,
  features: readonly Feature[],
  clauses: readonly Clause[],
  [section, next]: readonly [section: string, next: string],
): readonly string[] => {
  const [own, other] = [classes.indexOf(section), classes.indexOf(next)];
  const added = new Float64Array(clauses.length);
  for (const { bucket, weight, clause } of features) {
    if (clause < 0) continue;
    const row = bucket * classes.length;
    added[clause] = (added[clause] ?? 0) + weight * ((weights[row + own] ?? 0) - (weights[row + other] ?? 0));
  }
  return clauses
    .map(({ text }, place) => ({ text, added: added[place] ?? 0 }))
    .filter((clause) => clause.added > 0)
    .sort((one, two) => two.added - one.added)
    .slice(0, EVIDENCE_AT_MOST)
    .map(({ text }) => text);
};

const RETAIL = /零售|商店|百货店|超市|药房|便利店|专卖店|汽车销售|加油站/;
const WHOLESALE = /批发|批兼零|贸易|进出口/;

/** The division of the section of which the leading clauses and the name have the most words. */
const findDivision = (
  section: string,
  { name, scope }: Registration,
  { clauses, named }: ReadRegistration,
): string | null => {
  const known = DIVISIONS.get(section) ?? [];
  if (known.length === 1) return known[0] ?? null;
  if (section === 'F') return (RETAIL.test(scope) || RETAIL.test(name)) && !WHOLESALE.test(scope + name) ? '52' : '51';
  const weights = new Map<string, number>();
  const add = (divisions: readonly string[], weight: number) => {
    for (const division of divisions)
      if (known.includes(division)) weights.set(division, (weights.get(division) ?? 0) + weight);
  };
  clauses.forEach(({ divisions }, place) => add(divisions, weightOf(place)));
  add(named, 1);
  const [best] = [...weights].sort(([, one], [, other]) => other - one);
  return best?.[0] ?? null;
};

const MEDICINE =
  /药品|药店|制药|医药|中药|中成药|医疗器械|医疗设备|医用|药用|原料药|片剂|胶囊|疫苗|生物制品|诊疗|医院|门诊|制剂|注射剂|冲洗剂|输液|体外诊断/;
const NO_MEDICINE = /兽|农药|动物|不含|中间体/;
const MEDICAL_NAME = /药|医|诊断|基因/;
const MEDICAL_FROM = 0.12;
const FINANCIAL_NAME = /银行|证券|保险|信托|期货|金融|基金/;
const TECHNICAL_NAME = /科技|信息|软件|网络|计算机|自动化|电子技术|生物技术|技术/;

const broadOf = (
  { name }: Registration,
  clauses: readonly Clause[],
  division: string | null,
  shares: ReadonlyMap<string, number>,
): readonly BroadIndustry[] => {
  const share = (...sections: string[]) => sections.reduce((sum, section) => sum + (shares.get(section) ?? 0), 0);
  const leads = (verb: Clause['verbs'][number], places: number) =>
    clauses.slice(0, places).some(({ verbs }) => verbs.includes(verb));
  const broad: BroadIndustry[] = [];
  const isTechnical = leads('TECHNOLOGY', 1) || (leads('TECHNOLOGY', 12) && TECHNICAL_NAME.test(name));
  if (share('I', 'M') >= 0.5 || division === '39' || isTechnical) broad.push('科技');
  if (share('J') >= (FINANCIAL_NAME.test(name) ? 0.15 : 0.5)) broad.push('金融');
  if (share('C') >= 0.45 || (leads('MAKE', 2) && share('C') >= 0.2)) broad.push('制造');
  const medicine = medicalShare(clauses);
  const isMedical = medicine >= MEDICAL_FROM || (MEDICAL_NAME.test(readName(name).core) && !NO_MEDICINE.test(name));
  if (share('Q') >= 0.4 || isMedical) broad.push('医疗');
  return broad;
};

/** How much of a scope is making or selling medicines or medical devices. */
const medicalShare = (clauses: readonly Clause[]): number => {
  let [medical, all] = [0, 0];
  clauses.forEach(({ text }, place) => {
    all += weightOf(place);
    if (MEDICINE.test(text) && !NO_MEDICINE.test(text)) medical += weightOf(place);
  });
  return all === 0 ? 0 : medical / all;
};
