import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { createPushHandler } from '../../../../subgraphs/kit/ingest/push.ts';
import { eachEngine } from '../../../support/stores.ts';
import { createShops, drop, row } from './registry.ts';

const SOURCE = 'enterprises.shops';
const viewer = { role: 'source' as const, sources: [SOURCE] };
const digestOf = (text: string): string => `sha-256=:${createHash('sha256').update(text).digest('base64')}:`;

eachEngine((database) => {
  it('takes a pushed drop as it takes a file', async () => {
    const { ingest, rows } = await createShops(database());
    const content = drop(row(0), row(1, '商店', '坏'));
    const answer = await createPushHandler(ingest)(viewer, SOURCE, Readable.from([Buffer.from(content)]), {
      'content-digest': digestOf(content),
      'x-onefile-manifest': '{"kind":"delta","sequence":3,"date":"2026-02-01"}',
      'x-onefile-file': 'shops-3.csv',
    });
    expect(answer).toMatchObject({ status: 200, report: { rows: 2, accepted: 1, quarantined: 1 } });
    expect(await rows('select channel, file_name, date from $s.ingest_batch')).toEqual([
      { channel: 'push', file_name: 'shops-3.csv', date: '2026-02-01' },
    ]);
    expect(await readdir(path.join(ingest.dataFolder, 'spool'))).toEqual([]);
  });

  it.each([
    ['a connection that is cut', {}, 'TRUNCATED_UPLOAD', true],
    ['fewer bytes than announced', { 'content-length': '9999' }, 'TRUNCATED_UPLOAD', false],
    ['other bytes than announced', { 'content-digest': digestOf('something else') }, 'HASH_MISMATCH', false],
    ['a manifest that is none', { 'x-onefile-manifest': '{' }, 'BAD_MANIFEST', false],
  ])('takes nothing of %s', async (_, headers, code, cut) => {
    const { ingest, rows } = await createShops(database());
    const body = Readable.from(
      (async function* () {
        yield Buffer.from(drop(row(0), row(1)));
        if (cut) throw new Error('aborted');
      })(),
    );
    expect(await createPushHandler(ingest)(viewer, SOURCE, body, headers)).toMatchObject({
      status: 422,
      report: { rows: 0, refused: { code } },
    });
    expect(await rows('select count(*) as shops from $s.shop')).toEqual([{ shops: 0 }]);
  });

  it('answers in words what is wrong with the drop', async () => {
    const { ingest } = await createShops(database());
    const answer = await createPushHandler(ingest)(viewer, SOURCE, Readable.from([Buffer.from('信用代码\n')]), {});
    expect(answer).toMatchObject({
      status: 422,
      report: { refused: { code: 'MISSING_COLUMNS', message: expect.stringContaining('名称') } },
    });
  });

  it.each([
    [{ role: 'staff' as const, sources: [SOURCE] }, SOURCE, 403],
    [{ role: 'source' as const, sources: ['personal.citizens'] }, SOURCE, 403],
    [{ role: 'source' as const, sources: ['enterprises.nothing'] }, 'enterprises.nothing', 404],
  ])('is closed to %j', async (who, source, status) => {
    const { ingest } = await createShops(database());
    expect((await createPushHandler(ingest)(who, source, Readable.from([Buffer.from(drop(row(0)))]), {})).status).toBe(
      status,
    );
  });
});
