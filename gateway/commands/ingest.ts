import { resolve } from 'node:path';
import { runIngest } from '../../subgraphs/kit/ingest/command.ts';
import { withWork } from './with-work.ts';

process.exitCode = await withWork((work) =>
  runIngest(process.argv.slice(2), {
    findSource: async (source) => {
      if (!(await work.listSources()).includes(source)) return null;
      return {
        ingestFile: (name, file, options) => work.ingestFile(name, resolve(file), options),
        requeue: (name, options) => work.requeue(name, options),
      };
    },
    listSources: () => work.listSources(),
    print: (line) => process.stdout.write(`${line}\n`),
    say: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY,
  }),
);
