/** What the worker is started with. */
export interface WorkerSettings {
  /** PGlite's folder; null: in memory. */
  folder: string | null;
  /** A tar of a folder to start from. */
  dump: Uint8Array | null;
}

/** To the worker. `wire`: bytes of PostgreSQL's protocol, answered with the same. The others are answered by id. */
export type Request =
  | { kind: 'wire'; bytes: Uint8Array }
  | { kind: 'copy'; id: number; target: string; bytes: Uint8Array }
  | { kind: 'dump'; id: number }
  | { kind: 'close'; id: number };

/** From the worker. */
export type Reply =
  | { kind: 'ready' }
  | { kind: 'wire'; bytes: Uint8Array }
  | { kind: 'answer'; id: number; value: number | Uint8Array | null }
  | { kind: 'failure'; id: number; message: string; code: string | null };
