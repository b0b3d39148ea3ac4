import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A way to a server that can be cut: connections break, and new ones are refused until it is mended. */
export interface Cable {
  readonly port: number;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Listens on a loopback port and passes everything on to `host` and `port`. */
export const layCable = async (host: string, port: number): Promise<Cable> => {
  const sockets = new Set<Socket>();
  const join = (near: Socket) => {
    const far = connect(port, host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
  };
  const listen = async (at: number): Promise<Server> => {
    const server = createServer(join).listen(at, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let server = await listen(0);
  const near = (server.address() as AddressInfo).port;
  return {
    port: near,
    async cut() {
      const closed = once(server.close(), 'close');
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async mend() {
      server = await listen(near);
    },
  };
};

/** A Redis of the test's own: killed and started again it is empty, or holds what it wrote into `folder`. */
export const startRedis = async (port: number, folder?: string): Promise<ChildProcess> => {
  const keeping = folder === undefined ? ['--appendonly', 'no'] : ['--appendonly', 'yes', '--dir', folder];
  const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', ...keeping], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of redis.stdout as AsyncIterable<Buffer>) {
    if (chunk.toString('utf8').includes('Ready to accept connections')) break;
  }
  return redis;
};
