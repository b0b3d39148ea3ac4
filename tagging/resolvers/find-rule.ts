import type { Context } from '../context.ts';
import type { Rule } from '../engine/rule.ts';

/** The rule of a tag; null when no rule in force derives it. */
export const findRule = ({ tagging }: Pick<Context, 'tagging'>, tag: string): Rule | null =>
  tagging.byTag.get(tag)?.rule ?? null;
