import type { ConsumerParts } from '../kit/definition.ts';
import { anchorFile, writeAnchor } from './access-log/anchors.ts';
import { appendWaitingReadings, READINGS_AT_ONCE } from './access-log/append.ts';
import type { GovernanceDB } from './repository/database.ts';

const APPEND_EVERY_MS = 500;
const ANCHOR_EVERY_MS = 10 * 60_000;

/** Runs `work` again and again, `pauseMs` after it ended, at once when it says that more waits; what fails is logged and tried again. */
const repeat = (
  work: () => Promise<boolean>,
  pauseMs: number,
  onFailure: (err: unknown) => void,
): (() => Promise<void>) => {
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = work()
      .catch((err: unknown) => {
        onFailure(err);
        return false;
      })
      .then((more) => {
        if (!isStopping) timer = setTimeout(run, more ? 0 : pauseMs);
      });
  };
  timer = setTimeout(run, pauseMs);
  return async () => {
    isStopping = true;
    clearTimeout(timer);
    await running;
  };
};

/** Appends readings to the access log as they come, and anchors its head outside the database. */
export const startAccessLog = ({
  store,
  clock,
  log,
  dataFolder,
}: ConsumerParts<GovernanceDB>): (() => Promise<void>) => {
  const report = (what: string) => (err: unknown) => log.error({ err }, what);
  const anchor = () => writeAnchor(store, anchorFile(dataFolder), clock()).then(() => false);
  const stopAppending = repeat(
    async () => (await appendWaitingReadings(store)) === READINGS_AT_ONCE,
    APPEND_EVERY_MS,
    report('appending to the access log failed'),
  );
  const stopAnchoring = repeat(anchor, ANCHOR_EVERY_MS, report('anchoring the access log failed'));
  return async () => {
    await stopAppending();
    await stopAnchoring();
    await anchor().catch(report('anchoring the access log failed'));
  };
};
