import { lockFolder } from '../../../../subgraphs/kit/store/folder-lock.ts';

// Takes the folder's lock and tells; gives it back when told so.
const [folder = ''] = process.argv.slice(2);
try {
  const lock = await lockFolder(folder);
  await lock.leaveNote({ url: 'http://127.0.0.1:4000', secret: 'told' });
  process.send?.('holds');
  process.once('message', () => {
    void lock.release().then(() => {
      process.send?.('released');
      process.disconnect();
    });
  });
} catch (cause) {
  process.send?.((cause as Error).name);
  process.disconnect();
}
