import { resolve } from 'node:path';
import { runIngest } from '../../subgraphs/kit/ingest/command.ts';

// Whoever reads a long list through `head` has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await runIngest(process.argv.slice(2), {
  listSources: async () => (await import('./with-work.ts')).listSources(),
  withIngest: async (use) => {
    const { withWork } = await import('./with-work.ts');
    return withWork((work) =>
      use({
        ingestFile: (source, file, options) => work.ingestFile(source, resolve(file), options),
        requeue: (source, options) => work.requeue(source, options),
        findQuarantined: (source, after) => work.findQuarantined(source, after),
      }),
    );
  },
  print: (line) => process.stdout.write(`${line}\n`),
  say: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
});
