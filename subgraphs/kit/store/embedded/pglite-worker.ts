import { Worker } from 'node:worker_threads';
import type { Duplex } from 'node:stream';
import type { Reply, Request, WorkerSettings } from './messages.ts';
import { createWire } from './wire.ts';

export interface PgliteWorker {
  /** A socket for `pg`'s client; there is but one connection. */
  wire: Duplex;
  copy(target: string, bytes: Uint8Array<ArrayBuffer>): Promise<number>;
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
  /** Resolves to the reason once the thread has ended. */
  crashed: Promise<Error>;
}

interface Pending {
  resolve: (value: number | Uint8Array | null) => void;
  reject: (reason: Error) => void;
}

type Ask =
  Extract<Request, { id: number }> extends infer Each ? (Each extends unknown ? Omit<Each, 'id'> : never) : never;

/** Starts PGlite in a thread of its own, so that a long statement never holds up the event loop. */
export const startPgliteWorker = async (
  settings: WorkerSettings,
  program = new URL('./worker.js', import.meta.url),
): Promise<PgliteWorker> => {
  const worker = new Worker(program, { workerData: settings, execArgv: [] });
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let closing = false;
  let crash: (reason: Error) => void = () => undefined;
  const crashed = new Promise<Error>((resolve) => {
    crash = resolve;
  });

  const wire = createWire((bytes) => {
    worker.postMessage({ kind: 'wire', bytes } satisfies Request, [bytes.buffer]);
  });
  // The client at the other end hears of it when there is one; before that nobody does.
  wire.on('error', () => undefined);
  const ask = (request: Ask, transfer: ArrayBuffer[] = []) =>
    new Promise<number | Uint8Array | null>((resolve, reject) => {
      lastId += 1;
      pending.set(lastId, { resolve, reject });
      worker.postMessage({ ...request, id: lastId }, transfer);
    });
  const fail = (reason: Error) => {
    for (const { reject } of pending.values()) reject(reason);
    pending.clear();
    wire.destroy(reason);
    crash(reason);
  };
  const receive = (reply: Reply) => {
    if (reply.kind === 'wire') wire.push(Buffer.from(reply.bytes.buffer));
    if (reply.kind !== 'answer' && reply.kind !== 'failure') return;
    const asked = pending.get(reply.id);
    pending.delete(reply.id);
    if (reply.kind === 'answer') asked?.resolve(reply.value);
    else asked?.reject(Object.assign(new Error(reply.message), reply.code === null ? {} : { code: reply.code }));
  };

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (reply: Reply) => {
      if (reply.kind === 'ready') resolve();
      else receive(reply);
    });
    let cause: Error | undefined;
    worker.once('error', (error) => {
      cause = new Error(`The embedded store's thread failed: ${error.message}`, { cause: error });
    });
    worker.once('exit', (code) => {
      if (closing) return;
      const reason = cause ?? new Error(`The embedded store's thread ended with code ${code}.`);
      reject(reason);
      // What it answered before it ended is delivered by now, and tells more than that it ended.
      setImmediate(fail, reason);
    });
  });

  return {
    wire,
    crashed,
    copy: async (target, bytes) => Number(await ask({ kind: 'copy', target, bytes }, [bytes.buffer])),
    dump: async () => (await ask({ kind: 'dump' })) as Uint8Array,
    close: async () => {
      closing = true;
      await ask({ kind: 'close' }).catch(() => undefined);
      await worker.terminate();
      fail(new Error('The embedded store is closed.'));
    },
  };
};
