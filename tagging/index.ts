import type { SubgraphHost } from '../subgraphs/kit/definition.ts';
import { createSubgraph, type Subgraph } from '../subgraphs/kit/subgraph.ts';
import { defineTagging } from './registry.ts';
import type { TaggingDB } from './repository.ts';
import { loadTaggingRules } from './rules.ts';
import { createTagger, type TaggerOptions } from './tagger.ts';

export { findDeadLetters, revive, type DeadLetter } from './derivation/queue.ts';
export { openTagStoreOf } from './open-tag-store.ts';
export { defineTagging, type TaggingDB };

/** Tagging by the rules of this folder, as the gateway's process and its own run it; ready when its index is filled. */
export const createTagging = (
  host: SubgraphHost<TaggingDB>,
  how: Pick<TaggerOptions, 'ask' | 'openTags'>,
): Subgraph => {
  const tagging = loadTaggingRules();
  const tagger = createTagger({ ...how, tagging, feed: host.feed });
  const subgraph = createSubgraph(defineTagging({ tagging, tagger }), host);
  return { ...subgraph, addMetrics: tagger.addMetrics, ready: () => subgraph.ready().then(tagger.checkReady) };
};
