import { findFactType, readFact, type Facts } from '../../../subgraphs/kit/facts/fact-type.ts';
import { classifyIndustry, type Industry } from '../../industry/classify-industry.ts';
import { loadModel } from '../../industry/model-file.ts';
import type { Shape } from '../expression.ts';
import { RuleFault } from '../fault.ts';
import type { Evaluate, Place, Scope } from '../scope.ts';
import { always, IN, OUT, UNKNOWN, type Ground, type State } from '../timeline.ts';

const NEEDED = ['name', 'scope'] as const;

/** What a record's words were read as: many rules ask of the same one. */
const read = new WeakMap<Facts, Industry | null>();
let model: ReturnType<typeof loadModel> | undefined;

/** The industry of a record by its name and scope; null where either is not known. */
export const industryOf = (record: Facts): Industry | null => {
  const known = read.get(record);
  if (known !== undefined) return known;
  const [name, scope] = NEEDED.map((fact) => readFact(record, [fact]));
  const industry =
    typeof name === 'string' && typeof scope === 'string'
      ? classifyIndustry((model ??= loadModel()), { name, scope })
      : null;
  read.set(record, industry);
  return industry;
};

/** Whether an industry is one of those asked for; UNKNOWN where its words do not suffice. */
export const stateOf = ({ section, broad }: Shape<'industry'>['industry'], industry: Industry | null): State => {
  if (industry === null) return UNKNOWN;
  const holds =
    broad !== undefined
      ? industry.broad.includes(broad)
      : industry.section === section || (section !== undefined && industry.others.includes(section));
  if (holds) return IN;
  return industry.section === null ? UNKNOWN : OUT;
};

/** The industry that the words of name and scope tell, with the clauses that decide. */
export const compileIndustry = ({ industry: asked }: Shape<'industry'>, scope: Scope, at: Place): Evaluate => {
  for (const fact of NEEDED)
    if (findFactType(scope.type, [fact]) === null) throw new RuleFault(`expected a record with a ${fact}`, at);
  const ground: Ground = {
    item: 'Enterprise.scope',
    record: null,
    label: { zh: '经营范围', en: 'scope of business' },
    value: null,
    from: -Infinity,
    until: Infinity,
  };
  return (record) => {
    const industry = industryOf(record);
    const clauses = industry?.evidence ?? [];
    return always(stateOf(asked, industry), [{ ...ground, value: clauses.length === 0 ? null : clauses.join('；') }]);
  };
};
