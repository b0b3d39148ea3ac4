/** The sequence before every other: nothing has happened yet. */
export const NOTHING = toSequence('0', 0);

/** `xid.id`, zero-padded so that strings compare as the pairs do; `xid` is a 64-bit transaction id. */
export function toSequence(xid: string, id: number | string): string {
  return `${xid.padStart(20, '0')}.${String(id).padStart(19, '0')}`;
}

/** Transaction id and row id of a sequence, as decimal strings that SQL casts to xid8 and bigint. */
export function fromSequence(sequence: string): { xid: string; id: string } {
  const [xid, id] = sequence.split('.');
  if (xid === undefined || id === undefined) throw new Error(`A sequence is xid.id, but got: ${sequence}`);
  return { xid: xid.replace(/^0+(?=\d)/, ''), id: id.replace(/^0+(?=\d)/, '') };
}

/**
 * What a writer fences with: the row id, which is drawn under the subject's lock (`lockSubjects`) and therefore orders
 * the changes of one subject as they happened. The transaction id does not: an older transaction may lock later.
 */
export function versionOf(event: { sequence: string }): number {
  return Number(fromSequence(event.sequence).id);
}
