import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer } from '../../../gateway/commands/with-work.ts';
import { readConfig } from '../../../gateway/config.ts';
import { createLocalAskFacts } from '../../../gateway/standalone/try-rule.ts';
import type { Facts } from '../../../subgraphs/kit/facts/fact-type.ts';
import { readFacts } from '../../../subgraphs/kit/facts/read-facts.ts';
import { findPorts, startCommand } from '../../services/command.ts';
import { loadTagging } from '../../support/rules.ts';

/** What the demo people's facts are, as a running server answers them to whoever derives. */
export const readDemoFacts = async (): Promise<readonly Facts[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'onefile-derive-'));
  const environment = {
    ONEFILE_DATA: folder,
    PORT: String(await findPorts(1)),
    LOG_LEVEL: 'warn',
    ONEFILE_TODAY: '2026-11-22',
  };
  const server = startCommand('gateway/commands/start.ts', [], environment);
  try {
    const url = await server.ready;
    const work = await findServer(readConfig(environment));
    const citizens = (await work?.findSubjects('citizen', '')) ?? [];
    const found = await readFacts(loadTagging().documents.CITIZEN, await createLocalAskFacts(url, folder), citizens);
    return found.flatMap((each) => (each.kind === 'KNOWN' ? [each.facts] : []));
  } finally {
    await server.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
};
