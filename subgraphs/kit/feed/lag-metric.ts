import { Gauge, type Registry } from 'prom-client';

/** How far a consumer group of one registry is behind another registry's changes. */
export interface FeedLag {
  group: string;
  registry: string;
  /** Infinity when nobody can tell. */
  ms: number;
}

/** `onefile_feed_lag_seconds` by group and registry, asked for when Prometheus comes. */
export const addFeedLagMetric = (metrics: Registry, findLags: () => readonly FeedLag[]): void => {
  new Gauge({
    name: 'onefile_feed_lag_seconds',
    help: 'Time by which a consumer group is behind the changes of a registry.',
    labelNames: ['group', 'registry'] as const,
    registers: [metrics],
    collect() {
      for (const { group, registry, ms } of findLags()) this.set({ group, registry }, ms / 1_000);
    },
  });
};
