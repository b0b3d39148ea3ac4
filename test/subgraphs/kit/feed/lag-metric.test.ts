import { expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { addFeedLagMetric } from '../../../../subgraphs/kit/feed/lag-metric.ts';

it('tells each group’s lag as it is when it is asked for, in seconds', async () => {
  const metrics = new Registry();
  let ms = 1_500;
  addFeedLagMetric(metrics, () => [
    { group: 'enterprises.directory', registry: 'personal', ms },
    { group: 'enterprises.directory', registry: 'governance', ms: Infinity },
  ]);
  expect(await metrics.metrics()).toContain('{group="enterprises.directory",registry="personal"} 1.5');
  ms = 20;
  const text = await metrics.metrics();
  expect(text).toContain('{group="enterprises.directory",registry="personal"} 0.02');
  expect(text).toContain('{group="enterprises.directory",registry="governance"} +Inf');
});
