import { EnvironmentError, orRefuse } from '../schema/environment.ts';
import { createAskFacts } from '../subgraphs/kit/facts/ask-gateway.ts';
import { runSubgraphProcess } from '../subgraphs/kit/process.ts';
import { readConfig } from './config.ts';
import { createTagging, openTagStoreOf, type TaggingDB } from './index.ts';

await orRefuse(() => {
  const config = readConfig();
  return runSubgraphProcess<TaggingDB>(config, {
    name: 'tagging',
    create: (host, client) => {
      if (client === null)
        throw new EnvironmentError('SYSTEM_TOKEN_URL and SYSTEM_CLIENT_SECRET are needed to ask for facts.');
      return createTagging(host, { ask: createAskFacts(client), openTags: openTagStoreOf(config) });
    },
  });
});
