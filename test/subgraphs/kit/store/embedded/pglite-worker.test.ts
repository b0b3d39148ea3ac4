import { expect, test } from '@jest/globals';
import { Client } from 'pg';
import { startPgliteWorker } from '../../../../../subgraphs/kit/store/embedded/pglite-worker.ts';

const dying = new URL('./dying-worker.js', import.meta.url);

test('says why it could not start', async () => {
  const settings = { folder: null, dump: new Uint8Array([1, 2, 3]) };
  await expect(startPgliteWorker(settings)).rejects.toThrow("The embedded store's thread failed: ");
});

test('rejects the statements under way when the thread fails, and says so', async () => {
  const worker = await startPgliteWorker({ folder: null, dump: null }, dying);
  const client = new Client({ stream: () => worker.wire });
  client.on('error', () => undefined);
  await client.connect();
  await expect(client.query('select 1')).rejects.toThrow("The embedded store's thread failed: out of memory");
  expect((await worker.crashed).message).toBe("The embedded store's thread failed: out of memory");
  await expect(client.query('select 1')).rejects.toThrow();
});

test('rejects a copy under way when the thread ends', async () => {
  const worker = await startPgliteWorker({ folder: null, dump: null }, dying);
  await expect(worker.copy('somewhere', new Uint8Array(10))).rejects.toThrow(
    "The embedded store's thread ended with code 3.",
  );
});
