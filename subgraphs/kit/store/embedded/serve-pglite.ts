import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { Reply, Request, WorkerSettings } from './messages.ts';

/** The severity field of an ErrorResponse. */
const PANIC = 'VPANIC\0';

/** After a PANIC (a full disk, as a rule) PGlite blocks at the next statement for ever: the thread ends, and with it the store. */
const stopAfterPanic = (): never => {
  throw new Error('it could not write its files, and stopped; what was committed is safe');
};

const serve = async (port: NonNullable<typeof parentPort>, { folder, dump }: WorkerSettings): Promise<void> => {
  const pglite = await PGlite.create({
    dataDir: folder ?? 'memory://',
    ...(dump === null ? {} : { loadDataDir: new Blob([new Uint8Array(dump)]) }),
  });
  const reply = (message: Reply) => {
    const bytes = message.kind === 'wire' ? message.bytes : message.kind === 'answer' ? message.value : null;
    port.postMessage(message, bytes instanceof Uint8Array ? [bytes.buffer as ArrayBuffer] : []);
  };

  const answer = async (request: Exclude<Request, { kind: 'wire' }>): Promise<number | Uint8Array | null> => {
    switch (request.kind) {
      case 'copy': {
        const blob = new Blob([new Uint8Array(request.bytes)]);
        const { affectedRows } = await pglite.query(`copy ${request.target} from '/dev/blob'`, [], { blob });
        return affectedRows ?? 0;
      }
      case 'dump':
        return new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer());
      case 'close':
        await pglite.close();
        return null;
    }
  };

  const handle = async (request: Request): Promise<void> => {
    if (request.kind === 'wire') {
      const bytes = (await pglite.execProtocolRaw(request.bytes)).slice();
      const hasPanicked = Buffer.from(bytes.buffer).includes(PANIC);
      reply({ kind: 'wire', bytes });
      if (hasPanicked) stopAfterPanic();
      return;
    }
    try {
      reply({ kind: 'answer', id: request.id, value: await answer(request) });
    } catch (cause) {
      const { message, code, severity } = cause as { message: string; code?: string; severity?: string };
      reply({ kind: 'failure', id: request.id, message, code: code ?? null });
      if (severity === 'PANIC') stopAfterPanic();
    }
  };

  // One after the other, as they came.
  let last = Promise.resolve();
  port.on('message', (request: Request) => {
    last = last.then(() => handle(request));
  });
  reply({ kind: 'ready' });
};

if (parentPort === null) throw new Error('serve-pglite.ts runs in a worker thread alone.');
await serve(parentPort, workerData as WorkerSettings);
