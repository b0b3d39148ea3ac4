import { IngestRefusal } from '../reasons.ts';

export type Encoding = 'utf-8' | 'gb18030';

/** The encoding of a drop and how it is known; `bom` bytes are passed over at the beginning. */
export interface Told {
  encoding: Encoding;
  by: 'manifest' | 'BOM' | 'bytes' | 'header' | 'ASCII';
  bom: number;
}

const MAGIC: readonly (readonly [string, string])[] = [
  ['504b0304', 'It is a ZIP archive or an Excel workbook: save it as CSV.'],
  ['d0cf11e0', 'It is an old Office document: save it as CSV.'],
  ['25504446', 'It is a PDF.'],
  ['fffe', 'It is UTF-16: save it as UTF-8.'],
  ['feff', 'It is UTF-16: save it as UTF-8.'],
];

/**
 * Tells UTF-8 from GB18030 by the beginning of a drop, never by a guess: by BOM; else by which of the two decodes it
 * without an error; where both do, or neither does for a few broken rows, by in which of them the first line
 * has more of the names that the source declares (`countKnown`). Throws an IngestRefusal when that does not decide it.
 */
export const tellEncoding = (sample: Buffer, countKnown: (line: string) => number, said?: Encoding): Told => {
  const hex = sample.subarray(0, 4).toString('hex');
  const magic = MAGIC.find(([bytes]) => hex.startsWith(bytes));
  if (magic) throw new IngestRefusal('BINARY_FILE', magic[1]);
  if (sample.some((byte) => byte < 9 || byte === 11 || (byte > 13 && byte < 32)))
    throw new IngestRefusal('BINARY_FILE');
  if (hex.startsWith('efbbbf')) return { encoding: 'utf-8', by: 'BOM', bom: 3 };
  if (hex === '84319533') return { encoding: 'gb18030', by: 'BOM', bom: 4 };
  if (said) return { encoding: said, by: 'manifest', bom: 0 };
  if (sample.every((byte) => byte < 128)) return { encoding: 'utf-8', by: 'ASCII', bom: 0 };

  const end = sample.lastIndexOf(10);
  const whole = end < 0 ? sample : sample.subarray(0, end);
  const possible = (['utf-8', 'gb18030'] as const).filter((encoding) => decode(whole, encoding) !== null);
  const [only, other] = possible;
  if (only && !other) return { encoding: only, by: 'bytes', bom: 0 };

  const first = whole.subarray(0, (whole.indexOf(10) + whole.length + 1) % (whole.length + 1));
  const [utf8 = 0, gb18030 = 0] = (['utf-8', 'gb18030'] as const).map((encoding) =>
    countKnown(decode(first, encoding) ?? ''),
  );
  if (utf8 !== gb18030) return { encoding: utf8 > gb18030 ? 'utf-8' : 'gb18030', by: 'header', bom: 0 };
  // Text of any length that is valid UTF-8 by chance does not occur; that it is valid GB18030 as well does.
  if (possible.length === 2 && countWide(whole) >= 16) return { encoding: 'utf-8', by: 'bytes', bom: 0 };
  throw new IngestRefusal('UNKNOWN_ENCODING', 'Say it in the manifest: "encoding": "utf-8" or "gb18030".');
};

const countWide = (bytes: Buffer): number => bytes.reduce((count, byte) => count + (byte >= 0xc2 ? 1 : 0), 0);

/** The text, or null when the bytes are not text in this encoding. */
export const decode = (bytes: Buffer, encoding: Encoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};
