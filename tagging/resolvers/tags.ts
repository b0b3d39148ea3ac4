import { AppError } from '../../schema/errors.ts';
import { toDay } from '../../subgraphs/kit/civil/day.ts';
import type { Context } from '../context.ts';
import type { Rule } from '../engine/rule.ts';
import { explain, summarise } from '../explain.ts';
import type {
  EvidenceResolvers,
  HeldTagResolvers,
  QueryResolvers,
  TagResolvers,
  TagRuleResolvers,
} from '../schema.generated.ts';
import { intersect } from '../tag-index/subject-set.ts';
import { findRule } from './find-rule.ts';

const byCode = (one: { tag: string }, other: { tag: string }): number => (one.tag < other.tag ? -1 : 1);
const toTag = (code: string) => ({ code });

export const Query: Pick<QueryResolvers, 'tags' | 'tag' | 'tagRules'> = {
  tags: (_root, { kind = null, subject = null }, { tagging }) =>
    tagging.files
      .map(({ rule }) => rule)
      .filter((rule) => (kind === null || rule.kind === kind) && (subject === null || rule.subject === subject))
      .sort(byCode)
      .map(({ tag }) => toTag(tag)),
  tag: (_root, { code }, context) => (findRule(context, code) === null ? null : toTag(code)),
  tagRules: (_root, { tag = null }, { tagging }) =>
    tagging.files
      .map(({ rule }) => ({ tag: rule.tag }))
      .filter((rule) => tag === null || rule.tag === tag)
      .sort(byCode),
};

/** The rule of a tag that is in the catalogue. */
const ruleOf = (context: Context, code: string): Rule => {
  const rule = findRule(context, code);
  if (rule === null) throw new AppError('NOT_FOUND', 'There is no such tag.');
  return rule;
};

const COUNTING_ROLES: ReadonlySet<string> = new Set(['analyst', 'staff', 'operator']);

export const Tag: TagResolvers = {
  __resolveReference: ({ code }, context) => (findRule(context, code) === null ? null : { code }),
  name: ({ code }, _args, context) => ruleOf(context, code).name.zh,
  nameEn: ({ code }, _args, context) => ruleOf(context, code).name.en,
  kind: ({ code }, _args, context) => ruleOf(context, code).kind,
  subject: ({ code }, _args, context) => ruleOf(context, code).subject,
  definition: ({ code }, _args, context) => ruleOf(context, code).definition.zh,
  definitionEn: ({ code }, _args, context) => ruleOf(context, code).definition.en,
  use: ({ code }, _args, context) => ruleOf(context, code).use.zh,
  useEn: ({ code }, _args, context) => ruleOf(context, code).use.en,
  basis: ({ code }, _args, context) => ruleOf(context, code).basis,
  version: ({ code }, _args, context) => ruleOf(context, code).version,
  sensitive: ({ code }, _args, context) => ruleOf(context, code).sensitive ?? null,
  parents: ({ code }, _args, context) => ruleOf(context, code).parents.map(toTag),
  holders: async ({ code }, { at = null, district = null }, context) => {
    if (!COUNTING_ROLES.has(context.viewer.role)) return null;
    const rule = ruleOf(context, code);
    const { index, checkReady } = context.tagger;
    checkReady();
    const disclosure = await context.disclosure();
    const holders = index.holders(code, toDay(at ?? context.today));
    return disclosure.count(
      index,
      district === null ? holders : intersect(holders, index.subjects(rule.subject, district)),
    );
  },
};

export const TagRule: TagRuleResolvers = {
  tag: ({ tag }) => toTag(tag),
  version: ({ tag }, _args, context) => ruleOf(context, tag).version,
  source: ({ tag }, _args, { tagging }) => tagging.byTag.get(tag)?.source.text ?? '',
  basis: ({ tag }, _args, context) => ruleOf(context, tag).basis,
  publishedAt: async ({ tag }, _args, context) => (await context.published()).get(tag) ?? context.now().toISOString(),
};

export const HeldTag: HeldTagResolvers = {
  tag: ({ tag }) => toTag(tag),
  reason: ({ state, evidence, isHidden }) => explain(state, evidence, isHidden).zh,
  reasonEn: ({ state, evidence, isHidden }) => explain(state, evidence, isHidden).en,
};

export const Evidence: EvidenceResolvers = {
  summary: (evidence) => summarise(evidence).zh,
  summaryEn: (evidence) => summarise(evidence).en,
};
