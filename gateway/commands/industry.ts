import { createInterface } from 'node:readline';
import { once } from 'node:events';

const USAGE = `usage: industry < in.ndjson
  reads lines {"name": …, "scope": …} and writes lines {"section", "division", "others", "broad", "confidence", "evidence"};
  a line that is neither is told on standard error, and the exit code is 1`;

if (process.argv.length > 2) {
  console.log(USAGE);
  process.exit(process.argv[2] === '--help' ? 0 : 2);
}
const { z } = await import('zod');
const { classifyIndustry } = await import('../../tagging/industry/classify-industry.ts');
const { loadModel } = await import('../../tagging/industry/model-file.ts');

const registration = z.object({ name: z.string(), scope: z.string() });
const model = loadModel();

/** Lines are written together, so that a pipe is not asked for each. */
const TOGETHER = 500;
let written: string[] = [];
const flush = async () => {
  const text = written.join('');
  written = [];
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
};

const parse = (line: string) => {
  try {
    return registration.safeParse(JSON.parse(line));
  } catch {
    return { success: false } as const;
  }
};

let number = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  number += 1;
  if (line.trim() === '') continue;
  const parsed = parse(line);
  if (parsed.success) written.push(`${JSON.stringify(classifyIndustry(model, parsed.data))}\n`);
  else {
    console.error(`line ${String(number)}: expected {"name": …, "scope": …}`);
    process.exitCode = 1;
  }
  if (written.length >= TOGETHER) await flush();
}
await flush();
