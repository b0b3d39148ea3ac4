import { link, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { findProcessStart } from './process-start.ts';

/** Whoever holds a folder. */
export interface FolderHolder {
  pid: number;
  host: string;
  /** When the process started, as its kernel counts; null where it does not tell. */
  processStart: string | null;
  startedAt: string;
  /** Set when the lock was given back. */
  released: boolean;
  /** What the holder wants others to know, e.g. how to reach it. */
  note: Readonly<Record<string, unknown>> | null;
}

export interface FolderLock {
  leaveNote(note: Readonly<Record<string, unknown>>): Promise<void>;
  release(): Promise<void>;
}

/** Another process works in the folder: two at once would lose data. */
export class FolderHeldError extends Error {
  override readonly name = 'FolderHeldError';
  readonly holder: FolderHolder;
  constructor(folder: string, holder: FolderHolder) {
    super(`${folder} is held by process ${holder.pid} on ${holder.host} since ${holder.startedAt}.`);
    this.holder = holder;
  }
}

const BEAT_MS = 2000;
const SILENT_AFTER_MS = 15_000;
const NAME = /^lock\.(\d+)$/;

/*
 * A lock file per generation: `lock.1`, `lock.2`, … The highest counts. To take over from a dead holder is to create the
 * next one, which but one process can (link refuses an existing name). A generation that was given back stays as
 * released, so that numbers only rise and nobody mistakes a folder between two holders for a new one.
 */
const listGenerations = async (folder: string): Promise<number[]> =>
  (await readdir(folder)).flatMap((name) => Number(NAME.exec(name)?.[1] ?? [])).sort((a, b) => b - a);

const fileOf = (folder: string, generation: number): string => join(folder, `lock.${generation}`);

const readHolder = async (file: string): Promise<FolderHolder | null> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as FolderHolder;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** On this host the process tells; on another (a container with the same volume) the file's heartbeat does. */
const isAlive = async (holder: FolderHolder, file: string): Promise<boolean> => {
  if (holder.released) return false;
  if (holder.host !== hostname()) {
    const beat = await stat(file).catch(() => null);
    return beat !== null && Date.now() - beat.mtimeMs < SILENT_AFTER_MS;
  }
  return isRunning(holder.pid) && (await findProcessStart(holder.pid)) === holder.processStart;
};

/** Who holds the folder now, or null. */
export const findFolderHolder = async (folder: string): Promise<FolderHolder | null> => {
  const [latest] = await listGenerations(folder).catch(() => []);
  if (latest === undefined) return null;
  const file = fileOf(folder, latest);
  const holder = await readHolder(file);
  return holder !== null && (await isAlive(holder, file)) ? holder : null;
};

/** Takes the folder for this process, also from one that died. Throws FolderHeldError when its holder lives. */
export const lockFolder = async (folder: string): Promise<FolderLock> => {
  // The generation that is followed is the one whose holder was looked at: a newer one may live.
  const [latest = 0] = await listGenerations(folder);
  if (latest > 0) {
    const held = await readHolder(fileOf(folder, latest));
    if (held === null) return lockFolder(folder);
    if (await isAlive(held, fileOf(folder, latest))) throw new FolderHeldError(folder, held);
  }
  const mine = latest + 1;
  const file = fileOf(folder, mine);
  const draft = join(folder, `lock.draft-${process.pid}-${crypto.randomUUID()}`);
  let holder: FolderHolder = {
    pid: process.pid,
    host: hostname(),
    processStart: await findProcessStart(process.pid),
    startedAt: new Date().toISOString(),
    released: false,
    note: null,
  };
  // Notes may carry a secret, hence the mode.
  const writeDraft = () => writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  const update = async (change: Partial<FolderHolder>) => {
    holder = { ...holder, ...change };
    await writeDraft();
    await rename(draft, file);
  };

  await writeDraft();
  const won = await link(draft, file).then(
    () => true,
    (cause: unknown) => {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw cause;
    },
  );
  await rm(draft);
  if (!won) return lockFolder(folder);
  const generations = await listGenerations(folder);
  if (generations[0] !== mine) {
    await rm(file);
    return lockFolder(folder);
  }
  await Promise.all(generations.slice(1).map((generation) => rm(fileOf(folder, generation), { force: true })));

  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, BEAT_MS).unref();
  return {
    leaveNote: (note) => update({ note }),
    release: async () => {
      clearInterval(beat);
      await update({ released: true, note: null });
    },
  };
};
