import { splitScope, type Clause } from './clauses.ts';
import { readName } from './name-parts.ts';
import { loadTradeWords } from './trade-words.ts';

/** What is known of an enterprise. */
export interface Registration {
  readonly name: string;
  readonly scope: string;
}

/** Hashed features with their weights, by the clause that they come from; −1: the name. */
export interface Feature {
  readonly bucket: number;
  readonly weight: number;
  readonly clause: number;
}

const findDivisions = loadTradeWords();

export const BUCKETS = 1 << 15;
const CLAUSES_AT_MOST = 30;
/** Whoever registers begins with what they do most. */
const DECAY = 0.5;

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over UTF-16 units, 32 bits, from a state on; features of a kind begin with a state of their own. */
const mix = (state: number, text: string, from = 0, to = text.length): number => {
  let value = state;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), PRIME);
  return value;
};
const toBucket = (value: number): number => (value ^ (value >>> 15)) & (BUCKETS - 1);
const kindOf = (kind: string): number => mix(BASIS, kind);

const GRAMS = [2, 3, 4];
/** Buckets of all pieces of two to four letters. */
const gramsOf = (kind: number, text: string): number[] => {
  const buckets: number[] = [];
  for (let from = 0; from < text.length; from += 1) {
    for (const length of GRAMS) {
      if (from + length <= text.length) buckets.push(toBucket(mix(kind, text, from, from + length)));
    }
  }
  return buckets;
};

const CLAUSE = kindOf('c');
const LEADS = [kindOf('l0'), kindOf('l1')];
const NAME = kindOf('n');

/** How much a clause counts, by its place. */
export const weightOf = (place: number): number => 1 / (1 + DECAY * place);

/** A clause with the divisions of whose trades it has words. */
export interface TradeClause extends Clause {
  readonly divisions: readonly string[];
}

/** What the model reads of a registration. */
export interface ReadRegistration {
  readonly features: readonly Feature[];
  readonly clauses: readonly TradeClause[];
  /** Divisions of whose trades the name has words. */
  readonly named: readonly string[];
}

/** The features of a registration, with its clauses. */
export const featuresOf = ({ name, scope }: Registration): ReadRegistration => {
  const clauses = splitScope(scope)
    .slice(0, CLAUSES_AT_MOST)
    .map((clause): TradeClause => ({ ...clause, divisions: findDivisions(clause.text) }));
  const total = clauses.reduce((sum, _, place) => sum + weightOf(place), 0) || 1;
  const features: Feature[] = [];
  const put = (word: string, weight: number, clause: number) => {
    features.push({ bucket: toBucket(mix(BASIS, word)), weight, clause });
  };
  const putAll = (buckets: readonly number[], weight: number, clause: number) => {
    for (const bucket of buckets) features.push({ bucket, weight, clause });
  };
  clauses.forEach(({ text, verbs, divisions }, place) => {
    const share = weightOf(place) / total;
    const grams = gramsOf(CLAUSE, text);
    putAll(grams, (2.2 * share) / Math.sqrt(grams.length + 1), place);
    for (const division of divisions) {
      put(`d${division}`, 1.5 * share, place);
      put(`d${division}${verbs[0] ?? ''}`, 1.5 * share, place);
      if (place < LEADS.length) put(`m${String(place)}${division}`, 0.6, place);
    }
    for (const verb of verbs) put(`v${verb}`, (1.5 * share) / verbs.length, place);
    const lead = LEADS[place];
    if (lead === undefined) return;
    putAll(gramsOf(lead, text), 0.6 / Math.sqrt(grams.length + 1), place);
    put(`f${String(place)}${verbs.join('+')}`, 0.7, place);
  });
  const { core, form, company } = readName(name);
  const grams = gramsOf(NAME, core);
  putAll(grams, 1 / Math.sqrt(grams.length + 1), -1);
  for (const length of GRAMS) if (core.length >= length) put(`e${core.slice(-length)}`, 0.7, -1);
  const named = findDivisions(core);
  for (const division of named) put(`t${division}`, 1, -1);
  put(`o${form}`, 0.7, -1);
  put(`k${company}`, 0.7, -1);
  put(`b${String(Math.min(clauses.length, 6))}`, 0.3, -1);
  return { features, clauses, named };
};
