import type { Readable } from 'node:stream';

const NEWLINE = 10;

/** Cuts COPY's text into chunks of whole rows of about `size` bytes: in text format a newline always ends a row. */
export async function* toCopyChunks(
  text: Readable | string,
  size = 4_000_000,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (typeof text === 'string') {
    if (text !== '') yield new TextEncoder().encode(text);
    return;
  }
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of text as AsyncIterable<Buffer | string>) {
    const next = Buffer.from(chunk);
    held.push(next);
    bytes += next.length;
    const end = bytes < size ? -1 : next.lastIndexOf(NEWLINE);
    if (end < 0) continue;
    const rest = next.subarray(end + 1);
    yield join(held)
      .subarray(0, bytes - rest.length)
      .slice();
    held = [rest];
    bytes = rest.length;
  }
  if (bytes > 0) yield join(held);
}

const join = (parts: readonly Buffer[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(parts));
