import { createHash, randomBytes } from 'node:crypto';
import type { Reading } from '../repository/database.ts';

/** A line of the chain. It holds no datum: what may expire lies in the detail, of which it holds a salted hash. */
export interface ChainLine {
  sequence: number;
  /** RFC 3339, UTC. */
  at: string;
  detailHash: string;
  previousHash: string;
  hash: string;
}

export interface ChainedReading {
  line: ChainLine;
  reading: Reading;
  salt: string;
}

const sha256 = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** The salt keeps a line from telling by trial whose file was read once its detail is gone. */
export const hashDetail = ({ operationId, subject, items, reader, at }: Reading, salt: string): string =>
  sha256(salt, operationId, subject, at, JSON.stringify([...items].sort()), JSON.stringify(sortedEntries(reader)));

const sortedEntries = (record: object): [string, unknown][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

export const hashLine = ({ sequence, at, detailHash, previousHash }: Omit<ChainLine, 'hash'>): string =>
  sha256(sequence, at, detailHash, previousHash);

/** Chains readings behind the head, in their order. */
export const chainReadings = (
  head: { sequence: number; hash: string },
  readings: readonly Reading[],
): ChainedReading[] => {
  let { sequence, hash } = head;
  return readings.map((reading) => {
    const salt = randomBytes(16).toString('base64url');
    const line = { sequence: ++sequence, at: reading.at, detailHash: hashDetail(reading, salt), previousHash: hash };
    hash = hashLine(line);
    return { line: { ...line, hash }, reading, salt };
  });
};
