import type { RetentionTerm } from '../kit/definition.ts';

/**
 * How long what has ended stays on file. The register itself is kept for good (市场主体登记管理条例 第三十六条 asks for the
 * archives); mandates are kept as long as claims from them can be brought (Civil Code 188: twenty years at the most).
 */
export const retention: readonly RetentionTerm[] = [{ table: 'mandate', column: 'until', term: 'P20Y' }];
