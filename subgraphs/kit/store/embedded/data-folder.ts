import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFolder, type FolderLock } from '../folder-lock.ts';

export interface DataFolder extends FolderLock {
  /** PGlite's own folder. */
  path: string;
  /** Whether it holds a database already. */
  initialised: boolean;
  markInitialised(): Promise<void>;
}

/** Locks the folder and clears away what a killed first start left half-made. */
export const openDataFolder = async (folder: string): Promise<DataFolder> => {
  await mkdir(folder, { recursive: true });
  const lock = await lockFolder(folder);
  const path = join(folder, 'pglite');
  const marker = join(folder, 'pglite.initialised');
  const initialised = existsSync(marker);
  if (!initialised) await rm(path, { recursive: true, force: true });
  return { ...lock, path, initialised, markInitialised: () => writeFile(marker, '') };
};
