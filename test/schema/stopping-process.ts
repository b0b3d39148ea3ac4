import { stopOnSignal } from '../../schema/stop-on-signal.ts';

// Lives until it is stopped, and says so.
const living = setInterval(() => undefined, 1_000);
stopOnSignal(() => {
  clearInterval(living);
  console.log('stopped');
  return Promise.resolve();
});
console.log('ready');
