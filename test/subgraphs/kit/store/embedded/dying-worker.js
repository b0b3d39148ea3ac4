import { parentPort } from 'node:worker_threads';

// Says that it is ready; dies at the first word, or leaves when it is told to copy.
parentPort.on('message', ({ kind }) => {
  if (kind === 'copy') process.exit(3);
  throw new Error('out of memory');
});
parentPort.postMessage({ kind: 'ready' });
