import { readFile } from 'node:fs/promises';

const BOOT_ID = '/proc/sys/kernel/random/boot_id';
/** proc(5): `starttime` is field 22 of /proc/<pid>/stat; the second, the command in parentheses, may hold spaces. */
const START_TIME_AFTER_COMMAND = 22 - 3;

/** Tells a process from a later one with the same pid, also across a reboot; null where there is no /proc. */
export const findProcessStart = async (pid: number): Promise<string | null> => {
  try {
    const [bootId, status] = await Promise.all([readFile(BOOT_ID, 'utf8'), readFile(`/proc/${pid}/stat`, 'utf8')]);
    const ticks = status.slice(status.lastIndexOf(')') + 2).split(' ')[START_TIME_AFTER_COMMAND];
    return ticks === undefined ? null : `${bootId.trim()}:${ticks}`;
  } catch {
    return null;
  }
};
