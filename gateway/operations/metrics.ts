import type { GraphQLDataSource } from '@apollo/gateway';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface GatewayMetrics {
  registry: Registry;
  inFlight: { inc(): void; dec(): void };
  /** `kind`: query, mutation or none; `code`: OK, PARTIAL or the first error's. */
  observe(kind: string, code: string, seconds: number): void;
  measured<T extends GraphQLDataSource>(name: string, dataSource: T): T;
}

/** Prometheus metrics of one gateway, in a registry of its own. */
export const createMetrics = (): GatewayMetrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'onefile_gateway_requests_total',
    help: 'Requests by kind of operation and code of the answer.',
    labelNames: ['kind', 'code'] as const,
    registers,
  });
  const durations = new Histogram({
    name: 'onefile_gateway_request_seconds',
    help: 'Time of a request in the gateway, its subgraphs included.',
    labelNames: ['kind'] as const,
    buckets: SECONDS,
    registers,
  });
  const fetches = new Histogram({
    name: 'onefile_gateway_subgraph_seconds',
    help: 'Time of one answer of a subgraph.',
    labelNames: ['subgraph', 'outcome'] as const,
    buckets: SECONDS,
    registers,
  });
  const inFlight = new Gauge({
    name: 'onefile_gateway_requests_in_flight',
    help: 'Requests being answered.',
    registers,
  });

  return {
    registry,
    inFlight,
    observe(kind, code, seconds) {
      requests.inc({ kind, code });
      durations.observe({ kind }, seconds);
    },
    measured: (name, dataSource) => ({
      ...dataSource,
      async process(options) {
        const started = performance.now();
        const end = (outcome: string) =>
          fetches.observe({ subgraph: name, outcome }, (performance.now() - started) / 1_000);
        try {
          const answer = await dataSource.process(options);
          end(answer.errors === undefined ? 'ok' : 'errors');
          return answer;
        } catch (error) {
          end('failed');
          throw error;
        }
      },
    }),
  };
};
