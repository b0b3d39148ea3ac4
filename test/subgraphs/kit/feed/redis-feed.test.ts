import { afterEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createRedisFeed } from '../../../../subgraphs/kit/feed/redis-feed.ts';
import { describeFeed } from './feed-contract.ts';
import { quiet } from './harness.ts';

const url = process.env['ONEFILE_TEST_REDIS_URL'] ?? '';
describe('the feed over Redis', () => {
  const create = (prefix = `{test-${randomUUID()}}:`) => createRedisFeed({ url, prefix, log: quiet, leaseMs: 500 });
  describeFeed(async () => create());
});
