import type { Readable } from 'node:stream';
import type { ClientBase } from 'pg';
import type { StatementNames } from './statement-names.ts';

/** A connection of either engine: `pg`'s client over a socket, or over a wire into the worker thread. */
export interface Connection {
  client: ClientBase;
  nameOf: StatementNames;
  /** Runs a `copy … from stdin` or its like; `target` is the quoted table with its columns. Gives the number of rows. */
  copy: (target: string, text: Readable | string) => Promise<number>;
}

/** A connection on loan. */
export interface ConnectionLease {
  connection: Connection;
  /** A connection that is beyond repair is thrown away. */
  release: (beyondRepair?: Error) => void;
}
