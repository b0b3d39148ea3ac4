import { Duplex } from 'node:stream';

/** A message of PostgreSQL's protocol, version 3: type, length with itself, body. */
const message = (type: string, body: readonly number[]): Buffer =>
  Buffer.from([type.charCodeAt(0), 0, 0, 0, body.length + 4, ...body]);

/** AuthenticationOk and ReadyForQuery (idle): there is nobody to check between a process and its own thread. */
const WELCOME = Buffer.concat([message('R', [0, 0, 0, 0]), message('Z', [...Buffer.from('I')])]);

interface Chunk {
  chunk: Buffer;
}

/** What `pg` takes for its socket: `send` gets whole flights of messages, answers come by `push`. */
export const createWire = (send: (bytes: Uint8Array<ArrayBuffer>) => void): Duplex => {
  let greeted = false;
  const transmit = (chunks: readonly Chunk[]) => {
    if (!greeted) {
      greeted = true;
      wire.push(WELCOME);
      return;
    }
    const bytes = new Uint8Array(chunks.reduce((sum, { chunk }) => sum + chunk.length, 0));
    let at = 0;
    for (const { chunk } of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    send(bytes);
  };
  const wire = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      transmit([{ chunk }]);
      done();
    },
    writev: (chunks, done) => {
      transmit(chunks);
      done();
    },
  });
  const connect = () => {
    process.nextTick(() => wire.emit('connect'));
  };
  return Object.assign(wire, {
    connect,
    setNoDelay: () => wire,
    setKeepAlive: () => wire,
    ref: () => wire,
    unref: () => wire,
  });
};
