import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isSameSecret } from '../issuer/system-client.ts';
import { readBearer } from '../sign-in/request-headers.ts';
import type { GatewayMetrics } from './metrics.ts';

/** Resolves when a dependency can be used. */
export type Probe = () => Promise<void>;

export interface OperationsOptions {
  metrics: GatewayMetrics;
  metricsToken: string | undefined;
  /** Everybody comes from the proxy's address, which may be loopback. */
  isBehindProxy: boolean;
  dependencies: Readonly<Record<string, Probe>>;
  isStopping: () => boolean;
}

/** Reported, and not waited for: it calls the gateway itself. */
const NOT_AWAITED: ReadonlySet<string> = new Set(['tagging']);
const PROBE_MS = 2_000;

const isLoopback = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address);

const PROXY_HEADERS = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/** Whether a request comes from this machine, and not through a proxy on it. */
const isFromHere = ({ socket, headers }: FastifyRequest): boolean =>
  isLoopback(socket.remoteAddress ?? '') && PROXY_HEADERS.every((name) => headers[name] === undefined);

const isUp = async (probe: Probe): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PROBE_MS);
  });
  const answer = probe().then(
    () => true,
    () => false,
  );
  const up = await Promise.race([answer, tooLate]);
  clearTimeout(timer);
  return up;
};

/** One round of probes for all who ask within a second. */
const createProbes = (dependencies: OperationsOptions['dependencies']) => {
  let last: { at: number; round: Promise<Record<string, boolean>> } | null = null;
  const probeAll = async () =>
    Object.fromEntries(
      await Promise.all(Object.entries(dependencies).map(async ([name, probe]) => [name, await isUp(probe)] as const)),
    );
  return () => {
    const now = performance.now();
    if (last === null || now - last.at > 1_000) last = { at: now, round: probeAll() };
    return last.round;
  };
};

/** `/healthz` (the process lives), `/readyz` (it can answer, by dependency) and `/metrics`. */
export const addOperationsRoutes = (app: FastifyInstance, options: OperationsOptions): void => {
  const { metrics, metricsToken, isBehindProxy, dependencies, isStopping } = options;
  const probes = createProbes(dependencies);

  app.get('/healthz', () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    const up = await probes();
    const isReady = !isStopping() && Object.entries(up).every(([name, ready]) => ready || NOT_AWAITED.has(name));
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', dependencies: up });
  });

  app.get('/metrics', async (request, reply) => {
    const given = readBearer(request.headers);
    const isAllowed =
      metricsToken === undefined ? !isBehindProxy && isFromHere(request) : isSameSecret(given ?? '', metricsToken);
    if (!isAllowed) return reply.code(404).send({ status: 'not found' });
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
};
