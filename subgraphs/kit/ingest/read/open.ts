import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { errorCodeOf } from '../error-code.ts';
import { IngestRefusal } from '../reasons.ts';

/** SHA-256 of a file's bytes as they lie on the disk, hexadecimal. */
export const hashFile = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const block of createReadStream(file)) hash.update(block as Buffer);
  return hash.digest('hex');
};

const isGzip = async (file: string): Promise<boolean> => {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
};

/** The bytes of a drop, unpacked when they are gzip (told by the first bytes, not by the name). */
export interface Bytes extends AsyncIterable<Buffer> {
  /** Set once a gzip stream turned out to end early or to be broken after its beginning. */
  cut(): boolean;
  /** Bytes of the file that have been read so far. */
  taken(): number;
}

export const openBytes = async (file: string): Promise<Bytes> => {
  const packed = await isGzip(file);
  let cut = false;
  let reading: ReadStream | null = null;
  return {
    cut: () => cut,
    taken: () => reading?.bytesRead ?? 0,
    async *[Symbol.asyncIterator]() {
      const raw = createReadStream(file, { highWaterMark: 262_144 });
      reading = raw;
      if (!packed) {
        yield* raw as AsyncIterable<Buffer>;
        return;
      }
      const unpacked = raw.pipe(createGunzip({ chunkSize: 262_144 }));
      raw.on('error', (error) => unpacked.destroy(error));
      let some = false;
      try {
        for await (const block of unpacked) {
          some = true;
          yield block as Buffer;
        }
      } catch (error) {
        if (!errorCodeOf(error).startsWith('Z_')) throw error;
        if (!some) throw new IngestRefusal('BAD_GZIP', undefined, { cause: error });
        cut = true;
      } finally {
        raw.destroy();
      }
    },
  };
};
