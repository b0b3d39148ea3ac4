import { LRUCache } from 'lru-cache';

export interface RateLimitOptions {
  /** Tokens a second; 0: no limit. */
  rate: number;
  burst: number;
  /** Milliseconds on any steady clock. */
  now?: () => number;
}

/** Takes one token of a key's bucket: 0, or the seconds to wait for one. */
export type RateLimit = (key: string) => number;

/** Token buckets in memory, for the 100,000 keys used last. */
export const createRateLimit = ({ rate, burst, now = () => performance.now() }: RateLimitOptions): RateLimit => {
  if (rate === 0) return () => 0;
  const buckets = new LRUCache<string, { tokens: number; at: number }>({ max: 100_000 });
  return (key) => {
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: burst, at };
    const tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1_000) * rate);
    const isAllowed = tokens >= 1;
    buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, at });
    return isAllowed ? 0 : Math.ceil((1 - tokens) / rate);
  };
};
