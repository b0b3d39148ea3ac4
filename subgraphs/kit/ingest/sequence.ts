/**
 * One number that orders the drops of a source: the day it tells of (8 digits), the department's number or, for want of
 * one, the second of the day it arrived (8 digits), and which file of those it is (3 digits). Every file has its own, so
 * that a row that carries the number of the drop being read was written by this very drop. Fits an int8.
 */
export const toSequence = (order: { date: string; number: number; tie: number }): string =>
  order.date.replaceAll('-', '') + String(order.number).padStart(8, '0') + String(order.tie).padStart(3, '0');

/** The civil day and the second of the day of an instant, in Shanghai. */
export const toShanghai = (instant: Date): { date: string; second: number } => {
  const shifted = new Date(instant.getTime() + 8 * 3_600_000);
  const [date = ''] = shifted.toISOString().split('T');
  return { date, second: Math.floor((shifted.getTime() % 86_400_000) / 1000) };
};
