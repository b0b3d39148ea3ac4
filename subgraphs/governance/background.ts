import type { ConsumerParts } from '../kit/definition.ts';
import { anchorFile, writeAnchor } from './access-log/anchors.ts';
import { appendWaitingReadings } from './access-log/append.ts';
import type { GovernanceTables } from './rows.ts';

const APPEND_EVERY_MS = 500;
const ANCHOR_EVERY_MS = 10 * 60_000;

/** Appends readings to the access log as they come, and anchors its head outside the database. */
export const startAccessLog = ({
  store,
  clock,
  log,
  dataFolder,
}: ConsumerParts<GovernanceTables>): (() => Promise<void>) => {
  let running = Promise.resolve();
  const chain = (work: () => Promise<unknown>, what: string) => {
    running = running.then(work).then(
      () => undefined,
      (err: unknown) => log.warn({ err }, what),
    );
  };
  const anchor = () =>
    chain(() => writeAnchor(store, anchorFile(dataFolder), clock()), 'anchoring the access log failed');
  const appending = setInterval(
    () => chain(() => appendWaitingReadings(store), 'appending to the access log failed'),
    APPEND_EVERY_MS,
  );
  const anchoring = setInterval(anchor, ANCHOR_EVERY_MS);
  return async () => {
    clearInterval(appending);
    clearInterval(anchoring);
    anchor();
    await running;
  };
};
