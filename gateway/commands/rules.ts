import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { orRefuse } from '../../schema/environment.ts';

const USAGE = `usage: rules check           compiles every rule; the first that is wrong is told with line and column
       rules list            the rules in the order in which they are run
       rules try FILE [--as-of DAY]  what the file would change on everybody of the running server, by district
       rules schema [--check] writes the JSON Schema by which editors check a rule`;

const [command, option, ...rest] = process.argv.slice(2);
if (command === '--help') {
  console.log(USAGE);
  process.exit();
}
const { loadTaggingRules } = await import('../../tagging/rules.ts');

const SCHEMA = new URL('../../tagging/rules/rule.schema.json', import.meta.url);

switch (command) {
  case 'check': {
    const { rules } = await orRefuse(() => loadTaggingRules());
    console.log(`${rules.CITIZEN.length} rules of citizens and ${rules.ENTERPRISE.length} of enterprises, none wrong`);
    break;
  }
  case 'list': {
    const { rules } = await orRefuse(() => loadTaggingRules());
    for (const { rule } of [...rules.CITIZEN, ...rules.ENTERPRISE])
      console.log(`${rule.tag}\t${rule.kind}\tv${rule.version}\t${rule.name.zh}\t${rule.name.en}`);
    break;
  }
  case 'try': {
    if (option === undefined || ![0, 2].includes(rest.length) || (rest.length === 2 && rest[0] !== '--as-of')) {
      console.error(USAGE);
      process.exit(2);
    }
    await tryFile(option, rest[1]);
    break;
  }
  case 'schema': {
    const { createRuleSchema } = await import('../../tagging/rule-schema.ts');
    const text = `${JSON.stringify(createRuleSchema(), null, 2)}\n`;
    if (option !== '--check') writeFileSync(SCHEMA, text);
    else if (readFileSync(SCHEMA, 'utf8') !== text) {
      console.error(`${basename(SCHEMA.pathname)} is stale: run \`npm run rules -- schema\``);
      process.exit(1);
    }
    break;
  }
  default:
    console.error(USAGE);
    process.exit(2);
}

async function tryFile(file: string, asOf: string | undefined): Promise<void> {
  const { readConfig } = await import('../config.ts');
  const { findServer } = await import('./with-work.ts');
  const { createLocalAskFacts, tryRule } = await import('../standalone/try-rule.ts');
  const { toTrialLines } = await import('../../tagging/trial-text.ts');
  const { EnvironmentError } = await import('../../schema/environment.ts');
  const { createClock } = await import('../../subgraphs/kit/clock.ts');
  const { civilDay } = await import('../../schema/civil-day.ts');
  const { toDay } = await import('../../subgraphs/kit/civil/day.ts');
  await orRefuse(async () => {
    const config = readConfig();
    const day = asOf ?? civilDay(createClock(config.ONEFILE_TODAY)());
    if (!z.iso.date().safeParse(day).success)
      throw new EnvironmentError(`--as-of: expected a day, YYYY-MM-DD, got ${day}`);
    const work = await findServer(config);
    if (work === null)
      throw new EnvironmentError('Nobody holds the data folder: a rule is tried on a running server, `npm start`.');
    const ask = await createLocalAskFacts(`http://127.0.0.1:${config.PORT}`, config.ONEFILE_DATA);
    const { rule, report, refused } = await tryRule(file, toDay(day), { work, ask });
    console.log(`${rule.tag} v${rule.version} as of ${day}`);
    for (const line of toTrialLines(report)) console.log(line);
    if (refused > 0) console.log(`the facts of ${refused} subjects were refused: nothing is said of them`);
  });
}
