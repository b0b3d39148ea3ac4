import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { orRefuse } from '../../schema/environment.ts';

const USAGE = `usage: rules check           compiles every rule; the first that is wrong is told with line and column
       rules list            the rules in the order in which they are run
       rules schema [--check] writes the JSON Schema by which editors check a rule`;

const [command, option] = process.argv.slice(2);
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
