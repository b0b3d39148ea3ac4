import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '../../subgraphs/kit/civil/day.ts';
import { createAskFacts } from '../../subgraphs/kit/facts/ask-gateway.ts';
import { readFacts, type AskFacts } from '../../subgraphs/kit/facts/read-facts.ts';
import { createGatewayClient } from '../../subgraphs/kit/gateway-client.ts';
import type { Rule } from '../../tagging/engine/rule.ts';
import { loadTaggingRules, replaceRule } from '../../tagging/rules.ts';
import { createTrial, type TrialReport } from '../../tagging/trial.ts';
import type { Work } from './hand-over.ts';

const SUBJECTS_AT_ONCE = 100;

/** Asks the running server for facts, with the secret that it left in its data folder. */
export const createLocalAskFacts = async (gatewayUrl: string, dataFolder: string): Promise<AskFacts> => {
  const clientSecret = (await readFile(join(dataFolder, 'system-client-secret'), 'utf8')).trim();
  const client = { gatewayUrl, tokenUrl: `${gatewayUrl}/token`, clientId: 'system', clientSecret };
  return createAskFacts(createGatewayClient(client, () => new Date()));
};

export interface TriedRule {
  readonly rule: Rule;
  readonly report: TrialReport;
  /** Subjects whose facts were refused, so that nothing is said of them. */
  readonly refused: number;
}

/** Tries a rule file on everybody on file as of a day. Throws a DeclarationError when the file is wrong; publishes nothing. */
export const tryRule = async (
  file: string,
  day: Day,
  { work, ask }: { work: Pick<Work, 'findSubjects'>; ask: AskFacts },
): Promise<TriedRule> => {
  const published = loadTaggingRules();
  const { rule, rules } = replaceRule(published, file);
  const { subject: kind, tag } = rule;
  const trial = createTrial({ tag, day, before: published.rules[kind], after: rules[kind] });
  let refused = 0;
  for await (const subjects of pagesOf(work, kind === 'CITIZEN' ? 'citizen' : 'enterprise')) {
    const found = await readFacts(published.documents[kind], ask, subjects);
    for (const [index, subject] of subjects.entries()) {
      const facts = found[index];
      if (facts?.kind === 'KNOWN') trial.add(subject, facts.facts);
      if (facts?.kind === 'REFUSED') refused += 1;
    }
  }
  return { rule, report: trial.report(), refused };
};

async function* pagesOf(work: Pick<Work, 'findSubjects'>, kind: 'citizen' | 'enterprise') {
  for (let page = await work.findSubjects(kind, ''); page.length > 0;) {
    for (let from = 0; from < page.length; from += SUBJECTS_AT_ONCE) yield page.slice(from, from + SUBJECTS_AT_ONCE);
    page = await work.findSubjects(kind, page.at(-1) ?? '');
  }
}
